/**
 * `npm run survive [-- --seed N --pages N]`: changes every test page as consoles change, in a real Chromium, and reads it
 * again. Prints how many fields each reader still reads, beside two simpler ways to read, and writes the worst cases for
 * `npm run replay`. Exits with 1 when a field is read wrong or fewer than 97 % are read on average.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { type ConsolePage, chromiumOptions } from '../readers/console-pages.ts';
import { survivalPages, survivalScript, tryInTab } from './in-chromium.ts';
import { perturbationNames } from './perturbations.ts';
import { printReport, type Run, verdict } from './report.ts';
import type { Change } from './trial.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, pages: { type: 'string', default: '2000' } },
});
const [firstSeed, leastPages] = [Number(values.seed), Number(values.pages)];
if (!Number.isInteger(firstSeed) || !Number.isInteger(leastPages) || leastPages < 1) {
  console.error('Usage: npm run survive -- --seed 1 --pages 2000');
  process.exit(2);
}

const WORST = join(import.meta.dirname, '../../.results/survive');
const WORST_CASES = 12;
/** One for each of two cores. */
const BROWSERS = 2;

const shownPages = survivalPages();
// `none` is the measure, not a change. At least one seed for each page and kind; as many as make enough pages.
const seeds = Math.max(1, Math.ceil(leastPages / (shownPages.length * (perturbationNames.length - 1))));
const changes: Change[] = perturbationNames.flatMap((kind) =>
  Array.from({ length: kind === 'none' ? 1 : seeds }, (_, index) => ({ kind, seed: firstSeed + index })),
);

const script = await survivalScript();
const runs: Run[] = [];
const startedAt = Date.now();
const waiting = [...shownPages];
const browsers = await Promise.all(Array.from({ length: BROWSERS }, () => chromium.launch(chromiumOptions)));
try {
  const tabs = await Promise.all(
    browsers.map((browser) => browser.newPage({ viewport: { width: 1440, height: 900 } })),
  );
  await Promise.all(
    tabs.map(async (tab) => {
      for (let shown = waiting.shift(); shown; shown = waiting.shift()) {
        for (const trial of await tryInTab(tab, script, shown, changes)) runs.push({ shown, trial });
      }
    }),
  );
  printReport(runs);
  console.log(`\n${runs.length} pages in ${Math.round((Date.now() - startedAt) / 1000)} s, seeds from ${firstSeed}.`);
  const [tab] = tabs;
  if (tab) await writeWorst(worstOf(runs), (shown, change) => tryInTab(tab, script, shown, [change], true));
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
}
const failures = verdict(runs);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Wrong first, then the most fields lost although something still leads to them; each page kind and change once. */
function worstOf(all: readonly Run[]): Run[] {
  const badness = ({ trial: { readers } }: Run) =>
    1000 * readers.wrong.length + readers.lost.filter(({ anchored }) => anchored).length;
  const seen = new Set<string>();
  return [...all]
    .filter((run) => badness(run) > 0)
    .sort((a, b) => badness(b) - badness(a))
    .filter(({ shown, trial }) => {
      const kind = `${shown.expected.page} ${trial.change.kind}`;
      return !seen.has(kind) && seen.add(kind);
    })
    .slice(0, WORST_CASES);
}

async function writeWorst(
  worst: readonly Run[],
  again: (shown: ConsolePage, change: Change) => ReturnType<typeof tryInTab>,
): Promise<void> {
  rmSync(WORST, { recursive: true, force: true });
  mkdirSync(WORST, { recursive: true });
  if (worst.length === 0) return;
  console.log('\nWorst cases, in .results/survive:');
  const listed: object[] = [];
  for (const [index, { shown, trial }] of worst.entries()) {
    const { kind, seed } = trial.change;
    const [changed] = await again(shown, trial.change);
    const file = `${String(index + 1).padStart(2, '0')}-${`${shown.name}-${kind}-${seed}`.replace(/\W+/g, '-')}.html`;
    writeFileSync(join(WORST, file), changed?.html ?? '');
    const { wrong, lost } = trial.readers;
    listed.push({ file, url: shown.expected.url, page: shown.name, change: trial.change, wrong, lost });
    console.log(
      `  ${wrong.length} wrong, ${lost.length} lost: npm run replay -- --url '${shown.expected.url}' .results/survive/${file}`,
    );
  }
  writeFileSync(join(WORST, 'cases.json'), `${JSON.stringify(listed, null, 2)}\n`);
}
