import { useCallback } from 'react';
import type { UpcomingDeadline } from '../../background/messages/upcoming.ts';
import { saveFile } from '../controls/save-file.ts';
import { Topic } from '../shell/Topic.tsx';
import type { TextName } from '../shell/texts.ts';
import type { ViewProps } from '../shell/view-props.ts';
import { ChangesAhead } from './ChangesAhead.tsx';
import { DeadlineRow } from './DeadlineRow.tsx';
import { Reminders } from './Reminders.tsx';
import { useUpcoming } from './upcoming-answer.ts';
import { WantedDates } from './WantedDates.tsx';

const groups: readonly (readonly [UpcomingDeadline['group'], TextName])[] = [
  ['overdue', 'groupOverdue'],
  ['week', 'groupWeek'],
  ['later', 'groupLater'],
  ['done', 'groupDone'],
];

/** Upcoming deadlines, ends and rule changes. */
export function Upcoming({ ask, texts, settings, announce, address }: ViewProps) {
  const { answer, unanswered, reload } = useUpcoming(ask);
  const { say } = texts;
  const again = useCallback(() => reload(true), [reload]);

  const toCalendar = async (deadline: string | null) => {
    const file = await ask({ kind: 'calendar', deadline }).catch(() => undefined);
    if (!file) return announce(say('unanswered'));
    saveFile(file.name, new Blob([file.text], { type: 'text/calendar' }));
    announce(say('calendarSaved', { name: file.name }));
  };
  const setDone = async (deadline: string, done: boolean) => {
    const result = await ask({ kind: 'deadline-done', deadline, done }).catch(() => undefined);
    if (result?.done) announce(say('saved'));
    else announce(result?.sentence ?? say('unanswered'), 'failure');
    reload(false);
  };
  const row = { texts, address, onCalendar: toCalendar, onDone: setDone };
  const hasOpen = answer?.deadlines.some(({ group }) => group !== 'done') ?? false;

  return (
    <>
      <header className="view-head">
        <h1>{say('viewUpcoming')}</h1>
        <p className="lead">{say('upcomingLead')}</p>
      </header>
      {unanswered && (
        <p className="remark" role="alert">
          {say('unanswered')}
        </p>
      )}
      {answer?.remarks.map((remark) => (
        <p key={remark} className="remark">
          {remark}
        </p>
      ))}
      {answer && settings.stores.length === 0 && (
        <div className="empty">
          <h2>{say('upcomingNoStores')}</h2>
          <p>{say('upcomingNoStoresLead')}</p>
        </div>
      )}
      {answer && settings.stores.length > 0 && (
        <>
          <div className="toolbar">
            <button type="button" className="button" disabled={!hasOpen} onClick={() => void toCalendar(null)}>
              {say('allToCalendar')}
            </button>
            <Looked answer={answer} texts={texts} />
          </div>
          {!hasOpen && (
            <div className="empty">
              <h2>{say('upcomingEmpty')}</h2>
              <p>{say('upcomingEmptyLead')}</p>
            </div>
          )}
          {groups.map(([group, name]) => {
            const list = answer.deadlines.filter((one) => one.group === group);
            if (list.length === 0) return null;
            return (
              <Topic key={group} title={say(name)}>
                <ul className="rows">
                  {list.map((one) => (
                    <DeadlineRow key={one.id} deadline={one} {...row} />
                  ))}
                </ul>
              </Topic>
            );
          })}
          <WantedDates wanted={answer.wanted} ask={ask} texts={texts} announce={announce} onEntered={again} />
          <ChangesAhead changes={answer.changes} texts={texts} address={address} />
          <Reminders reminders={answer.reminders} ask={ask} texts={texts} announce={announce} onChanged={reload} />
        </>
      )}
    </>
  );
}

function Looked({
  answer,
  texts,
}: { answer: NonNullable<ReturnType<typeof useUpcoming>['answer']> } & Pick<ViewProps, 'texts'>) {
  const { progress, looked } = answer;
  const { say } = texts;
  if (progress)
    return (
      <span className="looked">
        <progress
          max={Math.max(progress.total, 1)}
          value={progress.done}
          aria-label={say('upcomingLooking', { ...progress })}
        />
        <span className="count">{say('upcomingLooking', { ...progress })}</span>
      </span>
    );
  if (!looked) return null;
  const when = looked.listings === 0 ? '' : texts.moment(new Date(looked.at).toISOString());
  return <span className="count">{say('upcomingLooked', { listings: looked.listings, when })}</span>;
}
