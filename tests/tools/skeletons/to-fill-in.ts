import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Begins what a skeleton leaves to its author. While it stands anywhere, the tests of the tree fail with what follows it. */
const MARK = 'TO FILL IN:';

/** What has to be done at a place of a skeleton. */
export function toFillIn(what: string): string {
  return `${MARK} ${what}`;
}

/** Every folder that a skeleton writes to. */
const folders = ['rules', 'assets/locales', 'entrypoints', 'tests/consoles'];

/** What is still to be filled in, as "rules/amazon/x.ts:12: what to do". */
export function openPlaces(root: string): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|json|html|md)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return files.toSorted().flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const at = line.indexOf(MARK);
        if (at === -1) return [];
        const what = line.slice(at + MARK.length).replace(/(?:['"\]},;|\s]|\*\/|-->|<\/[a-z0-9]+>)+$/, '');
        return [`${file.slice(root.length + 1).replaceAll('\\', '/')}:${index + 1}:${what}`];
      }),
  );
}
