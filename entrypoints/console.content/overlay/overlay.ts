import { createElement } from 'react';
import type { Appearance, CheckAnswer, PresentedFinding } from '../../background/messages/shown.ts';
import type { Level } from '../../background/messages/words.ts';
import type { OpenPage } from '../reading/page.ts';
import { type Cards, createCards } from './cards.ts';
import { createHost } from './host.ts';
import { Layer } from './Layer.tsx';
import type { LayerActions, LayerState } from './layer-state.ts';
import { countLevels, type Note, neighboursOf, notesOf } from './notes.ts';
import { createPlacer } from './placer.ts';
import { createRoot } from './root.ts';

/** The overlay of one page. Everything it adds is inside one host element; `remove` deletes it. */
export interface Overlay {
  /** Draws an answer: its findings replace those of the records it covers. */
  show(answer: CheckAnswer, keys: readonly string[]): void;
  /** The background gave no answer this time. */
  unanswered(): void;
  /** The extension no longer runs in this page: says once that a reload is needed. */
  gone(): void;
  /** A node was typed into: the drawing for its field is outdated until the next answer. */
  stale(node: Node): void;
  /** The drawing is up to date after all. */
  fresh(): void;
  /** The page's layout may have changed. */
  follow(): void;
  walk(step: 1 | -1): void;
  toggle(): void;
  /** Whether a node is the overlay's own. */
  owns(node: Node): boolean;
  remove(): void;
}

const emptyState: Omit<LayerState, 'appearance'> = {
  findings: [],
  notes: [],
  remarks: [],
  margin: null,
  storeName: '',
  hidden: false,
  listOpen: false,
  open: null,
  toast: null,
  announcement: '',
};

/**
 * @param onRewritten called when the page rewrote its document: nothing drawn receives events any longer
 * @param told the action just completed, shown until the list is closed; empty for none
 */
export function createOverlay(
  page: OpenPage,
  appearance: Appearance,
  signal: AbortSignal,
  onRewritten: () => void,
  told: string,
): Overlay {
  const { texts } = appearance;
  const host = createHost(document, appearance.styles, signal, undefined, onRewritten);
  const root = createRoot(host.root);
  const byRecord = new Map<string, readonly PresentedFinding[]>();
  let state: LayerState = { ...emptyState, appearance, listOpen: told !== '' };
  let order: readonly string[] = [];
  let allNotes: readonly Note[] = [];
  let cards: Cards | null = null;
  let { laterStyles } = appearance;
  let removed = false;

  const set = (change: Partial<LayerState>) => {
    if (removed) return;
    state = { ...state, ...change };
    if (laterStyles && (state.open || state.listOpen)) {
      host.addStyles(laterStyles);
      laterStyles = '';
    }
    root.render(createElement(Layer, { state, actions }));
  };

  const placer = createPlacer(host, signal, (inView) => {
    set({ notes: allNotes.filter(({ anchor }) => inView.has(anchor)) });
  });

  const arrange = () => {
    const findings = order.flatMap((key) => byRecord.get(key) ?? []);
    allNotes = notesOf(page, findings);
    placer.observe(allNotes.map(({ anchor }) => anchor));
    const inView = placer.inView();
    return { findings, notes: allNotes.filter(({ anchor }) => inView.has(anchor)) };
  };

  /** Created with the first card: watching its visibility costs a tenth of a page load. */
  const cardsNow = () => {
    cards ??= createCards({ page, texts, signal, host, placer, state: () => state, set });
    return cards;
  };

  const actions: LayerActions = {
    openCard: (finding, from) => void cardsNow().openCard(finding, from),
    walk: (step) => cardsNow().walk(step),
    toggle: () => set({ hidden: !state.hidden }),
    toggleList: () => {
      told = '';
      set({ listOpen: !state.listOpen });
    },
    noteDrawn: (id, element) => {
      const note = allNotes.find((candidate) => candidate.id === id);
      if (element && note) placer.add(id, element, note.anchor, note.first.inline, neighboursOf(page, id, order));
      else placer.drop(id);
    },
  };

  return {
    show(answer, keys) {
      order = keys;
      for (const { record, list } of answer.findings) byRecord.set(record, list);
      for (const key of byRecord.keys()) if (!keys.includes(key)) byRecord.delete(key);
      const before = new Map(allNotes.map((note) => [note.id, JSON.stringify(note.first)]));
      placer.fresh();
      const { findings, notes } = arrange();
      const stillOpen = state.open && findings.some(({ id }) => id === state.open?.finding.id);
      set({
        findings,
        notes,
        remarks: told ? [told, ...answer.remarks] : answer.remarks,
        margin: answer.margin,
        storeName: answer.store.name,
        open: stillOpen ? state.open : null,
        announcement: announcementOf(appearance, findings, state.findings) || state.announcement,
      });
      placer.placeSoon();
      for (const note of allNotes)
        if (before.get(note.id) !== JSON.stringify(note.first)) placer.renew(note.id, note.first.inline);
    },
    unanswered() {
      set({ remarks: [texts.unanswered] });
    },
    gone() {
      // No further frame will come: the scope has ended.
      host.ensure();
      set({ findings: [], notes: [], open: null, listOpen: true, remarks: [texts.reload], margin: null });
    },
    stale: placer.stale,
    fresh: placer.fresh,
    follow() {
      set(arrange());
      placer.chooseSoon();
    },
    walk: actions.walk,
    toggle: actions.toggle,
    owns: (node) => node === host.element,
    remove() {
      removed = true;
      root.render(null);
      host.remove();
    },
  };
}

/** Announces the number of findings if it changed; empty otherwise. */
function announcementOf(
  { levelNames, texts }: Appearance,
  findings: readonly PresentedFinding[],
  before: readonly PresentedFinding[],
): string {
  if (findings.length === before.length && findings.every(({ id }, index) => id === before[index]?.id)) return '';
  const counts = Object.entries(countLevels(findings)) as [Level, number][];
  const parts = counts.flatMap(([level, count]) => (count > 0 ? `${levelNames[level]}: ${count}` : []));
  return parts.length > 0 ? parts.join(', ') : texts.dockNothing;
}
