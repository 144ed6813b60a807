import type { UpcomingDeadline } from '../../background/messages/upcoming.ts';
import { SourceLines } from '../controls/SourceLines.tsx';
import type { Texts } from '../shell/texts.ts';

interface DeadlineRowProps {
  readonly deadline: UpcomingDeadline;
  readonly texts: Texts;
  readonly address: (path: string) => string;
  readonly onCalendar: (deadline: string) => void;
  readonly onDone: (deadline: string, done: boolean) => void;
}

/** One deadline: date, subject, shop, and what can be done about it. */
export function DeadlineRow({ deadline, texts, address, onCalendar, onDone }: DeadlineRowProps) {
  const { id, group, title, sentence, why, store, day, shownDay, when } = deadline;
  const { say } = texts;
  const isDone = group === 'done';
  const named = { title, store: store.name };
  return (
    <li className={`row deadline deadline-${group}`}>
      <p className="deadline-day">
        <time dateTime={day}>{shownDay}</time>
        <span className="deadline-when">{when}</span>
      </p>
      <div>
        <h3 className="deadline-title">
          {title} <span className="deadline-store">{store.name}</span>
        </h3>
        <p>{sentence}</p>
        <SourceLines label={say('deadlineWhyOf', named)} why={why} subject={deadline} texts={texts} address={address} />
      </div>
      <div className="deadline-actions">
        <button
          type="button"
          className="button-quiet"
          aria-label={say(isDone ? 'deadlineUndoneOf' : 'deadlineDoneOf', named)}
          onClick={() => onDone(id, !isDone)}
        >
          {say(isDone ? 'deadlineUndone' : 'deadlineDone')}
        </button>
        {!isDone && (
          <button
            type="button"
            className="button-quiet"
            aria-label={say('deadlineToCalendarOf', named)}
            onClick={() => onCalendar(id)}
          >
            {say('deadlineToCalendar')}
          </button>
        )}
      </div>
    </li>
  );
}
