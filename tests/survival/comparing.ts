import type { PageReading, Reading } from '../../entrypoints/console.content/reading/reading.ts';
import { isGone, type TrueRecord } from './truth.ts';

/** A record as a way of reading gave it. `key` is `page` for the page's own record. */
export interface Found {
  readonly key: string;
  readonly fields: { readonly [field: string]: Reading };
}

/** What became of the fields of one changed page. */
export interface Outcome {
  /** Read right; or unreadable where nothing else was to be expected. */
  right: number;
  /** Said to be unreadable. */
  unreadable: number;
  /** Said not to be on the page, though it is. */
  missed: number;
  /** The value itself was taken off the page: no field of it any more. */
  gone: number;
  /** Names of the fields that were not read, each with whether an anchor of it is left. */
  readonly lost: { readonly field: string; readonly anchored: boolean }[];
  /** One sentence each. */
  readonly wrong: string[];
}

export function emptyOutcome(): Outcome {
  return { right: 0, unreadable: 0, missed: 0, gone: 0, lost: [], wrong: [] };
}

/** @param hasAnchor whether something that the guide knows still leads to a field */
export function compare(
  truth: readonly TrueRecord[],
  found: readonly Found[],
  hasAnchor: (record: TrueRecord, field: string) => boolean = () => true,
): Outcome {
  const outcome = emptyOutcome();
  const left = new Set(truth);
  for (const { key, fields } of found) {
    const match = matching([...left], fields, key);
    if (match) left.delete(match);
    for (const [name, reading] of Object.entries(fields)) {
      if (reading.state !== 'read' || (match && name in match.values)) continue;
      // A form that is being filled names no listing yet.
      if (reading.value === null || NAMES_A_ROW.has(name)) continue;
      outcome.wrong.push(`${key} ${name}: ${JSON.stringify(reading.value)} for nothing`);
    }
    if (!match) continue;
    const judged = match.isUnnamed ? emptyOutcome() : outcome;
    judge(match, fields, key, judged, hasAnchor);
    if (match.isUnnamed) outcome.wrong.push(...judged.wrong);
  }
  for (const record of left) if (!record.isUnnamed) judge(record, {}, '', outcome, hasAnchor);
  return outcome;
}

/** As `compare`, for records whose row is known. */
export function compareSimply(
  truth: readonly TrueRecord[],
  found: readonly { readonly record: TrueRecord; readonly fields: { readonly [field: string]: PageReading } }[],
  understood: (fields: { readonly [field: string]: PageReading }) => Found['fields'],
): Outcome {
  const outcome = emptyOutcome();
  for (const record of truth.filter(({ isUnnamed }) => !isUnnamed)) {
    const fields = found.find((one) => one.record === record)?.fields ?? {};
    judge(record, understood(fields), '', outcome, () => true);
  }
  return outcome;
}

function judge(
  record: TrueRecord,
  fields: Found['fields'],
  key: string,
  outcome: Outcome,
  hasAnchor: (record: TrueRecord, field: string) => boolean,
): void {
  for (const [name, value] of Object.entries(record.values)) {
    const reading = fields[name];
    const reason = typeof value === 'object' && value !== null && 'unreadable' in value ? value.unreadable : null;
    if (reading?.state === 'read') {
      // Two that disagreed are one where the other is lost.
      if (reason === 'ambiguous' || same(reading.value, value)) outcome.right += 1;
      else if (NAMES_A_ROW.has(name)) outcome[isAlike(reading.value, value) ? 'right' : 'missed'] += 1;
      else outcome.wrong.push(`${key} ${name}: ${JSON.stringify(reading.value)} for ${JSON.stringify(value)}`);
    } else if (reason !== null) {
      outcome.right += 1;
    } else if (isGone(record, name)) {
      outcome.gone += 1;
    } else {
      if (reading?.state === 'unreadable') outcome.unreadable += 1;
      else outcome.missed += 1;
      outcome.lost.push({ field: name, anchored: hasAnchor(record, name) });
    }
  }
}

/** The record of the page that a reading stands for: none that it contradicts, and of the others the most alike. */
function matching(left: readonly TrueRecord[], fields: Found['fields'], key: string): TrueRecord | undefined {
  if (key === 'page') return left.find(({ isPage }) => isPage);
  const alike = left.map((record) => ({ record, ...likeness(record, fields) }));
  const [best] = alike.filter(({ isAnother }) => !isAnother).sort((a, b) => b.same - a.same);
  return best && best.same > 0 ? best.record : undefined;
}

function likeness({ values }: TrueRecord, fields: Found['fields']): { same: number; isAnother: boolean } {
  let count = 0;
  let isAnother = false;
  for (const [name, reading] of Object.entries(fields)) {
    if (reading.state !== 'read' || !(name in values)) continue;
    if (same(reading.value, values[name])) count += 1;
    else if (ROW_NAMES.has(name)) isAnother = true;
  }
  return { same: count, isAnother };
}

/** What names a record: two that differ in it are not the same. */
const ROW_NAMES = new Set(['sku', 'asin', 'couponTitle', 'adjustNo', 'productId', 'skcId', 'itemCode']);

/** All that a row says, labels included: what names it where nothing else does. Other words make it no wrong value. */
const NAMES_A_ROW = new Set(['variant']);

/** Whether two texts have more than half of their words in common. */
function isAlike(one: unknown, other: unknown): boolean {
  const [words, others] = [one, other].map((text) => new Set(String(text).split(/[\s:：]+/))) as [
    Set<string>,
    Set<string>,
  ];
  return 2 * [...words].filter((word) => others.has(word)).length > Math.max(words.size, others.size);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
