import type { Marketplace } from '../../../rules/engine/sites.ts';
import { type Draft, importPath, parts, Refusal, withImport, withMember } from './draft.ts';
import { languages, places } from './places.ts';
import { toFillIn } from './to-fill-in.ts';

/** Kinds of facts that a field of a page can have, each with the function of its name that describes the field. */
const kinds = ['money', 'percent', 'decimal', 'count', 'day', 'moment', 'text', 'word', 'texts', 'flag'];

/** The first list of fields of a reader. */
const FIELDS = /(: Fields = \{)([\s\S]*?)\n?\};/;

/** `npm run new -- field tiktok/deposit/depositPaid`: the field in its reader, its words, and the fact where it is new. */
export function addField(draft: Draft, id: string, options: { readonly kind?: string | undefined } = {}): void {
  const [marketplace, page = '', fact = ''] = parts(id, '<marketplace>/<page>/<fact>');
  const path = `${places.consoleFolder(marketplace)}/${page}.ts`;
  const readers = readersOf(draft, marketplace);
  if (!readers.includes(page))
    throw new Refusal(`${marketplace} has no page "${page}". There are: ${readers.join(', ')}.`);
  const reader = draft.read(path);
  if (new RegExp(`[ {]${fact}: `).test(reader)) throw new Refusal(`${path} reads ${fact} already.`);
  if (!FIELDS.test(reader))
    throw new Refusal(`${path} has no list of fields to add to. Begin one: const fields: Fields = {};`);
  const kind = kindOf(draft, id, fact, options.kind);
  const words = addWords(draft, marketplace, fact);
  const mark = toFillIn(
    'where it is, in order of trust: stable attribute, label, wrapper or header; with requiredWith where its absence means another layout; and its value in the test pages that show it',
  );
  draft.write(
    path,
    withField(withLocators(reader, path, kind), `  // ${mark}\n  ${fact}: ${kind}([byLabel(${words})]),`),
  );
}

/** Names of a marketplace's pages that are read. */
function readersOf(draft: Draft, marketplace: Marketplace): readonly string[] {
  const folder = places.consoleFolder(marketplace);
  return draft
    .list(folder, '.ts')
    .filter((name) => draft.read(`${folder}/${name}`).includes(' = defineReader({'))
    .map((name) => name.slice(0, -'.ts'.length));
}

/** The kind of a fact of the vocabulary, to which one that is new is added. */
function kindOf(draft: Draft, id: string, fact: string, named: string | undefined): string {
  if (!/^[a-z][A-Za-z0-9]*$/.test(fact)) throw new Refusal(`"${fact}" is no name of a fact: a word like yourPrice.`);
  const [, known] = new RegExp(`^  ${fact}: '(\\w+)',`, 'm').exec(draft.read(places.facts)) ?? [];
  const all = `one of ${kinds.join(', ')}`;
  if (known !== undefined) {
    if (named !== undefined && named !== known) throw new Refusal(`${fact} is a fact already, of the kind ${known}.`);
    if (!kinds.includes(known))
      throw new Refusal(`${fact} is of the kind ${known}, which no field has: ${all} can be read.`);
    return known;
  }
  if (named === undefined)
    throw new Refusal(
      `${places.facts} has no fact "${fact}". Take one of those, or say the kind of a new one, ${all}:\nnpm run new -- field ${id} --kind money`,
    );
  if (!kinds.includes(named)) throw new Refusal(`"${named}" is no kind that a field has: ${all}.`);
  const mark = toFillIn('what it is, and its unit');
  draft.change(places.facts, (text) => text.replace(/^\} as const/m, `  ${fact}: '${named}', // ${mark}\n$&`));
  for (const language of languages)
    draft.change(`${places.texts(language)}/facts.json`, (text) =>
      withMember(text, 'labels', fact, toFillIn(`what the fact is called within a sentence, in ${language}`)),
    );
  return named;
}

/** The constant with the words beside the field, which is begun where there is none. */
function addWords(draft: Draft, marketplace: Marketplace, fact: string): string {
  const path = `${places.consoleFolder(marketplace)}/labels.ts`;
  const text = draft.read(path);
  const isTaken = new RegExp(`^export const ${fact}\\b(?!: Words)`, 'm').test(text);
  const name = isTaken ? `${fact}Label` : fact;
  if (!new RegExp(`^export const ${name}\\b`, 'm').test(text)) draft.write(path, `${text}${wordsOf(name, 'field')}`);
  return `labels.${name}`;
}

/** Words that are to be filled in, as a constant. */
export function wordsOf(constant: string, what: string): string {
  return `
/** ${toFillIn('by language, as documented; words that are inferred say so')} */
export const ${constant}: Words = { en: ['${toFillIn(`the label of the ${what}`)}'] };
`;
}

/** A reader that imports what the new field is described with. */
function withLocators(reader: string, path: string, kind: string): string {
  const names = [kind, 'byLabel'].filter((name) => !new RegExp(`^import [^;]*\\b${name}\\b[^;]*;`, 'm').test(reader));
  const labels = "import * as labels from './labels.ts';";
  const own = names.length === 0 ? reader : withNames(reader, names, importPath(path, places.reader));
  return withImport(own, labels);
}

function withNames(reader: string, names: readonly string[], from: string): string {
  const statement = `import { ${names.join(', ')} } from '${from}';`;
  const known = new RegExp(`^import \\{([^}]*?),?\\s*\\} from '${from.replaceAll('.', '\\.')}';`, 'm');
  if (!known.test(reader)) return withImport(reader, statement);
  return reader.replace(known, (_, others: string) => `import {${others}, ${names.join(', ')} } from '${from}';`);
}

function withField(reader: string, field: string): string {
  return reader.replace(FIELDS, (_, start: string, fields: string) => `${start}${fields}\n${field}\n};`);
}
