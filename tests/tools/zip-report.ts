/** `npm run zip`, its last step: what is in the archives, by groups of files, and their SHA-256. */
import { statSync } from 'node:fs';
import { type ArchiveKind, archiveKinds, archiveNames, archivePath, seal } from './archives.ts';
import { type Entry, entriesOf } from './unzip.ts';

const groups: readonly (readonly [name: string, holds: RegExp])[] = [
  ['script in console pages', /^content-scripts\//],
  ['background worker', /^background\.js$/],
  ['workers that read files', /^assets\/.*\.js$/],
  ['popup and workspace', /^(?:chunks\/|[^/]+\.html$)/],
  ['styles', /^assets\/.*\.css$/],
  ['rule reference', /^reference\//],
  ['icons', /^icon\//],
  ['manifest and its texts', /^(?:manifest\.json$|_locales\/)/],
];

for (const kind of archiveKinds) report(kind);

function report(kind: ArchiveKind): void {
  const path = archivePath(kind);
  console.log(`\n${archiveNames[kind]}  ${statSync(path).size} B  sha256 ${seal(path)}`);
  const entries = entriesOf(path);
  if (kind === 'sources') {
    console.log(`  ${entries.length} files`);
    return;
  }
  for (const [name, holds] of groups) {
    const group = entries.filter((entry) => holds.test(entry.path));
    console.log(line(name, group));
  }
  const others = entries.filter((entry) => !groups.some(([, holds]) => holds.test(entry.path)));
  if (others.length > 0) console.log(line('others', others));
  console.log(line('in all', entries));
}

function line(name: string, entries: readonly Entry[]): string {
  const sum = (count: (entry: Entry) => number) => entries.reduce((total, entry) => total + count(entry), 0);
  const files = `${entries.length} files`.padStart(9);
  return `  ${name.padEnd(24)}${files}${kilobytes(sum(({ size }) => size))}${kilobytes(sum(({ packed }) => packed))} packed`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(12);
}
