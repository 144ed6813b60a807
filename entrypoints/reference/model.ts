import type { Certainty, Period } from '../../rules/engine/policy.ts';
import type { Rule, Topic } from '../../rules/engine/rule.ts';
import type { Marketplace } from '../../rules/engine/sites.ts';
import type { Language, Level } from '../background/messages/words.ts';
import {
  factHeading,
  factLabel,
  type InterfaceText,
  interfaceText,
  optionalRuleText,
  plainText,
} from '../background/present/messages.ts';
import { title } from '../background/present/sentence.ts';
import { day } from '../background/present/values.ts';
import { type CodeGroup, codeGroups, codeNumbers, codesOf } from './codes.ts';
import { fixNames, levelsOf, marketplaceOf, type ShownExample, shownExamples } from './examples.ts';
import { currencyOfScope, scopeText } from './sites.ts';
import { type Source, sourceKeys, sourceOf, withFootnotes } from './sources.ts';
import { referenceText } from './texts.ts';
import { type NumberLine, numberLines } from './values.ts';

/** Everything the reference tells of one rule, in words. */
export interface RuleEntry {
  readonly id: string;
  /** Fragment of its address within the marketplace's page. */
  readonly anchor: string;
  readonly topic: Topic;
  readonly title: string;
  readonly levels: readonly Level[];
  readonly isEstimate: boolean;
  readonly isOptIn: boolean;
  readonly condition: string;
  readonly why: string;
  readonly exempt: string | null;
  readonly blind: string | null;
  readonly periods: readonly PeriodRow[];
  /** Error codes that the rule explains; empty for all others. */
  readonly codes: readonly CodeGroup[];
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
  /** What is worked out, by name. */
  readonly fixes: readonly string[];
  readonly examples: readonly ShownExample[];
}

export interface PeriodRow {
  readonly when: string;
  readonly status: Period['status'];
  readonly where: string;
  readonly numbers: readonly NumberLine[];
  readonly certainty: string;
  /** 1-based places in the rule's sources. */
  readonly footnotes: readonly number[];
}

export function ruleEntry(rule: Rule, language: Language): RuleEntry {
  const text = (key: string) => {
    const message = optionalRuleText(language, rule.id, key);
    return message === null ? null : plainText(language, message);
  };
  const keys = sourceKeys(rule.policy);
  return {
    id: rule.id,
    anchor: anchorOf(rule),
    topic: rule.topic,
    title: title(rule.id, language),
    levels: levelsOf(rule),
    isEstimate: rule.estimate === true,
    isOptIn: rule.optIn === true,
    condition: text('condition') ?? '',
    why: text('why') ?? '',
    exempt: text('exempt'),
    blind: text('blind'),
    periods: rule.policy.periods.map((period) => periodRow(period, rule, keys, language)),
    codes: codeGroups(rule, keys, language),
    notes: [...new Set(rule.policy.periods.flatMap(({ note }) => (note ? [withFootnotes(note, keys)] : [])))],
    sources: keys.map(sourceOf),
    fixes: fixNames(rule).map((name, place) => (place === 0 ? factHeading(language, name) : factLabel(language, name))),
    examples: shownExamples(rule, language),
  };
}

export function anchorOf({ id }: Rule): string {
  return id.slice(id.indexOf('/') + 1);
}

function periodRow(period: Period, rule: Rule, keys: readonly string[], language: Language): PeriodRow {
  const marketplace = marketplaceOf(rule);
  const currency = rule.currency ?? currencyOfScope(marketplace, period.sites);
  const book = codesOf(rule, period);
  return {
    when: whenText(period, language),
    status: period.status,
    where: scopeText(language, marketplace, period.sites),
    numbers: book
      ? codeNumbers(rule, book, language)
      : numberLines(rule.policy, period, { language, policy: rule.policy.id, currency }),
    certainty: book ? referenceText(language, 'codeCertainty') : certaintyText(period.certainty, marketplace, language),
    footnotes: book ? [] : period.sources.map((key) => keys.indexOf(key) + 1),
  };
}

function whenText({ from, to, status }: Period, language: Language): string {
  const days = { from: from === null ? '' : day(language, from), to: to === null ? '' : day(language, to) };
  if (status === 'announced') {
    if (from === null) return referenceText(language, 'announcedAlways');
    return referenceText(language, to === null ? 'announcedSince' : 'announcedBetween', days);
  }
  if (from === null) return referenceText(language, to === null ? 'always' : 'untilDay', days);
  return referenceText(language, to === null ? 'sinceDay' : 'between', days);
}

const certainties: Readonly<Record<Certainty, InterfaceText>> = {
  A: 'certaintyA',
  B: 'certaintyB',
  C: 'certaintyC',
  D: 'certaintyD',
};

export function certaintyText(certainty: Certainty, marketplace: Marketplace, language: Language): string {
  return interfaceText(language, certainties[certainty], { marketplace: interfaceText(language, marketplace) });
}
