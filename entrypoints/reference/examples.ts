import { evaluator } from '../../rules/engine/engine.ts';
import { type FactName, factKinds, type Kind, type WireFacts, type WireValue } from '../../rules/engine/facts.ts';
import type { NotApplicable, Outcome } from '../../rules/engine/outcome.ts';
import { parseFacts } from '../../rules/engine/parse-facts.ts';
import type { Example, Rule } from '../../rules/engine/rule.ts';
import { type Marketplace, minorDigits, storeCurrency } from '../../rules/engine/sites.ts';
import { toWire } from '../../rules/engine/wire.ts';
import type { Language, Level, RichText } from '../background/messages/words.ts';
import { factHeading } from '../background/present/messages.ts';
import { sentence } from '../background/present/sentence.ts';
import { day, list, money, shownFact } from '../background/present/values.ts';
import type { Finding } from '../background/rows/finding.ts';
import { wantedFacts } from '../background/seller/entries.ts';
import { siteName } from './sites.ts';
import { type ReferenceText, referenceText } from './texts.ts';

/** An example as it is told: what is known, how the check ends, what is said. */
export interface ShownExample {
  readonly outcome: Outcome['kind'];
  /** Level of what is reported; null where nothing is. */
  readonly level: Level | null;
  readonly place: string;
  readonly facts: readonly { readonly label: string; readonly shown: string }[];
  readonly sentence: RichText;
  /** Names of the numbers that were worked out. */
  readonly fix: readonly string[];
}

/** So many of each outcome are shown; the rest is for the tests. */
const MOST = { violation: 5, ok: 4, unknown: 3, notApplicable: 3 } as const;

const reasons: Readonly<Record<NotApplicable['reason'], ReferenceText>> = {
  'not-in-force': 'reasonNotInForce',
  exempt: 'reasonExempt',
  'nothing-to-check': 'reasonNothingToCheck',
  'no-trigger': 'reasonNoTrigger',
};

/** The rule's examples, run by the engine: first what is reported, then what passes, then the rest. */
export function shownExamples(rule: Rule, language: Language): readonly ShownExample[] {
  const groups = ['violation', 'ok', 'unknown', 'notApplicable'] as const;
  return groups.flatMap((group) =>
    (rule.examples[group] ?? []).slice(0, MOST[group]).map((example) => shownExample(rule, example, language)),
  );
}

/** Names of everything the rule works out in any of its examples. */
export function fixNames(rule: Rule): readonly string[] {
  return [...new Set((rule.examples.violation ?? []).flatMap((example) => Object.keys(judged(rule, example).fix)))];
}

/** The levels the rule reports in its examples, its own first. */
export function levelsOf(rule: Rule): readonly Level[] {
  const found = (rule.examples.violation ?? []).map((example) => judged(rule, example).level);
  return [...new Set<Level>([rule.severity, ...found])];
}

function shownExample(rule: Rule, example: Example, language: Language): ShownExample {
  const { site, day: on } = example;
  const { outcome, finding, level, fix, reason } = judged(rule, example);
  const currency = currencyFor(rule, example);
  return {
    outcome,
    level: finding ? level : null,
    place: `${siteName(language, marketplaceOf(rule), site)} · ${day(language, on)}`,
    facts: shownFacts(example, language, rule.currency ?? currency),
    sentence: finding ? sentence(finding, { language, currency, site, name: null }) : quietSentence(reason, language),
    fix: Object.keys(fix),
  };
}

/** Why a check does not apply; nothing of one that passes, as in the page. */
function quietSentence(reason: NotApplicable['reason'] | null, language: Language): RichText {
  return reason === null ? [] : [{ text: referenceText(language, reasons[reason]) }];
}

interface Judged {
  readonly outcome: Outcome['kind'];
  readonly level: Level;
  readonly fix: Finding['fix'];
  /** What would be told; null where nothing is. */
  readonly finding: Finding | null;
  readonly reason: NotApplicable['reason'] | null;
}

function judged(rule: Rule, example: Example): Judged {
  const { site, day: on, facts, unread = [] } = example;
  const [verdict] = evaluator([rule], { marketplace: marketplaceOf(rule), site, day: on })({
    facts: parseFacts(facts).facts,
    unread: new Set(unread),
  });
  if (!verdict) throw new Error(`${rule.id}: no verdict for an example of ${site}, ${on}`);
  const { outcome, item = null } = verdict;
  const digits = minorDigits(currencyFor(rule, example));
  const base: Omit<Finding, 'level' | 'message'> = {
    rule: rule.id,
    topic: rule.topic,
    item,
    severity: rule.severity,
    values: {},
    fix: {},
    wanted: [],
    unread: [],
    marks: rule.marks,
    origins: {},
    day: on,
    quiet: false,
  };
  const silent = { outcome: outcome.kind, level: rule.severity, fix: {}, finding: null, reason: null };
  if (outcome.kind === 'not-applicable') return { ...silent, reason: outcome.reason };
  if (outcome.kind === 'unknown') {
    const wanted = wantedFacts(outcome.missing, facts);
    const unreadable = wanted.filter((name) => unread.includes(name));
    const message = outcome.reason ?? (unreadable.length > 0 ? 'unreadable' : 'missing');
    return {
      ...silent,
      level: 'unknown',
      finding: { ...base, level: 'unknown', message, wanted, unread: unreadable },
    };
  }
  if (outcome.kind === 'ok') {
    if (!rule.estimate || !outcome.values) return silent;
    const values = toWire(outcome.values, digits);
    return { ...silent, level: 'info', finding: { ...base, level: 'info', message: 'estimate', values } };
  }
  const level = outcome.severity ?? rule.severity;
  const values = toWire(outcome.values, digits);
  const fix = toWire(outcome.fix, digits);
  const message = outcome.message ?? 'problem';
  return { ...silent, level, fix, finding: { ...base, level, message, values, fix } };
}

export function marketplaceOf({ id }: Rule): Marketplace {
  return id.split('/')[0] as Marketplace;
}

function currencyFor(rule: Rule, { site }: Example): string {
  return storeCurrency(marketplaceOf(rule), site);
}

function shownFacts({ facts, unread = [] }: Example, language: Language, currency: string): ShownExample['facts'] {
  const known = Object.entries(facts).map(([name, value]) => ({
    label: factHeading(language, name),
    shown: factText(language, name, value, currency),
  }));
  const missed = unread.map((name) => ({
    label: factHeading(language, name),
    shown: referenceText(language, 'unreadValue'),
  }));
  return [...known, ...missed];
}

/** Also what the card has no short form for: rows of SKUs, prices by site, colours. */
function factText(language: Language, name: string, value: WireValue, currency: string): string {
  const kind: Kind = factKinds[name as FactName];
  if (isEmpty(kind, value)) return referenceText(language, 'emptyValue');
  const short = shownFact(language, name, value, currency);
  if (short !== '') return short;
  if (kind === 'rows') return (value as readonly WireFacts[]).map((row) => rowText(language, row, currency)).join('; ');
  if (kind === 'prices')
    return list(
      language,
      Object.entries(value as Readonly<Record<string, string>>).map(
        ([site, price]) => `${site} ${money(language, price, currency)}`,
      ),
    );
  return (value as readonly (readonly number[])[]).map((colour) => `rgb(${colour.join(', ')})`).join(', ');
}

/** A shop without a rating has the rating "none". */
function isEmpty(kind: Kind, value: WireValue): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === '' || (kind === 'decimal' && value === 'none');
}

function rowText(language: Language, row: WireFacts, currency: string): string {
  return list(
    language,
    Object.entries(row).map(
      ([name, value]) => `${factHeading(language, name)} ${factText(language, name, value, currency)}`,
    ),
  );
}
