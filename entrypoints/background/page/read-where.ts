import { derivations } from '../../../rules/engine/derive.ts';
import { type FactName, type Facts, factKinds, type Kind, type WireValue } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { type Marketplace, sitesOf } from '../../../rules/engine/sites.ts';
import type { Reading } from '../../console.content/reading/reading.ts';
import { consoles } from '../consoles/guides.ts';
import type { Field, Reader } from '../consoles/reader.ts';
import { gatherFacts } from './facts.ts';
import { fieldsOf } from './page-fields.ts';

/** Facts stated by a console's own sentences, on the pages that contain them. */
const ofSentences: readonly FactName[] = ['wasPrice', 'wasPriceExists', 'requiredNetPrice', 'suggestedYourPrice'];

const known = new Map<Marketplace, ReadonlyMap<string, ReadonlySet<FactName>>>();

/**
 * Page kinds of a marketplace that supply a fact: as a field, in a sentence of the console, or by derivation from what
 * is read there. Empty: no page does, and none may be promised.
 */
export function pagesThatRead(fact: FactName, marketplace: Marketplace): readonly string[] {
  let pages = known.get(marketplace);
  if (!pages) {
    pages = new Map(consoles[marketplace].readers.map((reader) => [reader.id, factsFrom(reader, marketplace)]));
    known.set(marketplace, pages);
  }
  return [...pages].filter(([, facts]) => facts.has(fact)).map(([page]) => page);
}

/** Facts known from a page whose fields are all filled in. */
function factsFrom(reader: Reader, marketplace: Marketplace): ReadonlySet<FactName> {
  const fields = fieldsOf(reader);
  const choices = Math.max(1, ...fields.map(({ layouts: [field] }) => Object.keys(field?.choices ?? {}).length));
  const found = new Set<FactName>(reader.notices ? ofSentences : []);
  // A field revealed by another one's choice is filled only with that choice.
  for (let choice = 0; choice < choices; choice += 1) {
    const readings = Object.fromEntries(fields.map(({ name, layouts }) => [name, filled(name, layouts[0], choice)]));
    for (const name of namesOf(gathered(readings, reader.id, marketplace))) found.add(name);
  }
  return found;
}

function gathered(fields: { readonly [field: string]: Reading }, page: string, marketplace: Marketplace): Facts {
  const site = sitesOf[marketplace][0] ?? '';
  const context = { page, marketplace, site, currency: 'USD', notices: [], shared: null, now: new Date() };
  const read = gatherFacts(fields, null, context, { entered: new Map(), seen: {}, paid: [] });
  const facts = { ...parseFacts(read.facts).facts };
  for (const { add } of derivations) add(facts, { day: DAY, unread: new Set() });
  return facts;
}

function namesOf(facts: Facts): readonly FactName[] {
  return (Object.keys(facts) as FactName[]).filter((name) => facts[name] !== undefined && facts[name] !== null);
}

const DAY = '2026-12-01';

const values: { readonly [Of in Kind]?: WireValue } = {
  money: '10.00',
  percent: '10',
  decimal: '10',
  count: 10,
  day: DAY,
  moment: `${DAY}T00:00:00`,
  text: 'text',
  texts: ['text'],
  flag: true,
  word: 'word',
};

function filled(name: FactName, field: Field | undefined, choice: number): Reading {
  const words = Object.keys(field?.choices ?? {});
  const value = factKinds[name] === 'word' && words.length > 0 ? words[choice % words.length] : values[factKinds[name]];
  return value === undefined ? { state: 'absent' } : { state: 'read', value, via: '' };
}
