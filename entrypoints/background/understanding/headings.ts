import en from '../../../assets/locales/en/facts.json' with { type: 'json' };
import zh from '../../../assets/locales/zh-CN/facts.json' with { type: 'json' };
import { derivationsFor } from '../../../rules/engine/derive.ts';
import { type FactName, factKinds, isFactName } from '../../../rules/engine/facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import { allRules } from '../../../rules/index.ts';

/** What a column holds: a fact, one of the bullets (1-based), or nothing we know; `either` where its heading names several facts. */
export type Column =
  | { readonly holds: 'fact'; readonly fact: FactName }
  | { readonly holds: 'bullet'; readonly number: number }
  | { readonly holds: 'unknown' }
  | { readonly holds: 'either'; readonly facts: readonly FactName[] };

/** Single items of other facts: they are cut out of them, and no column holds them. */
const ITEMS: ReadonlySet<string> = new Set(['bullet', 'text']);

const BULLET = /^(?:bullet|bulletpoint|五点)(\d{1,2})$/u;

const byName = new Map<string, FactName>();
const byLabel = new Map<string, Set<FactName>>();
for (const name of Object.keys(factKinds) as FactName[]) byName.set(name.toLowerCase(), name);
for (const { labels } of [en, zh]) for (const [name, label] of Object.entries(labels)) remember(name, label);

// One row of a processing report, or of an ERP's export of refused listings, has one code.
for (const heading of ['error code', '错误代码', '报错代码']) remember('errorCodes', heading);

function remember(name: string, label: string): void {
  if (!isFactName(name) || ITEMS.has(name)) return;
  const names = byLabel.get(comparable(label)) ?? new Set();
  byLabel.set(comparable(label), names.add(name));
}

/** Full-width forms, case, spaces, "_" and "-" make no difference. */
function comparable(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
}

const usedOn = new Map<Marketplace, ReadonlySet<FactName>>();

/** Facts that a rule of the marketplace reads, or that such a fact follows from. */
function factsOf(marketplace: Marketplace): ReadonlySet<FactName> {
  const known = usedOn.get(marketplace);
  if (known) return known;
  const own = allRules.filter(({ id }) => id.startsWith(`${marketplace}/`) || id.startsWith('any/'));
  const read = own.flatMap(({ needs, uses = [], each }) => [
    ...needs,
    ...uses,
    ...(each ? ('of' in each ? each.of : [each.list]) : []),
  ]);
  const used = new Set([...read, ...derivationsFor(read).flatMap(({ from }) => from)]);
  usedOn.set(marketplace, used);
  return used;
}

/**
 * What a column holds by its heading: a fact's name, or its label in English or Chinese. Marketplaces have labels in
 * common, so a label means a fact that matters on the marketplace.
 */
export function columnOf(heading: string, marketplace: Marketplace): Column {
  const wanted = comparable(heading);
  const bullet = BULLET.exec(wanted);
  if (bullet) return { holds: 'bullet', number: Number(bullet[1]) };
  const named = byName.get(heading.trim().toLowerCase());
  if (named) return { holds: 'fact', fact: named };
  const labelled = [...(byLabel.get(wanted) ?? [])].filter((fact) => factsOf(marketplace).has(fact));
  if (labelled.length > 1) return { holds: 'either', facts: labelled };
  const fact = labelled[0] ?? byName.get(wanted);
  return fact ? { holds: 'fact', fact } : { holds: 'unknown' };
}
