/**
 * `npm run bench [-- PART... --keep]`: measures every part, or those that are named, also after one went over its budget
 * or failed. Prints one table and adds the run to `.results/bench.jsonl`; with `--keep` to the project's history too.
 * Exits with 1 when a budget is broken or a part has no figures.
 */
import { appendRun, currentCommit, figuresOf, KEPT_HISTORY, lastPace, OWN_HISTORY, readRuns } from './history.ts';
import { currentLoad, loadLine, machineLine, thisMachine } from './machine.ts';
import { currentPace, paceLine } from './pace.ts';
import { type Measure, ROUNDS, type Row } from './part.ts';
import { median } from './statistics.ts';
import { type Measured, tableOf } from './table.ts';

/** In this order: the rules' heap is measured before anything else is loaded. */
const parts: { readonly [name: string]: () => Promise<{ readonly measure: Measure }> } = {
  rules: () => import('./rules.ts'),
  size: () => import('./size.ts'),
  load: () => import('./load.ts'),
  lists: () => import('./lists.ts'),
  typing: () => import('./typing.ts'),
  pages: () => import('./pages.ts'),
  comparison: () => import('./comparison.ts'),
  imports: () => import('./imports.ts'),
  listings: () => import('./listings.ts'),
  settings: () => import('./settings.ts'),
  bulk: () => import('./bulk.ts'),
};

const given = process.argv.slice(2);
const keep = given.includes('--keep');
const asked = given.filter((word) => word !== '--keep');
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

const date = new Date().toISOString();
const load = currentLoad();
const machine = thisMachine();
const measured = new Map<string, Measured>();
const paces: number[] = [];
for (const name in parts) if (asked.length === 0 || asked.includes(name)) measured.set(name, await measuredPart(name));

const kept = readRuns(KEPT_HISTORY);
const { text, broken } = tableOf(measured, kept, machine);
const commit = currentCommit();
const pace = Number(median(paces).toPrecision(3));
console.log(`
${machineLine(machine)}
${loadLine(load)}; ${date}, commit ${commit}; ${ROUNDS} rounds
${paceLine(pace, lastPace(kept, machine))}

${text}`);

const figures = figuresOf(
  new Map([...measured].filter((entry): entry is [string, readonly Row[]] => isMeasured(entry[1]))),
);
const run = { date, commit, machine, load, pace, rounds: ROUNDS, figures };
appendRun(OWN_HISTORY, run);
if (keep) appendRun(KEPT_HISTORY, run);
if (broken > 0) console.log(`\n${broken} over budget or failed.`);
process.exitCode = broken > 0 ? 1 : 0;

async function measuredPart(name: string): Promise<Measured> {
  paces.push(currentPace());
  const start = performance.now();
  try {
    const part = await parts[name]?.();
    return (await part?.measure()) ?? [];
  } catch (error) {
    console.error(error);
    return error instanceof Error ? error : new Error(`${error}`);
  } finally {
    console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
}

function isMeasured(part: Measured): part is readonly Row[] {
  return !(part instanceof Error);
}
