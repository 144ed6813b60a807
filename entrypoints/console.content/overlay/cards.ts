import type { OverlayTexts } from '../../background/messages/shown.ts';
import { ask } from '../connection.ts';
import type { OpenPage } from '../reading/page.ts';
import { placeOfCard } from './card-placement.ts';
import type { OverlayHost } from './host.ts';
import type { CardActions, LayerState } from './layer-state.ts';
import { anchorOf } from './notes.ts';
import type { Placer } from './placer.ts';
import { createWatch } from './seen.ts';

/** What an overlay provides to its cards. */
export interface Drawing {
  readonly page: OpenPage;
  readonly texts: OverlayTexts;
  readonly signal: AbortSignal;
  readonly host: OverlayHost;
  readonly placer: Placer;
  state(): LayerState;
  set(change: Partial<LayerState>): void;
}

export interface Cards {
  /** @param from receives the focus again when the card closes */
  openCard(finding: string, from: HTMLElement | null): Promise<void>;
  /** Opens the card of the next or previous finding. */
  walk(step: 1 | -1): void;
}

/** The cards of one overlay; at most one is open at a time. */
export function createCards({ page, texts, signal, host, placer, state, set }: Drawing): Cards {
  let opener: HTMLElement | null = null;
  let anchor: Element | null = null;
  let drawn: HTMLElement | null = null;
  let toast: HTMLElement | null = null;
  const cardWatch = createWatch();
  const toastWatch = createWatch();

  const openCard = async (id: string, from: HTMLElement | null) => {
    const finding = state().findings.find((candidate) => candidate.id === id);
    if (!finding) return;
    const takesEntries = host.isGuarded();
    const card = await ask({ kind: 'explain', finding: id, takesEntries });
    if (!card || signal.aborted) return;
    // The page rewrote its document in the meantime.
    if (takesEntries && !host.isGuarded()) return openCard(id, from);
    anchor = anchorOf(page, finding)?.anchor ?? null;
    anchor?.scrollIntoView({ block: 'nearest' });
    // Moving on from an open card keeps the element to return the focus to.
    if (!state().open) opener = from;
    set({ open: { finding, card, actions, refusal: '' } });
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

  const refuse = (sentence: string) => {
    const { open } = state();
    set({ open: open && { ...open, refusal: sentence }, announcement: sentence });
    placer.placeSoon();
  };

  const tell = (sentence: string, onUndo?: () => void) => {
    const onEnd = () => set({ toast: null });
    set({ toast: { sentence, onUndo, onEnd, drawn: toastDrawn }, announcement: sentence });
  };

  const toastDrawn = (element: HTMLElement | null) => {
    toast = element;
    toastWatch.watch(element);
  };

  /** With the keyboard, the focus moves from the closed card to the undo button. */
  const onDecided = (told: string) => {
    const isByKeyboard = drawn?.querySelector(':focus-visible') !== null;
    closeCard();
    if (!told) return;
    tell(told, undoLast);
    if (isByKeyboard) toast?.querySelector('button')?.focus();
  };

  const undoLast = async () => {
    // A page that may be covering the toast must not decide what is undone.
    if (toast && toastWatch.isSeen(toast) === false) return tell(texts.undoInPopup);
    const answer = await ask({ kind: 'undo-last' });
    tell(!answer ? texts.unanswered : answer.done ? texts.undone : answer.sentence);
  };

  const isCardSeen = () => drawn && cardWatch.isSeen(drawn);

  const decide = async (kind: 'ignore' | 'turn-off', finding: string) => {
    const answer = await ask({ kind, finding, seen: isCardSeen() === true });
    if (answer?.done) onDecided(answer.told);
    else refuse(answer?.sentence ?? texts.unanswered);
  };

  const actions: CardActions = {
    closeCard,
    walk,
    async enter(finding, fact, input) {
      // The card shows what was typed into it key by key, which is sufficient proof where the browser cannot report
      // visibility.
      const answer = await ask({ kind: 'enter', finding, fact, input, seen: isCardSeen() !== false });
      if (answer?.done) onDecided(answer.told);
      return answer ?? { done: false, sentence: texts.unanswered };
    },
    act(act) {
      if (act.kind === 'close') closeCard();
      else if (act.kind === 'ignore' || act.kind === 'turn-off') void decide(act.kind, act.finding);
      else void ask(act);
    },
    announce: (announcement) => set({ announcement }),
    cardDrawn: (element) => {
      drawn = element;
      cardWatch.watch(element);
      placer.setCard(element, (viewport) => placeOfCard(element as HTMLElement, anchor, viewport));
      element?.focus();
    },
  };

  return { openCard, walk };
}
