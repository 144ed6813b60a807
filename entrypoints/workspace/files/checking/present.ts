import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../../../assets/locales/en/bulk.json' with { type: 'json' };
import zh from '../../../../assets/locales/zh-CN/bulk.json' with { type: 'json' };
import type { FactName } from '../../../../rules/engine/facts.ts';
import type { Card } from '../../../background/messages/shown.ts';
import type { Language, Level, RichText } from '../../../background/messages/words.ts';
import { presentCard } from '../../../background/present/card.ts';
import { levelName } from '../../../background/present/finding.ts';
import { factHeading, factLabel } from '../../../background/present/messages.ts';
import { sentence, title } from '../../../background/present/sentence.ts';
import { together } from '../../../background/present/values.ts';
import { byLevel } from '../../../background/rows/finding.ts';
import { wantedFacts } from '../../../background/seller/entries.ts';
import { columnName } from '../writing/xlsx-write.ts';
import type { BulkScope } from './context.ts';
import type { NoteKind, Problem, Tally } from './problem.ts';

/** Texts of the check of a file: its notes, and what is written into exports. */
export type BulkText = keyof typeof en;

const texts: Readonly<Record<Language, Readonly<Record<BulkText, string>>>> = { en, 'zh-CN': zh };
const formats = new Map<string, IntlMessageFormat>();

export function bulkText(
  language: Language,
  name: BulkText,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const key = `${language} ${name}`;
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(texts[language][name], language);
    formats.set(key, format);
  }
  return String(format.format(values));
}

const noteTexts: Readonly<Record<NoteKind, readonly [title: BulkText, sentence: BulkText]>> = {
  'not-understood': ['titleNotUnderstood', 'notUnderstood'],
  empty: ['titleEmpty', 'empty'],
  contradicting: ['titleContradicting', 'contradicting'],
  shifted: ['titleShifted', 'shifted'],
  'sku-twice': ['titleSkuTwice', 'skuTwice'],
  'asin-twice': ['titleAsinTwice', 'asinTwice'],
  'no-asin': ['titleNoAsin', 'noAsin'],
  'both-discounts': ['titleBothDiscounts', 'bothDiscounts'],
};

/** What is wrong, as a sentence, with what the marketplace itself says. */
export function problemText(problem: Problem, language: Language, scope: BulkScope): RichText {
  const told = ownText(problem, language, scope);
  const { quoted } = problem;
  return quoted === undefined ? told : [...told, { text: bulkText(language, 'quoted', { text: quoted }) }];
}

function ownText({ finding, note, name, products, fromShop }: Problem, language: Language, scope: BulkScope): RichText {
  if (finding) {
    const told = sentence(finding, { language, currency: scope.currency, site: scope.site, name, products });
    if (fromShop.length === 0) return told;
    const facts = together(
      language,
      fromShop.map((fact) => factLabel(language, fact)),
    );
    return [...told, { text: bulkText(language, 'fromShop', { facts }) }];
  }
  if (!note) return [];
  const values = { ...note.values, fact: label(language, note.values.fact) };
  return [{ text: bulkText(language, noteTexts[note.kind][1], values) }];
}

/** The list of products is a column of coupons and no fact. */
function label(language: Language, fact: string | number | undefined): string {
  if (fact === undefined) return '';
  return fact === 'asins' ? bulkText(language, 'asins') : factLabel(language, String(fact));
}

/** What a rule, or a kind of note, is called. */
export function ruleTitle(rule: string, language: Language): string {
  const note = rule.startsWith('file/') ? noteTexts[rule.slice('file/'.length) as NoteKind] : undefined;
  return note ? bulkText(language, note[0]) : title(rule, language);
}

/** One line of the list of problems. */
export interface PresentedProblem {
  /** Its place in the whole list, for asking for its card. */
  readonly index: number;
  readonly row: number;
  /** "C12"; null where the file has no cell for it. */
  readonly cell: string | null;
  /** What the column is called in the file. */
  readonly heading: string;
  readonly name: string;
  /** Rule id, or `file/<kind of note>`. */
  readonly rule: string;
  readonly level: Level;
  readonly levelName: string;
  readonly sentence: RichText;
  /** Whether there is a card with more. */
  readonly hasCard: boolean;
}

const LONGEST_HEADING = 60;

export function presentProblem(
  problem: Problem,
  index: number,
  headings: readonly string[],
  language: Language,
  scope: BulkScope,
): PresentedProblem {
  const { row, column, name, rule, level, finding } = problem;
  return {
    index,
    row,
    cell: column === null ? null : `${columnName(column)}${row}`,
    heading: column === null ? '' : (headings[column] ?? '').trim().slice(0, LONGEST_HEADING),
    name: name ?? '',
    rule,
    level,
    levelName: levelName(language, level),
    sentence: problemText(problem, language, scope),
    hasCard: finding !== null,
  };
}

/** Everything about one finding; null for a note, whose sentence says all. */
export function problemCard({ finding, name, products }: Problem, language: Language, scope: BulkScope): Card | null {
  if (!finding) return null;
  const { marketplace, site, currency, day: today } = scope;
  return presentCard(finding, {
    ...{ id: finding.rule, language, marketplace, site, currency, today, name, products },
    ...{ pageLanguage: null, entered: new Map(), canEnter: false, canIgnore: false, teach: null },
  });
}

/** Counts of the whole file with names. */
export interface BulkSummary {
  readonly checked: number;
  readonly leftOut: number;
  readonly withProblems: number;
  readonly known: number;
  readonly levels: { readonly [level in Level]: number };
  /** Worst first, then those of most rows. */
  readonly rules: readonly {
    readonly rule: string;
    readonly title: string;
    readonly level: Level;
    readonly levelName: string;
    readonly rows: number;
  }[];
  /** Facts without which checks have no verdict, those that most listings lack first. */
  readonly missing: readonly { readonly fact: string; readonly label: string; readonly rows: number }[];
}

const MOST_MISSING = 6;

/** What to supply in place of facts that are computed; of several that ask for the same one, those of most listings. */
function wanted(missing: Tally['missing']): ReadonlyMap<FactName, number> {
  const rows = new Map<FactName, number>();
  for (const [name, count] of missing)
    for (const source of wantedFacts([name as FactName], {})) rows.set(source, Math.max(rows.get(source) ?? 0, count));
  return rows;
}

export function presentSummary(counts: Tally, language: Language): BulkSummary {
  const { checked, leftOut, withProblems, known, levels } = counts;
  const rules = [...counts.rules].map(([rule, { level, rows }]) => ({
    ...{ rule, level, rows, title: ruleTitle(rule, language), levelName: levelName(language, level) },
  }));
  const missing = [...wanted(counts.missing)].map(([fact, rows]) => ({
    ...{ fact, rows, label: factHeading(language, fact) },
  }));
  return {
    ...{ checked, leftOut, withProblems, known, levels },
    rules: rules.sort((a, b) => byLevel(a, b) || b.rows - a.rows),
    missing: missing.sort((a, b) => b.rows - a.rows).slice(0, MOST_MISSING),
  };
}
