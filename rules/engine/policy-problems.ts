import type { PolicyFile } from './policy.ts';
import { holdsFor } from './policy.ts';
import { type Marketplace, type Site, sitesOf } from './sites.ts';

/** Why a policy file is rejected: the place and the reason. */
export interface PolicyProblem {
  /** `periods[2].from`. */
  readonly place: string;
  readonly reason: string;
}

const KEYS = new Set(['id', 'gaps', 'periods']);
const PERIOD_KEYS = new Set(['from', 'to', 'sites', 'values', 'status', 'certainty', 'sources', 'note']);
const STATUS: readonly unknown[] = ['in-force', 'announced', 'not-published'];
const CERTAINTY: readonly unknown[] = ['A', 'B', 'C', 'D'];
const DAY_MS = 86_400_000;

type Period = PolicyFile['periods'][number];

/**
 * Everything wrong with a policy file; empty for a valid one. Days are ISO days, sites those of its marketplace,
 * sources keys of `sources.json`; periods of one site are in order, never overlap, and leave no day out unless the file
 * says that they do.
 * @param sources the keys that exist
 */
export function policyProblems(file: unknown, sources: ReadonlySet<string>): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const report = (place: string, reason: string) => problems.push({ place, reason });
  if (!isRecord(file)) return [{ place: '', reason: 'is no object' }];
  for (const key of Object.keys(file)) if (!KEYS.has(key)) report(key, 'is no key of a policy');
  const { id, gaps, periods } = file;
  const marketplace = typeof id === 'string' ? id.split('/')[0] : '';
  if (typeof id !== 'string' || !/^[a-z]+\/[a-z0-9-]+$/u.test(id)) report('id', 'is not "<marketplace>/<name>"');
  else if (!Object.hasOwn(sitesOf, marketplace ?? '')) report('id', `names no marketplace we know: ${marketplace}`);
  if (gaps !== undefined && gaps !== true) report('gaps', 'is true or left out');
  if (!Array.isArray(periods) || periods.length === 0) report('periods', 'is no list of periods');
  if (problems.length > 0) return problems;
  const known = sitesOf[marketplace as Marketplace];
  for (const [index, period] of (periods as unknown[]).entries())
    periodProblems(period, known, sources, (part, reason) => report(`periods[${index}]${part}`, reason));
  if (problems.length > 0) return problems;
  for (const site of known) orderProblems(periods as Period[], site, gaps === true, report);
  return problems;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Report = (part: string, reason: string) => void;

function periodProblems(period: unknown, known: readonly Site[], sources: ReadonlySet<string>, report: Report): void {
  if (!isRecord(period)) {
    report('', 'is no object');
    return;
  }
  for (const key of Object.keys(period)) if (!PERIOD_KEYS.has(key)) report(`.${key}`, 'is no key of a period');
  const { from, to, sites, values, status, certainty, note } = period;
  for (const [name, day] of Object.entries({ from, to }))
    if (day !== null && !isDay(day)) report(`.${name}`, `is no ISO day or null: ${JSON.stringify(day)}`);
  if (typeof from === 'string' && typeof to === 'string' && to < from) report('.to', `${to} lies before ${from}`);
  for (const site of namedSites(sites, report)) if (!known.includes(site)) report('.sites', `names no site: ${site}`);
  if (!STATUS.includes(status)) report('.status', `is no status: ${JSON.stringify(status)}`);
  if (!CERTAINTY.includes(certainty)) report('.certainty', `is no certainty: ${JSON.stringify(certainty)}`);
  if (values !== null && !isRecord(values)) report('.values', 'is no object or null');
  if ((values === null) !== (status === 'not-published'))
    report('.values', 'is null exactly where the numbers are not published');
  for (const [name, value] of Object.entries(isRecord(values) ? values : {}))
    if (typeof value === 'number' && !Number.isFinite(value)) report(`.values.${name}`, 'is no number');
  sourceProblems(period, sources, report);
  if (note !== undefined && (typeof note !== 'string' || note.trim() === '')) report('.note', 'is no text');
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function namedSites(sites: unknown, report: Report): readonly Site[] {
  if (sites === 'all') return [];
  const [[scope, named] = ['', undefined], ...more] = isRecord(sites) ? Object.entries(sites) : [];
  if (more.length === 0 && (scope === 'only' || scope === 'except') && isTexts(named)) return named;
  report('.sites', 'is "all", or "only" or "except" with a list');
  return [];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === 'string');
}

function sourceProblems(
  { sources: named, certainty }: Record<string, unknown>,
  sources: ReadonlySet<string>,
  report: Report,
): void {
  if (!Array.isArray(named)) {
    report('.sources', 'is no list');
    return;
  }
  for (const key of named) if (!sources.has(key)) report('.sources', `names no source: ${JSON.stringify(key)}`);
  if (named.length === 0 && certainty !== 'D') report('.sources', 'is empty, which only what we derived may be');
}

function orderProblems(periods: readonly Period[], site: Site, mayLeaveOut: boolean, report: Report): void {
  const own = [...periods.entries()].filter(([, one]) => one.status !== 'announced' && holdsFor(one.sites, site));
  for (const [at, [index, period]] of own.entries()) {
    const before = own[at - 1]?.[1];
    if (!before) continue;
    const place = `periods[${index}].from`;
    if (before.to === null || period.from === null || period.from <= before.to)
      report(place, `overlaps the period before it for ${site}, or stands before it`);
    else if (!mayLeaveOut && Date.parse(period.from) - Date.parse(before.to) > DAY_MS)
      report(place, `leaves days out after ${before.to} for ${site}`);
  }
}
