import type { UpcomingChange } from '../../background/messages/upcoming.ts';
import { SourceLines } from '../controls/SourceLines.tsx';
import { Topic } from '../shell/Topic.tsx';
import type { Texts } from '../shell/texts.ts';

interface ChangesAheadProps {
  readonly changes: readonly UpcomingChange[];
  readonly texts: Texts;
  readonly address: (path: string) => string;
}

/** Rule values that start or stop applying, with the affected listings. */
export function ChangesAhead({ changes, texts, address }: ChangesAheadProps) {
  const { say } = texts;
  return (
    <Topic title={say('changesTitle')} lead={changes.length === 0 ? say('changesNone') : ''}>
      <ul className={changes.length === 0 ? undefined : 'rows'}>
        {changes.map((change) => (
          <li key={change.id} className="row deadline">
            <p className="deadline-day">
              <time dateTime={change.day}>{change.shownDay}</time>
              <span className="deadline-when">{change.when}</span>
            </p>
            <div>
              <h3 className="deadline-title">
                {change.title} <span className="deadline-store">{change.store.name}</span>
              </h3>
              <p>{change.sentence}</p>
              <SourceLines
                label={say('deadlineWhyOf', { title: change.title, store: change.store.name })}
                why={change.status}
                subject={change}
                texts={texts}
                address={address}
              />
            </div>
          </li>
        ))}
      </ul>
    </Topic>
  );
}
