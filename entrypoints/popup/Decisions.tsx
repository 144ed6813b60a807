import type { Overview } from '../background/messages/overview.ts';
import { Chevron } from './Chevron.tsx';
import type { Texts } from './texts.ts';

interface DecisionsProps {
  readonly decisions: Overview['decisions'];
  /** Number of decisions not listed here. */
  readonly more: number;
  /** Opens the complete list. */
  readonly onAll: () => void;
  readonly texts: Texts;
  readonly onUndo: (decision: string) => void;
}

/** What the seller ignored, turned off or entered, each with its undo; expanded while any of it came from the page. */
export function Decisions({ decisions, more, texts, onUndo, onAll }: DecisionsProps) {
  if (decisions.length === 0) return null;
  return (
    <details className="part decisions" open={decisions.some(({ recent }) => recent)}>
      <summary className="summary">
        <h2 className="decisions-title">{texts.say('decisions')}</h2>{' '}
        <span className="decisions-count">{decisions.length + more}</span> <Chevron />
      </summary>
      <ul>
        {decisions.map(({ id, sentence, recent }) => (
          <li key={id} className="decision">
            <span>
              {recent && <strong>{texts.say('recent')} </strong>}
              {sentence}
            </span>
            <button
              type="button"
              className="link"
              aria-label={`${texts.say('undo')} ${sentence}`}
              onClick={(event) => {
                // The button disappears with its line; keep the focus in the list.
                event.currentTarget.closest('details')?.querySelector('summary')?.focus();
                onUndo(id);
              }}
            >
              {texts.say('undo')}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className="link" onClick={onAll}>
          {texts.say('allDecisions', { count: decisions.length + more })}
        </button>
      )}
    </details>
  );
}
