import type { PresentedFinding } from '../../background/messages/shown.ts';
import type { Counts, Level } from '../../background/messages/words.ts';
import type { OpenPage } from '../reading/page.ts';
import { PAGE_RECORD } from '../reading/reading.ts';

/** The findings of one field, drawn as one note next to it. */
export interface Note {
  /** Record and field, such as `page/yourPrice`. */
  readonly id: string;
  readonly anchor: Element;
  /** The finding whose sentence is shown. */
  readonly first: PresentedFinding;
  /** Number of further findings in the card. */
  readonly more: number;
}

/** Number of records on either side that delimit a record's own part of the list. */
const NEIGHBOURS = 1;

/**
 * The same field of the neighbouring records; null for the page's own fields, which are in no list.
 * @param keys of all records, in the order of the page
 */
export function neighboursOf(page: OpenPage, id: string, keys: readonly string[]): Element[] | null {
  const end = id.lastIndexOf('/');
  const record = id.slice(0, end);
  if (record === PAGE_RECORD) return null;
  const place = keys.indexOf(record);
  return keys
    .slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1)
    .filter((key) => key !== record && key !== PAGE_RECORD)
    .flatMap((key) => page.element(key, id.slice(end + 1)) ?? []);
}

/**
 * One note for every field on the page that has findings. A finding is attached to the first of its targets that has an
 * element. Findings without one appear only in the dock.
 */
export function notesOf(page: OpenPage, findings: readonly PresentedFinding[]): Note[] {
  const byAnchor = new Map<Element, { id: string; list: PresentedFinding[] }>();
  for (const finding of findings) {
    const place = anchorOf(page, finding);
    if (!place) continue;
    const entry = byAnchor.get(place.anchor);
    if (entry) entry.list.push(finding);
    else byAnchor.set(place.anchor, { id: place.id, list: [finding] });
  }
  return [...byAnchor].map(([anchor, { id, list }]) => {
    const [first] = list.toSorted((a, b) => rank(a) - rank(b)) as [PresentedFinding];
    return { id, anchor, first, more: list.length - 1 };
  });
}

/** The element a finding is drawn at, or null when none of its fields is on the page. */
export function anchorOf(page: OpenPage, finding: PresentedFinding): { id: string; anchor: Element } | null {
  for (const { record, field } of finding.targets) {
    const anchor = page.element(record, field);
    if (anchor) return { id: `${record}/${field}`, anchor };
  }
  return null;
}

const worstFirst: readonly Level[] = ['error', 'warning', 'info', 'unknown'];

/** Sentences before bare markers, then by level; the order within a level is the background's. */
function rank(finding: PresentedFinding): number {
  return (finding.inline ? 0 : 10) + worstFirst.indexOf(finding.level);
}

export function countLevels(findings: readonly PresentedFinding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, unknown: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}
