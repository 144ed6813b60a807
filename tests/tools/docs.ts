/**
 * `npm run docs`: writes the licences of what is bundled into assets/public, and the rule reference, as every build
 * makes it, to where it can be read in a browser.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { madeReference } from '../../entrypoints/reference/build.ts';
import { LICENCES, licencesText } from './licences.ts';

const REFERENCE = '.results/reference';

const root = resolve(import.meta.dirname, '../..');

writeFileSync(join(root, LICENCES), licencesText(root));
console.log(LICENCES);
const files = await madeReference(root);
rmSync(join(root, REFERENCE), { recursive: true, force: true });
for (const [path, content] of files) {
  const file = join(root, REFERENCE, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
for (const page of [...files.keys()].filter((path) => path.endsWith('/index.html')))
  console.log(`To read: ${REFERENCE}/${page}`);
