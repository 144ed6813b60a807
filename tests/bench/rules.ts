/**
 * The whole rule set in plain Node, and side by side with general rule engines on the rules that all of them can express.
 * The time of the whole set is processor time of the one thread, so that other work on the machine disturbs it less.
 */
import { type Evaluator, evaluator, type Known } from '../../rules/engine/engine.ts';
import { parseFacts } from '../../rules/engine/parse-facts.ts';
import { allRules } from '../../rules/index.ts';
import { ROUNDS, type Row } from './part.ts';
import { sideBySide } from './rules-engines.ts';
import { listingsOf, type Measured, seeded } from './rules-listings.ts';
import { median } from './statistics.ts';

const DAY = '2026-11-20';
const LISTINGS = 100_000;
/** Listings that are there at once, as many as the extension judges in one transaction; making them is not timed. */
const BATCH = 200;

const places: readonly { marketplace: Measured; site: string; currency?: string }[] = [
  { marketplace: 'amazon', site: 'US' },
  { marketplace: 'temu', site: 'global', currency: 'CNY' },
  { marketplace: 'tiktok', site: 'US' },
];

export async function measure(): Promise<readonly Row[]> {
  return [...wholeSetRows(), listingRow(), ...(await engineRows())];
}

function wholeSetRows(): Row[] {
  const runs = Array.from({ length: ROUNDS }, (_, round) => wholeSet(round));
  const time = median(runs.map((run) => run.time)) / 1e6;
  const heap = Math.max(...runs.map((run) => run.heap));
  return [
    { name: '100,000 listings, whole rule set', value: time, unit: 's', budget: 2, note: `${allRules.length} rules` },
    { name: '100,000 listings: largest heap', value: heap, unit: 'MB', budget: 300 },
  ];
}

/** Microseconds of processor time, and the largest heap in MB. */
function wholeSet(seed: number): { time: number; heap: number } {
  let [time, heap] = [0, 0];
  for (const { evaluate, listings } of batches(LISTINGS, seed)) {
    const start = process.threadCpuUsage();
    for (const known of listings) evaluate(known);
    const { user, system } = process.threadCpuUsage(start);
    time += user + system;
    heap = Math.max(heap, process.memoryUsage().heapUsed / 1e6);
  }
  return { time, heap };
}

function listingRow(): Row {
  const times: number[] = [];
  for (const { evaluate, listings } of batches(LISTINGS / 10, 1))
    for (const known of listings) {
      const start = process.hrtime.bigint();
      evaluate(known);
      times.push(Number(process.hrtime.bigint() - start) / 1000);
    }
  return { name: 'one listing, whole rule set', value: median(times), unit: 'µs', budget: 50 };
}

/** A batch of one marketplace after the other, made as it is asked for. */
function* batches(count: number, seed: number): Generator<{ evaluate: Evaluator; listings: readonly Known[] }> {
  const random = seeded(seed);
  const evaluators = places.map((place) => evaluator(allRules, { ...place, day: DAY }));
  for (let made = 0, turn = 0; made < count; made += BATCH, turn += 1) {
    const place = turn % places.length;
    const { marketplace } = places[place] as (typeof places)[number];
    const listings = [...listingsOf(marketplace, BATCH, random)].map((wire) => ({ facts: parseFacts(wire).facts }));
    yield { evaluate: evaluators[place] as Evaluator, listings };
  }
}

async function engineRows(): Promise<Row[]> {
  const { rules, results } = await sideBySide(ROUNDS, 3_000);
  const own = results[0]?.perListing ?? Number.NaN;
  return results.map(({ engine, perListing }) => ({
    name: `one listing, ${rules} rules, ${engine}`,
    value: perListing,
    unit: 'µs',
    note: `${(perListing / own).toFixed(2)} × ours`,
  }));
}
