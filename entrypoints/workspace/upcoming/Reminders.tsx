import { useState } from 'react';
import { browser } from 'wxt/browser';
import type { ReminderLead, Upcoming } from '../../background/messages/upcoming.ts';
import type { Ask } from '../shell/ask.ts';
import { Topic } from '../shell/Topic.tsx';
import type { Texts } from '../shell/texts.ts';
import type { Announce } from '../shell/view-props.ts';

interface RemindersProps {
  readonly reminders: Upcoming['reminders'];
  readonly ask: Ask;
  readonly texts: Texts;
  readonly announce: Announce;
  readonly onChanged: (look: boolean) => void;
}

const leads: readonly ReminderLead[] = [7, 3, 1];

/** Choice of reminders. The browser's permission is requested with the first choice, never before. */
export function Reminders({ reminders, ask, texts, announce, onChanged }: RemindersProps) {
  const [isRefused, setRefused] = useState(false);
  const { say } = texts;
  const chosen = reminders.allowed ? reminders.leads : [];

  const choose = async (lead: ReminderLead) => {
    const next = chosen.includes(lead) ? chosen.filter((one) => one !== lead) : [...chosen, lead];
    // Inside the click handler: browsers ask only during a user gesture.
    const isAllowed =
      next.length === 0 || (await browser.permissions.request({ permissions: ['notifications'] }).catch(() => false));
    setRefused(!isAllowed);
    if (!isAllowed) return;
    const answer = await ask({ kind: 'set-reminders', leads: next }).catch(() => undefined);
    if (answer?.done) announce(say('remindersSet', { days: next.length }));
    else announce(answer?.sentence ?? say('unanswered'), 'failure');
    onChanged(false);
  };

  return (
    <Topic title={say('remindersTitle')} lead={say('remindersLead')}>
      <fieldset className="chips reminder-chips">
        <legend className="visually-hidden">{say('remindersTitle')}</legend>
        {leads.map((lead) => (
          <button
            key={lead}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(lead)}
            onClick={() => void choose(lead)}
          >
            {say('reminderLead', { days: lead })}
          </button>
        ))}
      </fieldset>
      {!reminders.allowed && !isRefused && <p className="help">{say('remindersAllow')}</p>}
      {isRefused && (
        <p className="remark" role="alert">
          {say('remindersRefused')}
        </p>
      )}
    </Topic>
  );
}
