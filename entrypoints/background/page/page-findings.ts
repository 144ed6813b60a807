import type { FactName } from '../../../rules/engine/facts.ts';
import type { WireFigures } from '../../../rules/engine/wire.ts';
import { Big } from '../../../rules/measures/decimals.ts';
import { type FieldReadings, PAGE_RECORD } from '../../console.content/reading/reading.ts';
import { byLevel, type Finding } from '../rows/finding.ts';
import { type Identity, nameOf, recordOf } from '../rows/listing-identity.ts';
import { enterable } from '../seller/entries.ts';
import { couponFacts } from './coupon-facts.ts';
import { findingId, type PageFinding } from './findings.ts';
import { pageKind } from './page-kinds.ts';

/** One listing of a page with its findings. */
export interface JudgedRecord {
  readonly key: string;
  readonly identity: Identity | null;
  readonly fields: FieldReadings;
  readonly findings: readonly Finding[];
}

/**
 * Findings to show on the page, by record. Problems of several products with a shared field are reported once, as are
 * unknowns about the whole coupon or shop.
 */
export function pageFindings(
  page: string | null,
  shared: FieldReadings | null,
  records: readonly JudgedRecord[],
): Map<string, PageFinding[]> {
  const found: PageFinding[] = [];
  const ids = new Set<string>();
  for (const record of records) {
    for (const finding of mergeAlike(record.findings.filter(({ quiet }) => !quiet))) {
      const placed = onPage(finding, record, shared);
      // Findings about fields not on this page appear where those fields are, and in the summary.
      if (placed.targets.length > 0) found.push(withOwnId(placed, ids));
    }
  }
  const grouped = Map.groupBy(
    mergeShared(found, shared !== null),
    ({ targets, record }) => targets[0]?.record ?? record,
  );
  return new Map(
    [...grouped].map(([record, list]) => [record, inlined(list.sort(byLevel), pageKind(page).rows === true)]),
  );
}

/**
 * A rule that checks several texts of a listing may find a problem in each: further ones get the field's name in their
 * id.
 */
function withOwnId(finding: PageFinding, ids: Set<string>): PageFinding {
  const id = ids.has(finding.id) ? `${finding.id}|${finding.targets[0]?.field}` : finding.id;
  ids.add(id);
  return { ...finding, id };
}

/** Unknowns waiting for the same facts produce the same sentence: the first one stands for all. */
function mergeAlike(findings: readonly Finding[]): (Finding & { alike: string[] })[] {
  const bySentence = new Map<string, Finding & { alike: string[] }>();
  const result: (Finding & { alike: string[] })[] = [];
  const worstFirst = [...findings].sort((a, b) => severityRank(a) - severityRank(b));
  for (const finding of worstFirst) {
    const sentence = finding.level === 'unknown' && finding.wanted.length > 0 ? sentenceKey(finding) : null;
    const first = sentence === null ? undefined : bySentence.get(sentence);
    if (first) {
      if (first.rule !== finding.rule) first.alike.push(finding.rule);
      continue;
    }
    const own = { ...finding, alike: [] };
    if (sentence !== null) bySentence.set(sentence, own);
    result.push(own);
  }
  return result;
}

function sentenceKey({ message, wanted, unread }: Finding): string {
  return JSON.stringify([message, unread.length > 0 ? unread : wanted]);
}

const severities = ['error', 'warning', 'info'];

function severityRank({ severity }: Finding): number {
  return severities.indexOf(severity);
}

function onPage(
  finding: Finding & { alike: string[] },
  { key, identity, fields }: JudgedRecord,
  shared: FieldReadings | null,
): PageFinding {
  const name = identity && nameOf(identity);
  return {
    ...finding,
    id: findingId(key, finding.rule, finding.item),
    record: key,
    name,
    // A decision refers to what the page showed, so it holds whatever turns out to belong to it later.
    listings: identity === null ? [] : [{ listing: recordOf(identity), name: name ?? identity.listing }],
    targets: targets(finding, key, fields, shared),
    inline: false,
    products: 1,
  };
}

/** The page's fields that a finding can be attached to, best first. */
function targets(
  { marks, item }: Finding,
  key: string,
  fields: FieldReadings,
  shared: FieldReadings | null,
): PageFinding['targets'] {
  const found: { record: string; field: string }[] = [];
  for (const mark of marks) {
    const name = mark === 'bullet' ? 'bullets' : mark;
    const record = isShown(fields, name) ? key : shared && isShown(shared, name) ? PAGE_RECORD : null;
    if (record === null || found.some((target) => target.record === record && target.field.startsWith(name))) continue;
    found.push({ record, field: name === 'bullets' && item !== null ? `bullets.${item}` : name });
  }
  return found;
}

function isShown(fields: FieldReadings, name: string): boolean {
  const reading = fields[name];
  return reading !== undefined && reading.state !== 'absent';
}

/**
 * Merges findings of several products about one thing into the strictest, which counts its products. A finding of the
 * form's own record also stands for the products sharing the field.
 */
function mergeShared(findings: readonly PageFinding[], hasProducts: boolean): PageFinding[] {
  const groups = new Map<string, PageFinding[]>();
  const result: PageFinding[][] = [];
  for (const finding of findings) {
    const group = groupKey(finding, hasProducts);
    const others = group === null ? undefined : groups.get(group);
    if (others) {
      others.push(finding);
      continue;
    }
    const own = [finding];
    if (group !== null) groups.set(group, own);
    result.push(own);
  }
  return result.map((group) => {
    const own = group.find(({ record }) => record === PAGE_RECORD);
    const strictest = own ?? group.reduce((a, b) => (isStricter(b.fix, a.fix) ? b : a));
    if (own || group.length === 1) return strictest;
    return {
      ...strictest,
      id: findingId(PAGE_RECORD, strictest.rule, strictest.item),
      products: group.length,
      listings: group.flatMap(({ listings }) => listings),
    };
  });
}

/** Equal for findings that are reported once; null for a finding specific to its product. */
function groupKey(
  { rule, item, level, message, wanted, targets, record }: PageFinding,
  hasProducts: boolean,
): string | null {
  const [target] = targets;
  const isOfField = target?.record === PAGE_RECORD && (hasProducts || record !== PAGE_RECORD);
  const isOfAll = level === 'unknown' && wanted.length > 0 && wanted.every(isOfPage);
  return isOfField || isOfAll ? JSON.stringify([rule, item, level, message, wanted, target?.field]) : null;
}

/** Whether all products of the page share a fact. */
function isOfPage(name: FactName): boolean {
  return couponFacts.has(name) || enterable(name)?.scope === 'store';
}

/**
 * Whether a fix is stricter than another: a higher minimum or a lower maximum. A value that satisfies the stricter fix
 * satisfies both, so that is the one shown for a shared field.
 */
function isStricter(a: WireFigures, b: WireFigures): boolean {
  for (const name of Object.keys(a)) {
    const [mine, other] = [decimal(a[name]), decimal(b[name])];
    if (!mine || !other || mine.eq(other)) continue;
    return /^(?:min|raise|earliest)/u.test(name) ? mine.gt(other) : mine.lt(other);
  }
  return false;
}

function decimal(value: WireFigures[string] | undefined): Big | null {
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/u.test(value) ? new Big(value) : null;
}

/**
 * Marks findings shown as a sentence next to their field: errors and warnings; advice if the field has nothing else,
 * but not in every row of a table; and a field's first unknown, if the check could end in an error.
 */
function inlined(findings: readonly PageFinding[], isTable: boolean): PageFinding[] {
  const taken = new Set<string>();
  return findings.map((finding) => {
    const field = finding.targets[0]?.field;
    if (field === undefined) return finding;
    const isFirst = !taken.has(field);
    const isUnknown = finding.level === 'unknown';
    const inline =
      finding.level === 'error' ||
      finding.level === 'warning' ||
      (isFirst && (isUnknown ? canBeSettled(finding) : !isTable));
    if (inline) taken.add(field);
    return { ...finding, inline };
  });
}

/** Whether a check could end in an error and waits for more than a number the platform has not published. */
function canBeSettled({ severity, message }: PageFinding): boolean {
  return severity === 'error' && message !== 'limit-not-published';
}
