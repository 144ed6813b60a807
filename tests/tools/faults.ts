/**
 * `npm run faults [-- STOPS [SEED]]`: a seller at work in three consoles, with imports and bulk checks, once undisturbed
 * and once with the service worker stopped at seeded moments, 200 times unless told. Takes the build as it is.
 */
import { differentEnds, figures, runScenario } from '../faults/scenario.ts';

const [stops = 200, seed = 1] = process.argv.slice(2).map(Number);
const calm = await runScenario(6, null);
console.log(`undisturbed: ${figures(calm)}`);
const disturbed = await runScenario(6, { seed, stops, pause: 400 });
console.log(`disturbed:   ${figures(disturbed)}`);
const found = differentEnds(calm, disturbed);
console.log(`${found.length} differences`);
for (const one of found) console.log(one);
process.exitCode = found.length === 0 ? 0 : 1;
