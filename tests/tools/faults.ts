/**
 * `npm run faults [-- STOPS [SEED]]`: a seller at work in three consoles, with imports and bulk checks, once undisturbed
 * and once with the service worker stopped at seeded moments, 200 times unless told; then a page that floods, and one
 * of 50,000 nodes. Takes the build as it is.
 */
import { cpus, totalmem } from 'node:os';
import { pageFigures, runPages } from '../faults/page-run.ts';
import { differentEnds, figures, runScenario } from '../faults/scenario.ts';

const [stops = 200, seed = 1] = process.argv.slice(2).map(Number);
const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory}, Node ${process.version}, seed ${seed}`);
const calm = await runScenario(6, null);
console.log(`undisturbed: ${figures(calm)}`);
const disturbed = await runScenario(6, { seed, stops, pause: 400 });
console.log(`disturbed:   ${figures(disturbed)}`);
const found = differentEnds(calm, disturbed);
console.log(`${found.length} differences`);
for (const one of found) console.log(one);
for (const run of await runPages()) console.log(pageFigures(run));
process.exitCode = found.length === 0 ? 0 : 1;
