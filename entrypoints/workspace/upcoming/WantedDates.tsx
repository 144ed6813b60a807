import { useState } from 'react';
import { EntryForm } from '../../../components/EntryForm.tsx';
import type { WantedDeadline } from '../../background/messages/upcoming.ts';
import type { Ask } from '../shell/ask.ts';
import { Topic } from '../shell/Topic.tsx';
import type { Texts } from '../shell/texts.ts';

interface WantedDatesProps {
  readonly wanted: readonly WantedDeadline[];
  readonly ask: Ask;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
  readonly onEntered: () => void;
}

/** Deadlines whose day only the seller knows, entered here. One form is open at a time. */
export function WantedDates({ wanted, ask, texts, announce, onEntered }: WantedDatesProps) {
  const [open, setOpen] = useState<string | null>(null);
  const { say } = texts;
  if (wanted.length === 0) return null;
  const enter = async (store: string, fact: string, input: string) => {
    const answer = await ask({ kind: 'enter-for-store', store, fact, input }).catch(() => undefined);
    if (!answer) return { done: false, sentence: say('unanswered') } as const;
    if (answer.done) {
      announce(say('saved'));
      onEntered();
    }
    return answer;
  };
  return (
    <Topic title={say('wantedTitle')} lead={say('wantedLead')}>
      <ul className="rows">
        {wanted.map(({ id, title, why, store, entries }) => (
          <li key={id} className="row wanted">
            <div>
              <h3 className="deadline-title">
                {title} <span className="deadline-store">{store.name}</span>
              </h3>
              {open === id && (
                <div className="wanted-form">
                  {why && <p className="help">{why}</p>}
                  {entries.map((entry) => (
                    <EntryForm
                      key={entry.fact}
                      entry={entry}
                      texts={{ save: say('save') }}
                      onEnter={(fact, input) => enter(store.key, fact, input)}
                      announce={announce}
                    />
                  ))}
                </div>
              )}
            </div>
            <button
              type="button"
              className="button-quiet"
              aria-expanded={open === id}
              aria-label={say('wantedEnterOf', { title, store: store.name })}
              onClick={() => setOpen(open === id ? null : id)}
            >
              {say('wantedEnter')}
            </button>
          </li>
        ))}
      </ul>
    </Topic>
  );
}
