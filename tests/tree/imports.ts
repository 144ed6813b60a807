import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

/** One import or re-export of a source file. */
export interface Import {
  readonly from: string;
  /** Path from the root for a file of the tree, otherwise the package's name without a path. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Nothing of it is left at run time. */
  readonly isType: boolean;
}

const STATEMENT =
  /^(?:import|export)\b(?<what>[^'"`;]*?)\bfrom\s*'(?<from>[^']+)'|^import\s*'(?<alone>[^']+)'|\bimport\(\s*'(?<later>[^']+)'\s*\)|\bnew (?:Worker|URL)\(\s*(?:new URL\(\s*)?'(?<url>\.[^']+)'|^import\.meta\.glob[^']*'(?<glob>\.[^']+)'/gm;

/** Every source file under some folders, by its path from the root. */
export function sourceFiles(root: string, folders: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const folder of folders)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.tsx?$/.test(name)) found.set(`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8'));
  return found;
}

/** What a file imports, in any of the ways in which one file can bring another. */
export function importsIn(path: string, text: string): readonly Import[] {
  return [...text.matchAll(STATEMENT)].map(({ groups = {} }) => {
    const { what = '', from, alone, later, url, glob } = groups;
    const specifier = (from ?? alone ?? later ?? url ?? glob ?? '').replace(/\?.*$/, '');
    const isPackage = !specifier.startsWith('.');
    const to = isPackage ? packageOf(specifier) : normalize(join(dirname(path), specifier));
    return { from: path, to, isPackage, isType: isTypeOnly(what) };
  });
}

/** `{ type A, type B }` brings no code, as little as `type { A, B }`. */
function isTypeOnly(what: string): boolean {
  if (/^\s*type\b/.test(what)) return true;
  const [, named] = /^\s*\{([^}]*)\}\s*$/.exec(what) ?? [];
  const names = named
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return names !== undefined && names.length > 0 && names.every((name) => name.startsWith('type '));
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Groups of files that import each other in a circle, each sorted; none where there is no circle. */
export function circles(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = Map.groupBy(
    imports.filter(({ isPackage }) => !isPackage),
    ({ from }) => from,
  );
  // Tarjan's: each file gets a number when it is met, and the lowest number that it leads back to.
  const met = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const number = met.size;
    met.set(file, number);
    lowest.set(file, number);
    open.push(file);
    for (const { to } of next.get(file) ?? []) {
      const reached = met.has(to) ? (open.includes(to) ? met.get(to) : undefined) : visit(to);
      if (reached !== undefined) lowest.set(file, Math.min(lowest.get(file) ?? number, reached));
    }
    if (lowest.get(file) === number) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1 || (next.get(file) ?? []).some(({ to }) => to === file)) found.push(circle.toSorted());
    }
    return lowest.get(file) ?? number;
  };
  for (const file of next.keys()) if (!met.has(file)) visit(file);
  return found;
}
