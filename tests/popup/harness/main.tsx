import { createRoot } from 'react-dom/client';
import '../../../assets/styles/tokens.css';
import '../../../assets/styles/components.css';
import '../../../assets/styles/buttons.css';
import '../../../assets/styles/card.css';
import '../../../assets/styles/popup.css';
import type { Overview } from '../../../entrypoints/background/messages/overview.ts';
import type { Language } from '../../../entrypoints/background/messages/words.ts';
import type { Ask, PopupRequest } from '../../../entrypoints/popup/ask.ts';
import { Popup } from '../../../entrypoints/popup/Popup.tsx';
import { type FixtureName, fixtures } from '../fixtures.ts';

/** The popup over a background of fixtures: ?fixture=NAME&language=zh-CN. A test drives it through `window.background`. */
export interface HarnessBackground {
  language: Language;
  /** False: questions are left unanswered, as by a background that does not run. */
  answers: boolean;
  undone: string[];
  /** The next decision is refused with this sentence. */
  refusal: string | null;
  /** Laid over the fixture's overview from now on. */
  changes: Partial<Overview>;
  asked: PopupRequest[];
  opened: string[];
  /** What it answers to the popup now. */
  overview: () => Overview;
  /** Says that something was stored. */
  stored: () => void;
}

declare global {
  interface Window {
    background: HarnessBackground;
  }
}

const asked = new URLSearchParams(location.search);
const fixture = fixtures[(asked.get('fixture') ?? 'page') as FixtureName];
const listeners = new Set<() => void>();
const background: HarnessBackground = {
  language: (asked.get('language') ?? 'en') as Language,
  answers: asked.get('answers') !== 'false',
  undone: [],
  refusal: null,
  changes: {},
  asked: [],
  opened: [],
  overview: () => {
    const { overview } = fixture(background.language);
    const decisions = overview.decisions.filter(({ id }) => !background.undone.includes(id));
    return { ...overview, decisions, ...background.changes };
  },
  stored: () => {
    for (const listener of listeners) listener();
  },
};
window.background = background;

function answer(request: PopupRequest): unknown {
  switch (request.kind) {
    case 'overview':
      return background.overview();
    case 'explain-stored':
      return fixture(background.language).cards[request.finding] ?? null;
    case 'open-rule':
    case 'settle-pending':
      return { done: true };
    case 'set-language':
      background.language = request.language;
      return { done: true };
    case 'undo':
      if (background.refusal) return { done: false, sentence: background.refusal };
      background.undone.push(request.decision);
      return { done: true };
  }
}

const ask = (async (request: PopupRequest) => {
  background.asked.push(request);
  return background.answers ? answer(request) : undefined;
}) as Ask;

function onStoredChange(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const root = document.getElementById('popup');
if (root)
  createRoot(root).render(
    <Popup
      ask={ask}
      tab={7}
      onStoredChange={onStoredChange}
      openPage={(address) => background.opened.push(address)}
      close={() => background.opened.push('closed')}
    />,
  );
