import { useEffect, useRef, useState } from 'react';
import { FindingCard } from '../../../components/FindingCard.tsx';
import type { Card } from '../../background/messages/shown.ts';
import type { BulkWorker } from '../files/checking/ask-worker.ts';
import type { Ask } from '../shell/ask.ts';
import type { Texts } from '../shell/texts.ts';

interface BulkCardProps {
  readonly index: number;
  readonly worker: BulkWorker;
  readonly ask: Ask;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
  readonly onClose: () => void;
}

/** One finding with its numbers and sources, over the list. */
export function BulkCard({ index, worker, ask, texts, announce, onClose }: BulkCardProps) {
  const [card, setCard] = useState<Card | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    let ended = false;
    const load = async () => {
      const answer = await worker.ask('card', { index, language: texts.language }).catch(() => null);
      if (!ended) setCard(answer);
    };
    void load();
    return () => {
      ended = true;
    };
  }, [index, worker, texts.language]);

  // Shown when there is something to show, so that the focus goes to the card at once.
  useEffect(() => {
    if (card) dialog.current?.showModal();
  }, [card]);

  const openRule = () => {
    if (card?.rule) ask({ kind: 'open-rule', rule: card.rule }).catch(() => announce(texts.say('unanswered')));
  };
  return (
    <dialog ref={dialog} className="bulk-card preflight" aria-labelledby="card-title" onClose={onClose}>
      {card && (
        <FindingCard
          card={card}
          texts={texts.card}
          announce={announce}
          onClose={() => dialog.current?.close()}
          onRule={openRule}
        />
      )}
    </dialog>
  );
}
