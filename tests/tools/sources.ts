/**
 * `npm run sources [-- --day 2027-06-01]`: how old what we know is: sources by the day they were seen, policies by how
 * sure we are of them, and the numbers still in force whose sources were all seen too long before the day.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Certainty, isWithin, type PolicyFile } from '../../rules/engine/policy.ts';
import { daysBetween } from '../../rules/measures/days.ts';
import sources from '../../rules/policies/sources.json' with { type: 'json' };

/** After half a year a help page may well have changed. */
const OLD_DAYS = 180;
const MOST_NAMED = 8;

const seen = new Map(Object.entries(sources).map(([key, { seen: day }]) => [key, day]));

/** A number in force on a day whose sources are old. */
export interface Aged {
  readonly policy: string;
  /** First day of the period; null when it has always held. */
  readonly from: string | null;
  /** Days since the latest of its sources was seen. */
  readonly age: number;
  readonly sources: readonly string[];
}

/** Periods in force on a day of which no source was seen in the last half year, oldest first. Our own numbers have none. */
export function agedPeriods(policies: readonly PolicyFile[], day: string): Aged[] {
  return policies
    .flatMap(({ id, periods }) =>
      periods
        .filter((period) => period.sources.length > 0 && isWithin(period, day))
        .map(({ from, sources: keys }) => ({ policy: id, from, age: ageOf(keys, day), sources: keys })),
    )
    .filter(({ age }) => age > OLD_DAYS)
    .sort((a, b) => b.age - a.age || a.policy.localeCompare(b.policy));
}

function ageOf(keys: readonly string[], day: string): number {
  return Math.min(...keys.map((key) => daysBetween(seen.get(key) ?? '1970-01-01', day)));
}

function readPolicies(): PolicyFile[] {
  const folder = new URL('../../rules/policies/', import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && name !== 'sources.json')
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as PolicyFile);
}

function printSources(day: string): void {
  console.log('Sources by the day they were seen');
  const byDay = Map.groupBy(seen.keys(), (key) => seen.get(key) ?? '');
  for (const [on, keys] of [...byDay].sort(([a], [b]) => a.localeCompare(b))) {
    const named = keys.length > MOST_NAMED ? `${keys.slice(0, MOST_NAMED).join(', ')}, …` : keys.join(', ');
    console.log(
      `  ${on}  ${String(daysBetween(on, day)).padStart(4)} days  ${String(keys.length).padStart(4)}: ${named}`,
    );
  }
}

const certainties: Record<Certainty, string> = {
  A: 'official text',
  B: 'several third parties',
  C: 'one third party',
  D: 'our own',
};

function printCertainties(policies: readonly PolicyFile[], day: string): void {
  console.log('\nPolicies in force by certainty, each by its least certain number');
  const least = policies.flatMap(({ id, periods }) => {
    const certainty = periods
      .filter((period) => isWithin(period, day))
      .map((period) => period.certainty)
      .sort()
      .at(-1);
    return certainty ? [{ id, certainty }] : [];
  });
  for (const [certainty, meaning] of Object.entries(certainties)) {
    const ids = least.filter((policy) => policy.certainty === certainty).map(({ id }) => id);
    const named = certainty === 'C' ? `: ${ids.join(', ')}` : '';
    console.log(`  ${certainty}  ${meaning.padEnd(21)} ${String(ids.length).padStart(4)}${named}`);
  }
}

function printAged(policies: readonly PolicyFile[], day: string): void {
  const aged = agedPeriods(policies, day);
  console.log(
    `\nNumbers to check again: in force on ${day}, no source seen in the ${OLD_DAYS} days before: ${aged.length}`,
  );
  for (const { policy, from, age, sources: keys } of aged)
    console.log(`  ${String(age).padStart(4)} days  ${policy}, since ${from ?? 'ever'}: ${keys.join(', ')}`);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { day: { type: 'string' } } });
  const day = values.day ?? new Date().toISOString().slice(0, 10);
  if (Number.isNaN(Date.parse(day)) || !/^\d{4}-\d{2}-\d{2}$/u.test(day)) {
    console.error('Usage: npm run sources [-- --day 2027-06-01]');
    process.exit(2);
  }
  const policies = readPolicies();
  printSources(day);
  printCertainties(policies, day);
  printAged(policies, day);
}
