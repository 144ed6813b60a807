/** What the extension costs on every test page: each is visited with and without it, one right after the other. */
import { readFileSync } from 'node:fs';
import { marketplaces } from '../../rules/engine/sites.ts';
import { type ConsolePage, consolePages } from '../readers/console-pages.ts';
import { ROUNDS, type Row } from './part.ts';
import { rotated, type Sides, withSides } from './sides.ts';
import { median, percentile } from './statistics.ts';
import { type Visit, visited } from './visit.ts';

const KEYS = '12345';
/** Medians are taken over the pages: one round of all of them says as much as many of a few. */
const PAGE_ROUNDS = Math.ceil(ROUNDS / 7);

function nameOf(marketplace: string): string {
  const file = new URL(`../../assets/locales/en/marketplace.${marketplace}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).name;
}

interface Visits {
  readonly page: string;
  readonly ours: Visit;
  readonly plain: Visit;
}

export async function measure(): Promise<readonly Row[]> {
  const pages = consolePages();
  const visits = await withSides(async (sides) => {
    // Warms both browsers, and is left out.
    for (const page of pages.slice(0, 2)) await visit(sides, page, 0);
    const all: Visits[] = [];
    for (let round = 0; round < PAGE_ROUNDS; round += 1)
      for (const [index, page] of pages.entries()) all.push(await visit(sides, page, index + round));
    return all;
  });
  return marketplaces.flatMap((marketplace) =>
    taxOf(
      nameOf(marketplace),
      visits.filter(({ page }) => page.startsWith(`${marketplace}/`)),
    ),
  );
}

/** @param turn which of the two comes first */
async function visit(sides: Sides, { name, html, expected }: ConsolePage, turn: number): Promise<Visits> {
  const done: Partial<Record<keyof Sides, Visit>> = {};
  for (const side of rotated(['ours', 'plain'] as const, turn))
    done[side] = await visited(sides[side], { address: expected.url, html }, expected.settlesAfterMs ?? 0, KEYS);
  return { page: name, ...(done as Record<keyof Sides, Visit>) };
}

function taxOf(name: string, visits: readonly Visits[]): Row[] {
  const typed = visits.filter(({ ours, plain }) => ours.typing && plain.typing);
  const perKey = ({ typing }: Visit) => (typing?.ours ?? 0) / KEYS.length;
  const middle = (read: (visits: Visits) => number, of = visits) => median(of.map(read));
  const longTasks = (side: keyof Sides) =>
    visits.reduce((count, { [side]: { load, typing } }) => count + load.longTasks + (typing?.longTasks ?? 0), 0);
  const durations = (side: keyof Sides) =>
    percentile(
      typed.flatMap(({ [side]: { typing } }) => typing?.eventDurations ?? []),
      95,
    );
  const row = (what: string, value: number, unit: string): Row => ({ name: `${name}, ${what}`, value, unit });
  const worst = (what: string, read: (visits: Visits) => number, unit: string, of = visits): Row => {
    const most = of.toSorted((a, b) => read(b) - read(a))[0];
    return { ...row(what, most ? read(most) : Number.NaN, unit), note: most?.page ?? '' };
  };
  return [
    {
      ...row(
        'load: our script',
        middle(({ ours }) => ours.load.ours),
        'ms',
      ),
      note: `${visits.length} visits`,
    },
    worst('load: our script, worst page', ({ ours }) => ours.load.ours, 'ms'),
    row(
      'load: all script, with',
      middle(({ ours }) => ours.load.script),
      'ms',
    ),
    row(
      'load: all script, without',
      middle(({ plain }) => plain.load.script),
      'ms',
    ),
    {
      ...row(
        'typing: our script per keystroke',
        middle(({ ours }) => perKey(ours), typed),
        'ms',
      ),
      note: `${typed.length} visits`,
    },
    worst('typing: our script per keystroke, worst page', ({ ours }) => perKey(ours), 'ms', typed),
    row('typing: event duration p95, with', durations('ours'), 'ms'),
    row('typing: event duration p95, without', durations('plain'), 'ms'),
    row('tasks over 50 ms on all pages, with', longTasks('ours'), ''),
    row('tasks over 50 ms on all pages, without', longTasks('plain'), ''),
    row(
      'heap, with',
      middle(({ ours }) => ours.heap),
      'MB',
    ),
    row(
      'heap, without',
      middle(({ plain }) => plain.heap),
      'MB',
    ),
    worst('heap: what is more, worst page', ({ ours, plain }) => ours.heap - plain.heap, 'MB'),
  ];
}
