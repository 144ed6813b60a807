import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Marketplace, marketplaces } from '../../../rules/engine/sites.ts';

/** Why no skeleton is written: a sentence for whoever typed the command. */
export class Refusal extends Error {}

/** A project with what a skeleton adds to it. Nothing is written before all of it is known. */
export class Draft {
  readonly #root: string;
  readonly #changes = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
  }

  has(path: string): boolean {
    return this.#changes.has(path) || existsSync(join(this.#root, path));
  }

  read(path: string): string {
    return this.#changes.get(path) ?? readFileSync(join(this.#root, path), 'utf8');
  }

  /** Names of the files of a folder that end so. */
  list(folder: string, ending: string): readonly string[] {
    return readdirSync(join(this.#root, folder))
      .filter((name) => name.endsWith(ending))
      .toSorted();
  }

  /** Names of the folders in a folder. */
  folders(folder: string): readonly string[] {
    return readdirSync(join(this.#root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted();
  }

  write(path: string, text: string): void {
    this.#changes.set(path, text);
  }

  add(path: string, text: string): void {
    if (this.has(path)) throw new Refusal(`${path} exists already.`);
    this.write(path, text);
  }

  change(path: string, change: (text: string) => string): void {
    this.write(path, change(this.read(path)));
  }

  /** A member more in an object that is a file by itself, which is begun where there is none. */
  addMember(path: string, key: string, value: unknown): void {
    if (this.has(path)) this.change(path, (text) => withMember(text, null, key, value));
    else this.write(path, `${JSON.stringify({ [key]: value }, null, 2)}\n`);
  }

  /** Writes everything, and says which files. */
  save(): readonly string[] {
    for (const [path, text] of this.#changes) {
      mkdirSync(dirname(join(this.#root, path)), { recursive: true });
      writeFileSync(join(this.#root, path), text);
    }
    return [...this.#changes.keys()];
  }
}

/** A part of a name as files have it: "coupon-star-rating". */
const FILE_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * The parts of "amazon/coupon-star-rating", the first a marketplace we have.
 * @param form what is to be typed, with as many parts
 */
export function parts(name: string, form: string): readonly [Marketplace, ...string[]] {
  const [marketplace = '', ...others] = name.split('/');
  if (others.length + 1 !== form.split('/').length) throw new Refusal(`"${name}" has not the form ${form}.`);
  if (!isMarketplace(marketplace))
    throw new Refusal(`There is no marketplace "${marketplace}". There are: ${marketplaces.join(', ')}.`);
  return [marketplace, ...others];
}

/** @param what of which thing it is the name */
export function fileName(name: string, what: string): string {
  if (!FILE_NAME.test(name))
    throw new Refusal(`"${name}" is no name of a ${what}: small letters and digits, words joined by "-".`);
  return name;
}

function isMarketplace(name: string): name is Marketplace {
  return (marketplaces as readonly string[]).includes(name);
}

/** "coupon-star-rating" as the name of a constant. */
export function constantName(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** How one file of the project names another in an import. */
export function importPath(from: string, to: string): string {
  const path = relative(dirname(from), to).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** An import more, before the first of the file; the formatter sorts them. */
export function withImport(text: string, statement: string): string {
  return text.includes(statement) ? text : text.replace(/^import /m, `${statement}\nimport `);
}

/** A line more at the end of the table that a constant of a file is. */
export function withLine(text: string, constant: string, line: string): string {
  const end = text.indexOf('\n};', text.indexOf(`const ${constant}:`));
  if (!text.includes(`const ${constant}:`) || end === -1) throw new Error(`No table ${constant} to stand in`);
  return `${text.slice(0, end)}\n  ${line}${text.slice(end)}`;
}

/**
 * A member more at the end of an object of a JSON file, whose other lines stay as they are: as an object, keys that are
 * numbers would change places.
 * @param parent key of the object within the file; null for the file's own
 */
export function withMember(text: string, parent: string | null, key: string, value: unknown): string {
  const lines = text.trimEnd().split('\n');
  const indent = parent === null ? '' : '  ';
  const start = parent === null ? 0 : lines.findIndex((line) => line.startsWith(`  ${JSON.stringify(parent)}: {`));
  const end = lines.findIndex((line, index) => index > start && line.startsWith(`${indent}}`));
  const last = lines[end - 1];
  if (start === -1 || last === undefined)
    throw new Error(`No object ${parent ?? ''} with a member on a line of its own`);
  const member = `${JSON.stringify(key)}: ${JSON.stringify(value, null, 2)}`.replaceAll('\n', `\n  ${indent}`);
  return `${[...lines.slice(0, end - 1), `${last},`, `  ${indent}${member}`, ...lines.slice(end)].join('\n')}\n`;
}
