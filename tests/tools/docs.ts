/** `npm run docs`: writes the rule reference, in every language, and the licences of what is bundled into assets/public. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { LICENCES, licencesText } from './licences.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'assets/public/reference');

// Through Vite, because the texts are gathered as they are for the extension (`import.meta.glob`).
const { module } = await runnerImport<typeof import('./reference/files.tsx')>(
  join(import.meta.dirname, 'reference/files.tsx'),
  { root, configFile: false, logLevel: 'warn' },
);

const files = module.referenceFiles(root);
rmSync(folder, { recursive: true, force: true });
for (const [path, content] of files) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
console.log(`${files.size} files in assets/public/reference`);
writeFileSync(join(root, LICENCES), licencesText(root));
console.log(LICENCES);
