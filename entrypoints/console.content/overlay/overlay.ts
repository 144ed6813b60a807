import type { Appearance, CheckAnswer, Level, PresentedFinding } from '../../background/api.ts';
import { ask } from '../connection.ts';
import type { OpenPage } from '../reading/page.ts';
import { createRoot, h } from './draw.ts';
import { createHost } from './host.ts';
import { Layer, type LayerActions, type LayerState } from './Layer.tsx';
import { anchorOf, countLevels, type Note, notesOf } from './notes.ts';
import { createPlacer } from './placer.ts';

/** What is drawn over one page. Everything it adds is inside one host element; `remove` takes it away. */
export interface Overlay {
  /** Draws an answer: its findings replace those of the records it speaks of. */
  show(answer: CheckAnswer, keys: readonly string[]): void;
  /** The background gave no answer this time. */
  unanswered(): void;
  /** The extension runs no more under this page: says once that a reload is needed. */
  gone(): void;
  /** A node was typed into: what is drawn for its field is out of date until the next answer. */
  stale(node: Node): void;
  /** What is drawn is up to date after all. */
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
  announcement: '',
};

/** @param told what was just done, shown until the list is closed; empty for nothing */
export function createOverlay(page: OpenPage, appearance: Appearance, signal: AbortSignal, told = ''): Overlay {
  const { texts } = appearance;
  const host = createHost(document, appearance.styles, signal);
  const root = createRoot(host.root);
  const byRecord = new Map<string, readonly PresentedFinding[]>();
  let state: LayerState = { ...emptyState, appearance, listOpen: told !== '' };
  let order: readonly string[] = [];
  let allNotes: readonly Note[] = [];
  let opener: HTMLElement | null = null;
  let cardAnchor: Element | null = null;
  let { laterStyles } = appearance;
  let removed = false;

  const set = (change: Partial<LayerState>) => {
    if (removed) return;
    state = { ...state, ...change };
    if (laterStyles && (state.open || state.listOpen)) {
      host.addStyles(laterStyles);
      laterStyles = '';
    }
    root.render(h(Layer, { state, actions }));
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

  const openCard = async (id: string, from: HTMLElement | null) => {
    const finding = state.findings.find((candidate) => candidate.id === id);
    if (!finding) return;
    const [reply, { OpenCard }] = await Promise.all([ask({ kind: 'explain', finding: id }), import('../later.ts')]);
    if (reply.state !== 'answered' || !reply.answer || signal.aborted) return;
    cardAnchor = anchorOf(page, finding)?.anchor ?? null;
    cardAnchor?.scrollIntoView({ block: 'nearest' });
    // Walking on from an open card keeps the way back to where it began.
    if (!state.open) opener = from;
    set({ open: { finding, card: reply.answer, View: OpenCard } });
    placer.placeSoon();
  };

  const closeCard = () => {
    set({ open: null });
    opener?.focus();
    opener = null;
  };

  const walk = (step: 1 | -1) => {
    const { findings, open } = state;
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

  const actions: LayerActions = {
    openCard: (finding, from) => void openCard(finding, from),
    closeCard,
    walk,
    toggle: () => set({ hidden: !state.hidden }),
    toggleList: () => {
      told = '';
      set({ listOpen: !state.listOpen });
    },
    async enter(finding, fact, input) {
      const reply = await ask({ kind: 'enter', finding, fact, input });
      if (reply.state !== 'answered') return { done: false, sentence: texts.unanswered };
      if (reply.answer.done) closeCard();
      return reply.answer;
    },
    ignore: (finding) => void decide('ignore', finding),
    turnOff: (finding) => void decide('turn-off', finding),
    announce: (announcement) => set({ announcement }),
    noteDrawn: (id, element) => {
      const note = allNotes.find((candidate) => candidate.id === id);
      if (element && note) placer.add(id, element, note.anchor, note.first.inline);
      else placer.drop(id);
    },
    cardDrawn: (element) => {
      placer.setCard(element, cardAnchor);
      element?.focus();
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
        announcement: announcementOf(appearance, findings, state.findings),
      });
      placer.placeSoon();
      for (const note of allNotes)
        if (before.get(note.id) !== JSON.stringify(note.first)) placer.renew(note.id, note.first.inline);
    },
    unanswered() {
      set({ remarks: [texts.unanswered] });
    },
    gone() {
      // No frame will come any more: the scope has ended.
      host.ensure();
      set({ findings: [], notes: [], open: null, listOpen: true, remarks: [texts.reload], margin: null });
    },
    stale: placer.stale,
    fresh: placer.fresh,
    follow() {
      set(arrange());
      placer.chooseSoon();
    },
    walk,
    toggle: actions.toggle,
    owns: (node) => node === host.element,
    remove() {
      removed = true;
      root.render(null);
      host.remove();
    },
  };
}

/** Says how many findings there are when that changed, and nothing while it did not. */
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
