import type { ReactNode } from 'react';
import type { Card, EntryAnswer, OverlayTexts } from '../entrypoints/background/messages/shown.ts';
import { CopyButton } from './CopyButton.tsx';
import { EntryForm, type EntryInput } from './EntryForm.tsx';
import { Sentence } from './Sentence.tsx';
import { SeverityMark } from './SeverityMark.tsx';

/** Fixed texts of a card, under the overlay's names for them. */
export const cardTextNames = [
  'close',
  'copy',
  'copied',
  'why',
  'numbers',
  'since',
  'source',
  'certainty',
  'rule',
  'blind',
  'ignore',
  'turnOff',
  'openListing',
  'importReport',
  'save',
  'enterValue',
  'teach',
] as const satisfies readonly (keyof OverlayTexts)[];
export type CardTexts = Pick<OverlayTexts, (typeof cardTextNames)[number]>;

export interface FindingCardProps {
  readonly card: Card;
  readonly texts: CardTexts;
  /** Announces a sentence in the surface's single live region. */
  readonly announce: (sentence: string) => void;
  /** An action that is omitted gets no button. */
  readonly onClose?: (() => void) | undefined;
  readonly onEnter?: ((fact: string, input: string) => Promise<EntryAnswer>) | undefined;
  /** Renders the text fields of entries. */
  readonly Input?: EntryInput | undefined;
  /** Why the last decision failed; announced by the caller. */
  readonly refusal?: string | undefined;
  /** Opens the reference at the card's rule. */
  readonly onRule?: (() => void) | undefined;
  readonly onIgnore?: (() => void) | undefined;
  readonly onTurnOff?: (() => void) | undefined;
  /** Opens the listing in the workspace. */
  readonly onListing?: (() => void) | undefined;
  /** Opens the workspace's imports, for a report that may supply what is missing. */
  readonly onImport?: (() => void) | undefined;
  /** Lets the seller point out the unreadable field. */
  readonly onTeach?: (() => void) | undefined;
}

/** One finding in full. Fills its container; designed for 320 px. */
export function FindingCard({
  card,
  texts,
  announce,
  onClose,
  onEnter,
  Input,
  refusal,
  onRule,
  onIgnore,
  onTurnOff,
  onTeach,
  onListing,
  onImport,
}: FindingCardProps) {
  const entries = onEnter && card.entries.length > 0 && (
    <section className="detail-part" aria-label={texts.enterValue}>
      {card.entries.map((entry) => (
        <EntryForm key={entry.fact} entry={entry} texts={texts} Input={Input} onEnter={onEnter} announce={announce} />
      ))}
    </section>
  );
  const unknown = card.level === 'unknown';
  const ignore = card.canIgnore ? onIgnore : undefined;

  return (
    <article className={`detail detail-${card.level}`} aria-labelledby="card-title">
      <header className="detail-head">
        <SeverityMark level={card.level} />
        <h2 className="detail-title" id="card-title">
          <span className="detail-level">{card.levelName}</span> {card.title}
        </h2>
        {onClose && (
          <button type="button" className="button-icon" aria-label={texts.close} onClick={onClose}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="m4 4 8 8m0-8-8 8" />
            </svg>
          </button>
        )}
      </header>

      <p className="detail-sentence">
        <Sentence text={card.sentence} />
      </p>

      {card.fixes.map(({ label, shown, copy }) => (
        <p key={label} className="fix">
          <span className="fix-label">{label}</span>
          <strong className="fix-value">{shown}</strong>
          {copy !== null && <CopyButton value={copy} what={`${label} ${shown}`} texts={texts} announce={announce} />}
        </p>
      ))}

      {card.reasons.length > 0 && (
        <ul className="reasons">
          {card.reasons.map(({ title, sentence }) => (
            <li key={title}>
              <b>{title}</b> <Sentence text={sentence} />
            </li>
          ))}
        </ul>
      )}

      {card.teach && onTeach && (
        <button type="button" className="button" onClick={onTeach}>
          {texts.teach}
        </button>
      )}

      {card.hints.map((hint) => (
        <p key={hint} className="hint">
          {hint}
        </p>
      ))}

      {unknown && entries}

      {card.canImport && onImport && (
        <button type="button" className="link" onClick={onImport}>
          {texts.importReport}
        </button>
      )}

      {card.why && (
        <Part title={texts.why}>
          <p>{card.why}</p>
        </Part>
      )}

      {card.numbers.length > 0 && (
        <Part title={texts.numbers}>
          <table className="numbers">
            <tbody>
              {card.numbers.map(({ label, shown, origin }) => (
                <tr key={label}>
                  <th scope="row">
                    {label}
                    {origin && <span className="numbers-origin">{origin}</span>}
                  </th>
                  <td>{shown}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}

      <dl className="provenance">
        {card.since && <Line name={texts.since}>{card.since}</Line>}
        {card.sources.length > 0 && (
          <Line name={texts.source}>
            {card.sources.map((source) => (
              <Source key={source.title} {...source} />
            ))}
          </Line>
        )}
        {card.certainty && <Line name={texts.certainty}>{card.certainty}</Line>}
        {card.blind && <Line name={texts.blind}>{card.blind}</Line>}
      </dl>

      {card.rule && onRule && (
        <button type="button" className="link" onClick={onRule}>
          {texts.rule}
        </button>
      )}

      {onListing && (
        <button type="button" className="link" onClick={onListing}>
          {texts.openListing}
        </button>
      )}

      {!unknown && entries}

      <Refusal refusal={refusal} />

      {(ignore || onTurnOff) && (
        <footer className="detail-foot">
          {ignore && (
            <button type="button" className="button-quiet" onClick={ignore}>
              {texts.ignore}
            </button>
          )}
          {onTurnOff && (
            <button type="button" className="button-quiet" onClick={onTurnOff}>
              {texts.turnOff}
            </button>
          )}
        </footer>
      )}
    </article>
  );
}

/** Heard in the live region: inert, so that it is not read twice. */
export function Refusal({ refusal }: Pick<FindingCardProps, 'refusal'>) {
  return refusal ? (
    <p className="detail-refusal" inert>
      {refusal}
    </p>
  ) : null;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="detail-part">
      <h3 className="detail-heading">{title}</h3>
      {children}
    </section>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="provenance-line">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Source({ title, address }: Card['sources'][number]) {
  if (!address) return <span className="source">{title}</span>;
  return (
    <a className="source" href={address} target="_blank" rel="noreferrer">
      {title}
    </a>
  );
}
