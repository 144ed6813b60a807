/**
 * `node tests/bench/rules.ts`, the second part of `npm run bench`: the whole rule set in plain Node, and side by side
 * with general rule engines on the rules that all of them can express. The time of the whole set is processor time of the
 * one thread, so that other work on the machine disturbs it less. A broken budget fails the run.
 */
import { cpus, totalmem } from 'node:os';
import { type Evaluator, evaluator, type Known } from '../../rules/engine.ts';
import { parseFacts } from '../../rules/facts.ts';
import { allRules } from '../../rules/index.ts';
import type { Marketplace } from '../../rules/sites.ts';
import { sideBySide } from './rules-engines.ts';
import { listingsOf, seeded } from './rules-listings.ts';

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly budget?: number;
}

const ROUNDS = Number(process.env.PREFLIGHT_BENCH_ROUNDS ?? 7);
const DAY = '2026-11-20';
const LISTINGS = 100_000;
/** Listings that are there at once, as many as the extension judges in one transaction; making them is not timed. */
const BATCH = 200;

const places: readonly { marketplace: Marketplace; site: string; currency?: string }[] = [
  { marketplace: 'amazon', site: 'US' },
  { marketplace: 'temu', site: 'global', currency: 'CNY' },
  { marketplace: 'tiktok', site: 'US' },
];

const rows: Row[] = [];
benchWholeSet();
benchEachListing();
await benchEngines();
print();

function benchWholeSet(): void {
  const runs = Array.from({ length: ROUNDS }, (_, round) => wholeSet(round));
  rows.push(
    {
      name: '100,000 listings, whole rule set',
      value: median(runs.map(({ time }) => time)) / 1e6,
      unit: 's',
      budget: 2,
    },
    {
      name: '100,000 listings: largest heap',
      value: Math.max(...runs.map(({ heap }) => heap)),
      unit: 'MB',
      budget: 300,
    },
  );
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

function benchEachListing(): void {
  const times: number[] = [];
  for (const { evaluate, listings } of batches(LISTINGS / 10, 1))
    for (const known of listings) {
      const start = process.hrtime.bigint();
      evaluate(known);
      times.push(Number(process.hrtime.bigint() - start) / 1000);
    }
  rows.push({ name: 'one listing, whole rule set', value: median(times), unit: 'µs', budget: 50 });
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

async function benchEngines(): Promise<void> {
  const { rules, results } = await sideBySide(ROUNDS, 3_000);
  const own = results[0]?.perListing ?? Number.NaN;
  for (const { engine, perListing } of results) {
    const ratio = engine === 'Preflight' ? `${rules} rules` : `${(perListing / own).toFixed(2)} × ours`;
    rows.push({ name: `${engine}, ${ratio}`, value: perListing, unit: 'µs' });
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  console.log(`\n${machine}; ${allRules.length} rules; ${ROUNDS} rounds, interleaved; medians\n`);
  let broken = 0;
  for (const { name, value, unit, budget } of rows) {
    const over = budget !== undefined && !(value <= budget);
    if (over) broken += 1;
    const limit = budget === undefined ? '' : `budget ${budget} ${unit}${over ? '  OVER' : ''}`;
    console.log(`${name.padEnd(46)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(3)} ${limit}`);
  }
  process.exitCode = broken > 0 ? 1 : 0;
}
