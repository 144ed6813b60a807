import en from '../../../assets/locales/en/facts.json' with { type: 'json' };
import zh from '../../../assets/locales/zh-CN/facts.json' with { type: 'json' };
import { derivationsFor } from '../../../rules/engine/derive.ts';
import { type FactName, factKinds, isFactName } from '../../../rules/engine/facts.ts';
import { byMarketplace, type Marketplace, marketplaceNamed } from '../../../rules/engine/sites.ts';
import { allRules } from '../../../rules/index.ts';

/** What a column holds: a fact, one of the bullets (1-based), or nothing we know; `either` where its heading names several facts. */
export type Column =
  /** `isEveryday`: by a word that sellers write, not by the fact's own name or label. */
  | { readonly holds: 'fact'; readonly fact: FactName; readonly isEveryday?: true }
  | { readonly holds: 'bullet'; readonly number: number }
  | { readonly holds: 'unknown' }
  | { readonly holds: 'either'; readonly facts: readonly FactName[] };

/** Single items of other facts: they are cut out of them, and no column holds them. */
const ITEMS: ReadonlySet<string> = new Set(['bullet', 'text']);

/** Said of one picture. A column under these words holds the picture's address. */
const OF_ONE_PICTURE: ReadonlySet<string> = new Set(['isFirst']);

const BULLET = /^(?:bullet|bulletpoint|keyproductfeatures?|五点|要点|卖点)(\d{1,2})$/u;

/** No heading is longer, and looking for brackets in one costs the square of its length. */
const LONGEST_HEADING = 300;

/** A fact's name as no other word is written: yourPrice. */
const UNMISTAKABLE = /^[a-z]+(?:[A-Z\d][a-z\d]*)+$/u;

const byName = new Map<string, FactName>();
const byLabel = new Map<string, Set<FactName>>();
for (const name of Object.keys(factKinds) as FactName[]) byName.set(name.toLowerCase(), name);
for (const { labels } of [en, zh]) for (const [name, label] of Object.entries(labels)) remember(name, label);

// One row of a processing report, or of an ERP's export of refused listings, has one code.
for (const heading of ['error code', '错误代码', '报错代码']) remember('errorCodes', heading);

function remember(name: string, label: string): void {
  if (!isFactName(name) || ITEMS.has(name) || OF_ONE_PICTURE.has(name)) return;
  const names = byLabel.get(whole(label)) ?? new Set();
  byLabel.set(whole(label), names.add(name));
}

/** Full-width forms, case, spaces, "_" and "-" make no difference. */
function whole(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
}

/** Full-width forms, case, blanks, punctuation and a unit in brackets make no difference. */
export function comparable(heading: string): string {
  return heading
    .slice(0, LONGEST_HEADING)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const currencies: readonly string[] = [
  ...new Set(
    Object.values(
      byMarketplace(({ sites, shopCurrencies }) => [
        ...Object.values(sites).map(({ currency }) => currency),
        ...shopCurrencies,
      ]),
    ).flat(),
  ),
].filter((currency) => currency !== null);
/** "Your Price USD (Sell on Amazon, US)": the price's currency is part of the heading in Amazon's price templates. */
const CURRENCY = new RegExp(`\\s(?:${currencies.join('|')})\\s*(?:\\([^)]*\\))?\\s*$`, 'u');

const everyday = new Map<Marketplace, ReadonlyMap<string, FactName>>();

/** Headings that sellers of a marketplace write, by what they mean there. */
export function everydayHeadings(marketplace: Marketplace): ReadonlyMap<string, FactName> {
  let found = everyday.get(marketplace);
  if (!found) {
    const { headings } = marketplaceNamed[marketplace].columns;
    found = new Map(
      (Object.keys(headings) as FactName[]).flatMap((fact) =>
        (headings[fact] ?? []).map((heading): [string, FactName] => [comparable(heading), fact]),
      ),
    );
    everyday.set(marketplace, found);
  }
  return found;
}

const usedOn = new Map<Marketplace, ReadonlySet<FactName>>();

/** Facts that a rule of the marketplace reads, that such a fact follows from, or that name its listings. */
export function factsOf(marketplace: Marketplace): ReadonlySet<FactName> {
  const known = usedOn.get(marketplace);
  if (known) return known;
  const own = allRules.filter(({ id }) => id.startsWith(`${marketplace}/`) || id.startsWith('any/'));
  const read = own.flatMap(({ needs, uses = [], each }) => [
    ...needs,
    ...uses,
    ...(each ? ('of' in each ? each.of : [each.list]) : []),
  ]);
  const { naming, kept, checked } = marketplaceNamed[marketplace].columns;
  const used = new Set([...read, ...derivationsFor(read).flatMap(({ from }) => from), ...naming, ...kept, ...checked]);
  usedOn.set(marketplace, used);
  return used;
}

const UNKNOWN: Column = { holds: 'unknown' };
const asFact = (fact: FactName): Column => ({ holds: 'fact', fact });

/**
 * What a column holds by its heading: a fact's name, its label in English or Chinese, or a word that sellers of the
 * marketplace write for it. What means something on another marketplace only is not known here.
 */
export function columnOf(heading: string, marketplace: Marketplace): Column {
  const text = heading.trim();
  if (text === '' || text.length > LONGEST_HEADING) return UNKNOWN;
  const used = factsOf(marketplace);
  if (UNMISTAKABLE.test(text) && isFactName(text) && used.has(text)) return asFact(text);
  const wanted = whole(text);
  const bullet = BULLET.exec(wanted);
  if (bullet) return { holds: 'bullet', number: Number(bullet[1]) };
  const named = byName.get(wanted);
  const labelled = [...(byLabel.get(wanted) ?? [])].filter((fact) => used.has(fact));
  const common = everydayHeadings(marketplace).get(comparable(text));
  if (common && common !== named && !labelled.includes(common))
    return { holds: 'fact', fact: common, isEveryday: true };
  if (named && used.has(named)) return asFact(named);
  if (labelled.length > 1) return { holds: 'either', facts: labelled };
  if (labelled[0]) return asFact(labelled[0]);
  const priced = text.replace(CURRENCY, '');
  return priced === text ? UNKNOWN : columnOf(priced, marketplace);
}
