import { useId, useState } from 'react';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import { EntryField } from './EntryField.tsx';
import type { ListingPartProps } from './part-props.ts';

/** Shown before "show all": the first ones decide most checks. */
const MOST = 6;

/** Missing facts of the listing, the checks that wait for them, and where to get them. */
export function ListingWaiting({ view, texts, onEnter, announce }: ListingPartProps) {
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  if (view.waiting.length === 0) return null;
  return (
    <section className="listing-part" aria-labelledby={id}>
      <h2 id={id}>{texts.say('waitingTitle', { count: view.waiting.length })}</h2>
      <ul className="waiting">
        {view.waiting.slice(0, isWhole ? undefined : MOST).map(({ fact, label, help, checks, entry }) => (
          <li key={fact}>
            <details>
              <summary>
                <SeverityMark level="unknown" />
                <span className="waiting-fact">{label}</span>
                <span className="waiting-count">{texts.say('waitingChecks', { count: checks.length })}</span>
              </summary>
              <p className="waiting-checks">{texts.list(checks)}</p>
              {entry ? (
                <EntryField entry={entry} texts={texts} onEnter={onEnter} announce={announce} />
              ) : (
                <p className="help">{help}</p>
              )}
            </details>
          </li>
        ))}
      </ul>
      {!isWhole && view.waiting.length > MOST && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          {texts.say('showAllMissing', { count: view.waiting.length })}
        </button>
      )}
    </section>
  );
}
