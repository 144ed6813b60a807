import { useEffect, useId, useState } from 'react';
import { FindingCard } from '../../../components/FindingCard.tsx';
import { Sentence } from '../../../components/Sentence.tsx';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type { Card } from '../../background/messages/shown.ts';
import type { ListingPartProps } from './part-props.ts';

/** Findings that expand to their card, one at a time, so that the list stays in view. */
export function ListingFindings({
  view,
  texts,
  ask,
  announce,
  onEnter,
  rule,
}: ListingPartProps & { readonly rule: string | null }) {
  const id = useId();
  const named = view.cards.find((card) => card.rule === rule)?.finding ?? null;
  const [open, setOpen] = useState<string | null>(named);
  useEffect(() => {
    if (named === null) return;
    setOpen(named);
    document.getElementById(rowId(named))?.scrollIntoView({ block: 'center' });
  }, [named]);
  const openRule = (id: string | null) => {
    if (id) ask({ kind: 'open-rule', rule: id }).catch(() => announce(texts.say('unanswered')));
  };

  return (
    <section className="listing-part" aria-labelledby={id}>
      <h2 id={id}>{texts.say('whatWasFound')}</h2>
      {view.cards.length === 0 && (
        <p className="lead">{texts.say(view.waiting.length === 0 ? 'nothingFound' : 'nothingFoundYet')}</p>
      )}
      <ul className="findings">
        {view.cards.map((card) => (
          <li key={card.finding} id={rowId(card.finding)}>
            <FindingRow
              card={card}
              isOpen={open === card.finding}
              onToggle={(isOpen) => setOpen(isOpen ? card.finding : null)}
            />
            {open === card.finding && (
              <div className="finding-card" id={cardId(card.finding)}>
                <FindingCard
                  card={card}
                  texts={texts.card}
                  announce={announce}
                  onEnter={onEnter}
                  onRule={() => openRule(card.rule)}
                  onImport={() => location.assign('#/imports')}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FindingRowProps {
  readonly card: Card;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

function FindingRow({ card, isOpen, onToggle }: FindingRowProps) {
  return (
    <button
      type="button"
      className="finding"
      aria-expanded={isOpen}
      aria-controls={isOpen ? cardId(card.finding) : undefined}
      onClick={() => onToggle(!isOpen)}
    >
      <SeverityMark level={card.level} word={card.levelName} />
      <span className="finding-text">
        <span className="finding-title">{card.title}</span>
        <span className="finding-sentence">
          <Sentence text={card.sentence} />
        </span>
      </span>
      <svg className="chevron" viewBox="0 0 16 16" aria-hidden="true">
        <path d="m4 6 4 4 4-4" />
      </svg>
    </button>
  );
}

/** An id without spaces, for attributes that take several ids. */
function rowId(finding: string): string {
  return `finding-${encodeURIComponent(finding)}`;
}

function cardId(finding: string): string {
  return `card-${encodeURIComponent(finding)}`;
}
