import { useEffect, useRef, useState } from 'react';
import { FindingCard } from '../../components/FindingCard.tsx';
import type { Card } from '../background/messages/shown.ts';
import type { Ask } from './ask.ts';
import type { Teach } from './teach.ts';
import type { Texts } from './texts.ts';

export interface OpenFinding {
  readonly finding: string;
  /** Tab whose page has the finding; null for a stored finding. */
  readonly tab: number | null;
}

interface OpenCardProps {
  readonly ask: Ask;
  readonly open: OpenFinding;
  /** A new stamp reloads the card: its numbers or the language may have changed. */
  readonly stamp: unknown;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
  readonly onTeach: Teach;
  readonly onBack: () => void;
}

/** One finding's card, shown in place of the list. */
export function OpenCard({ ask, open, stamp, texts, announce, onTeach, onBack }: OpenCardProps) {
  const [card, setCard] = useState<Card | null | 'asked' | 'unanswered'>('asked');
  const back = useRef<HTMLButtonElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp stands for everything the card is made from
  useEffect(() => {
    let ended = false;
    const load = async () => {
      const answer = await ask({ kind: 'explain-stored', ...open }).catch(() => undefined);
      if (!ended) setCard(answer === undefined ? 'unanswered' : answer);
    };
    void load();
    return () => {
      ended = true;
    };
  }, [ask, open, stamp]);

  useEffect(() => back.current?.focus(), []);

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Without this, Escape would close the whole popup.
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [onBack]);

  const openRule = (rule: string | null) => {
    if (rule) ask({ kind: 'open-rule', rule }).catch(() => announce(texts.say('unansweredTitle')));
  };

  const openImports = () => {
    ask({ kind: 'open-imports' }).catch(() => announce(texts.say('unansweredTitle')));
  };

  return (
    <div className="open-card">
      <button ref={back} type="button" className="button-quiet back" onClick={onBack}>
        <svg className="back-arrow" viewBox="0 0 16 16" aria-hidden="true">
          <path d="m10 4-4 4 4 4" />
        </svg>
        {texts.say('back')}
      </button>
      {card === null && <p className="quiet">{texts.say('gone')}</p>}
      {card === 'unanswered' && <p className="quiet">{texts.say('unansweredTitle')}</p>}
      {card !== null && typeof card === 'object' && (
        <>
          <FindingCard
            card={card}
            texts={texts.card}
            announce={announce}
            onRule={() => openRule(card.rule)}
            onImport={openImports}
            onTeach={() => card.teach && onTeach(card.teach)}
          />
          {card.entries.length > 0 && <p className="quiet">{texts.say('enterInPage')}</p>}
        </>
      )}
    </div>
  );
}
