import type { EntryAnswer, OverlayTexts } from '../../background/api.ts';
import { ask } from '../connection.ts';
import type { OpenPage } from '../reading/page.ts';
import { placeOfCard } from './card-placement.ts';
import type { LayerState } from './Layer.tsx';
import { anchorOf } from './notes.ts';
import { OpenCard } from './OpenCard.tsx';
import type { Placer } from './placer.ts';

/** What an overlay lends to its cards. */
export interface Drawing {
  readonly page: OpenPage;
  readonly texts: OverlayTexts;
  readonly signal: AbortSignal;
  readonly placer: Placer;
  state(): LayerState;
  set(change: Partial<LayerState>): void;
}

/** What can be done in an open card. */
export interface CardActions {
  closeCard(): void;
  walk(step: 1 | -1): void;
  enter(finding: string, fact: string, input: string): Promise<EntryAnswer>;
  ignore(finding: string): void;
  turnOff(finding: string): void;
  announce(sentence: string): void;
  /** Called with the card's element when it is drawn and with null when it goes. */
  cardDrawn(element: HTMLElement | null): void;
}

export interface Cards {
  /** @param from gets the focus back once the card is closed */
  openCard(finding: string, from: HTMLElement | null): Promise<void>;
  /** Opens the card of the next finding or of the one before. */
  walk(step: 1 | -1): void;
}

/** The cards of one overlay, of which one is open at a time. */
export function createCards({ page, texts, signal, placer, state, set }: Drawing): Cards {
  let opener: HTMLElement | null = null;
  let anchor: Element | null = null;

  const openCard = async (id: string, from: HTMLElement | null) => {
    const finding = state().findings.find((candidate) => candidate.id === id);
    if (!finding) return;
    const reply = await ask({ kind: 'explain', finding: id });
    if (reply.state !== 'answered' || !reply.answer || signal.aborted) return;
    anchor = anchorOf(page, finding)?.anchor ?? null;
    anchor?.scrollIntoView({ block: 'nearest' });
    // Walking on from an open card keeps the way back to where it began.
    if (!state().open) opener = from;
    set({ open: { finding, card: reply.answer, View: OpenCard, actions } });
    placer.placeSoon();
  };

  const closeCard = () => {
    set({ open: null });
    opener?.focus();
    opener = null;
  };

  const walk = (step: 1 | -1) => {
    const { findings, open } = state();
    if (findings.length === 0) return;
    const now = open ? findings.findIndex(({ id }) => id === open.finding.id) : -1;
    const start = now === -1 && step === -1 ? 0 : now;
    const next = findings[(start + step + findings.length) % findings.length];
    const from = document.activeElement;
    if (next) void openCard(next.id, from instanceof HTMLElement ? from : null);
  };

  const decide = async (kind: 'ignore' | 'turn-off', finding: string) => {
    const reply = await ask({ kind, finding });
    if (reply.state !== 'answered') set({ announcement: texts.unanswered });
    else if (reply.answer.done) closeCard();
    else set({ announcement: reply.answer.sentence });
  };

  const actions: CardActions = {
    closeCard,
    walk,
    async enter(finding, fact, input) {
      const reply = await ask({ kind: 'enter', finding, fact, input });
      if (reply.state !== 'answered') return { done: false, sentence: texts.unanswered };
      if (reply.answer.done) closeCard();
      return reply.answer;
    },
    ignore: (finding) => void decide('ignore', finding),
    turnOff: (finding) => void decide('turn-off', finding),
    announce: (announcement) => set({ announcement }),
    cardDrawn: (element) => {
      placer.setCard(element, (viewport) => placeOfCard(element as HTMLElement, anchor, viewport));
      element?.focus();
    },
  };

  return { openCard, walk };
}
