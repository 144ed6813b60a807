import en from '../../../assets/locales/en/facts.json' with { type: 'json' };
import zh from '../../../assets/locales/zh-CN/facts.json' with { type: 'json' };
import type { FactName } from '../../../rules/engine/facts.ts';
import { type Marketplace, marketplaceNamed } from '../../../rules/engine/sites.ts';
import { columnOf, comparable } from './headings.ts';
import { isCodeFact, isNaming } from './naming.ts';
import { withoutOrders } from './order-tables.ts';

/** What the columns of a table that is imported can hold. */
export function mappableFacts(marketplace: Marketplace): readonly FactName[] {
  const { naming, kept } = marketplaceNamed[marketplace].columns;
  return [...naming, ...kept];
}

/** What the columns of a table that is checked can hold: whatever its headings name, too. */
export function checkableFacts(headings: readonly string[], marketplace: Marketplace): readonly FactName[] {
  const named = namedColumns(headings, marketplace).filter((fact) => fact !== null);
  return [...new Set([...mappableFacts(marketplace), ...marketplaceNamed[marketplace].columns.checked, ...named])];
}

/** The facts that headings name by themselves, each once; null for the others. A fact's own label goes before a word for it. */
export function namedColumns(headings: readonly string[], marketplace: Marketplace): (FactName | null)[] {
  const columns = headings.map((heading) => columnOf(heading, marketplace));
  const found = headings.map((): FactName | null => null);
  for (const isEveryday of [false, true])
    for (const [index, column] of columns.entries()) {
      if (column.holds !== 'fact' || (column.isEveryday ?? false) !== isEveryday || found.includes(column.fact))
        continue;
      found[index] = column.fact;
    }
  return withoutOrders(headings, found);
}

/** Columns whose headings leave nothing to ask: single bullets, which are numbered, and a code beside its type. */
export function areSettled(headings: readonly string[], marketplace: Marketplace): boolean[] {
  const pair = codePair(headings);
  return headings.map(
    (heading, index) =>
      columnOf(heading, marketplace).holds === 'bullet' || index === pair?.code || index === pair?.type,
  );
}

/** A product's code and, in a column of its own, what kind of code it is. Inferred from everyday use. */
const codePairs: readonly (readonly [type: string, code: string])[] = [
  ['code type', 'code'],
  ['barcode type', 'barcode'],
  ['product id type', 'product id'],
  ['external product id type', 'external product id'],
  ['product identifier type', 'product identifier'],
  ['编码类型', '编码'],
  ['商品编码类型', '商品编码'],
  ['条码类型', '条码'],
];

/** Indexes of the columns with a product's code and its type; null where there are not both. */
export function codePair(headings: readonly string[]): { readonly type: number; readonly code: number } | null {
  const found = headings.map(comparable);
  for (const [type, code] of codePairs) {
    const at = { type: found.indexOf(comparable(type)), code: found.indexOf(comparable(code)) };
    if (at.type >= 0 && at.code >= 0) return at;
  }
  return null;
}

/** What a table's columns hold where the seller says nothing of them: by their headings, each fact once. */
export function understoodColumns(headings: readonly string[], marketplace: Marketplace): (FactName | null)[] {
  const named = namedColumns(headings, marketplace);
  const isSettled = areSettled(headings, marketplace);
  return guessColumns(headings, marketplace, checkableFacts(headings, marketplace), named).map((fact, index) =>
    isSettled[index] ? null : fact,
  );
}

const labels: readonly Readonly<Record<string, string>>[] = [en.labels, zh.labels];

/**
 * What each column probably holds; null where nothing fits. Nothing is guessed twice.
 * @param facts those to guess from
 * @param known what is known of columns already
 */
export function guessColumns(
  headings: readonly string[],
  marketplace: Marketplace,
  facts: readonly FactName[] = mappableFacts(marketplace),
  known: readonly (FactName | null)[] = [],
): (FactName | null)[] {
  const names = new Map<string, FactName>();
  // Labels first: a heading that is one fact's own name is not another's second.
  for (const fact of facts)
    for (const label of [fact, ...labels.map((language) => language[fact] ?? '')]) remember(names, label, fact);
  const everyday = marketplaceNamed[marketplace].columns.headings;
  // Where the platform has a number of its own for a SKU, the seller's code is the other one.
  const codesFirst = facts.toSorted((a, b) => Number(isCodeFact(b)) - Number(isCodeFact(a)));
  for (const fact of codesFirst) for (const heading of everyday[fact] ?? []) remember(names, heading, fact);
  const taken = new Set<FactName>(known.filter((fact) => fact !== null));
  const guessed = headings.map((heading, index) => {
    const given = known[index];
    if (given) return given;
    const fact = names.get(comparable(heading));
    if (!fact || taken.has(fact)) return null;
    taken.add(fact);
    return fact;
  });
  return withoutOrders(headings, guessed);
}

function remember(names: Map<string, FactName>, heading: string, fact: FactName): void {
  const key = comparable(heading);
  if (key !== '' && !names.has(key)) names.set(key, fact);
}

/** Whether columns name listings and say something of them. */
export function isUsable(columns: readonly (FactName | null)[]): boolean {
  const facts = columns.filter((fact) => fact !== null);
  return facts.some(isNaming) && facts.some((fact) => !isNaming(fact)) && new Set(facts).size === facts.length;
}
