import type {
  Appearance,
  CardAct,
  EntryAnswer,
  OpenedCard,
  PresentedFinding,
  PresentedMargin,
} from '../../background/messages/shown.ts';
import type { Note } from './notes.ts';
import type { ToastState } from './Toast.tsx';
/** Everything the overlay shows at a given moment. */
export interface LayerState {
  readonly appearance: Appearance;
  /** All findings of the page, in navigation order. */
  readonly findings: readonly PresentedFinding[];
  /** Notes of the fields in view. */
  readonly notes: readonly Note[];
  readonly remarks: readonly string[];
  readonly margin: PresentedMargin | null;
  readonly storeName: string;
  readonly hidden: boolean;
  readonly listOpen: boolean;
  readonly open: {
    readonly finding: PresentedFinding;
    readonly card: OpenedCard;
    readonly actions: CardActions;
    /** Why the last decision in it failed; empty otherwise. */
    readonly refusal: string;
  } | null;
  readonly toast: ToastState | null;
  readonly announcement: string;
}

export interface LayerActions {
  openCard(finding: string, opener: HTMLElement): void;
  walk(step: 1 | -1): void;
  toggle(): void;
  toggleList(): void;
  /** Called with a note's element when drawn, and with null when removed. */
  noteDrawn(id: string, element: HTMLElement | null): void;
}

export interface ElementRef {
  current: HTMLDivElement | null;
}

/** Actions available in an open card. */
export interface CardActions {
  closeCard(): void;
  walk(step: 1 | -1): void;
  enter(finding: string, fact: string, input: string): Promise<EntryAnswer>;
  act(act: CardAct): void;
  announce(sentence: string): void;
  /** Called with the card's element when drawn, and with null when removed. */
  cardDrawn(element: HTMLElement | null): void;
}
