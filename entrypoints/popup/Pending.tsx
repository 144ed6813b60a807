import { useId } from 'react';
import type { Overview } from '../background/messages/overview.ts';
import type { Texts } from './texts.ts';

interface PendingProps {
  readonly pending: Overview['pending'];
  readonly texts: Texts;
  readonly onSettle: (pending: string, confirmed: boolean) => void;
}

/** Decisions that may have been clicked unseen in the page, confirmed here because the page cannot reach the popup. */
export function Pending({ pending, texts, onSettle }: PendingProps) {
  const id = useId();
  if (pending.length === 0) return null;
  return (
    <section className="part pending" aria-labelledby={id}>
      <h2 className="part-title" id={id}>
        {texts.say('pendingTitle', { count: pending.length })}
      </h2>
      <ul>
        {pending.map((one) => (
          <li key={one.id} className="pending-one">
            <p>{one.sentence}</p>
            <div className="pending-actions">
              <button
                type="button"
                className="button button-primary"
                aria-label={`${texts.say('confirm')}: ${one.sentence}`}
                onClick={() => onSettle(one.id, true)}
              >
                {texts.say('confirm')}
              </button>
              <button
                type="button"
                className="button"
                aria-label={`${texts.say('discard')}: ${one.sentence}`}
                onClick={() => onSettle(one.id, false)}
              >
                {texts.say('discard')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
