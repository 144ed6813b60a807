import { useId, useState } from 'react';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import { EntryField } from './EntryField.tsx';
import type { ListingPartProps } from './part-props.ts';

/** More than these are shown when asked for: the first ones settle most. */
const MOST = 6;

/** What is not known of the listing, which checks wait for it, and where it comes from. */
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
