import type { UpcomingChange, UpcomingDeadline } from '../../background/messages/upcoming.ts';
import type { Texts } from '../shell/texts.ts';

interface SourceLinesProps {
  /** Accessible name of the disclosure. */
  readonly label: string;
  readonly why: string;
  readonly subject: Pick<UpcomingDeadline | UpcomingChange, 'rule' | 'sources' | 'certainty' | 'count' | 'listings'>;
  readonly texts: Texts;
  readonly address: (path: string) => string;
}

/** Reason, affected listings, sources and their certainty, in a closed disclosure. */
export function SourceLines({ label, why, subject, texts, address }: SourceLinesProps) {
  const { rule, sources, certainty, count, listings } = subject;
  const { say } = texts;
  return (
    <details className="source-lines">
      <summary aria-label={label}>{say('deadlineWhy')}</summary>
      {why && <p>{why}</p>}
      {count > 0 && (
        <>
          <p className="help">{say('deadlineListings', { count })}</p>
          <ul className="panel-list">
            {listings.map(({ name, address: page }) => (
              <li key={`${name} ${page}`}>
                {page ? (
                  <a href={page} target="_blank" rel="noreferrer">
                    {name}
                  </a>
                ) : (
                  name
                )}
              </li>
            ))}
            {count > listings.length && <li>{say('deadlineMore', { count: count - listings.length })}</li>}
          </ul>
        </>
      )}
      {sources.map(({ title, address: page }) => (
        <p key={title} className="help">
          {page ? (
            <a href={page} target="_blank" rel="noreferrer">
              {title}
            </a>
          ) : (
            title
          )}
        </p>
      ))}
      {(certainty || rule) && (
        <p className="help">
          {certainty}
          {certainty && rule && ' · '}
          {rule && (
            <a href={address(referenceOf(rule, texts.language))} target="_blank" rel="noreferrer">
              {say('reference')}
            </a>
          )}
        </p>
      )}
    </details>
  );
}

function referenceOf(rule: string, language: string): string {
  const [marketplace, name] = rule.split('/');
  return `/reference/${language}/${marketplace}.html#${name}`;
}
