import type { FactName } from '../../rules/engine/facts.ts';
import type { Period, Policy } from '../../rules/engine/policy.ts';
import { Big } from '../../rules/measures/decimals.ts';
import type { Language } from '../background/messages/words.ts';
import { factWord, plainText } from '../background/present/messages.ts';
import { day, decimal, list, money, percentage } from '../background/present/values.ts';
import { policyText } from './policy-texts.ts';
import { isTable, tableLines } from './tables.ts';
import { referenceText } from './texts.ts';
import { writtenValues } from './written-values.ts';

/** One number of a period in words; with `rows` where it is a table, which is shown when it is opened. */
export interface NumberLine {
  readonly text: string;
  readonly rows?: readonly string[];
}

export interface NumberContext {
  readonly language: Language;
  readonly policy: string;
  /** ISO 4217 code of the period's amounts; null where its sites have several. */
  readonly currency: string | null;
}

/** A list longer than this is opened to be read. */
const MOST_ITEMS = 12;
/** A table with more rows, or longer ones, is opened to be read. */
const MOST_ROWS = 4;
const LONGEST_ROW = 60;
/** Bytes of a megabyte, as image fields count them. */
const MEGABYTE = 1_048_576;

/** Values of policies that are words of a fact. */
const wordsOfFacts: { readonly [value: string]: FactName } = {
  exemptCategories: 'feeCategory',
  excludedCategories: 'feeCategory',
  apparelCategories: 'feeCategory',
  everyReturnCategories: 'feeCategory',
  freeSizeTiers: 'sizeTier',
  kindsThatMayOverlap: 'couponKind',
  excludedConditions: 'condition',
  allowedConditions: 'condition',
  newConditions: 'condition',
  sellerPlan: 'sellerPlan',
};

/** What the values of a period say, as its file has them. */
export function numberLines(policy: Policy, period: Period, context: NumberContext): readonly NumberLine[] {
  const { values, isComplete } = writtenValues(policy, period);
  const lines = Object.entries(values).map(([name, value]) => numberLine(name, value, context));
  return isComplete ? lines : [...lines, { text: referenceText(context.language, 'restAsBefore') }];
}

function numberLine(name: string, value: unknown, context: NumberContext): NumberLine {
  const { language, policy } = context;
  const message = policyText(language, policy, name);
  if (isTable(value)) return tableLine(language, message, tableLines(language, value));
  if (Array.isArray(value)) return listLine(name, message, value, context);
  return { text: said(message, value as Single, name, context) };
}

type Single = string | number | boolean;

function listLine(name: string, message: string, value: readonly Single[], context: NumberContext): NumberLine {
  const { language } = context;
  const items = value.map((item) => factWord(language, wordsOfFacts[name] ?? '', String(item)));
  if (items.length > MOST_ITEMS) return opened(language, bare(message), [list(language, items)], items.length);
  const shown = items.length === 0 ? 'none' : list(language, items);
  const text = plainText(language, message, { value: shown, first: items[0] ?? '', second: items[1] ?? '' });
  return { text: message.includes('{') ? text : referenceText(language, 'named', { name: message, value: shown }) };
}

/** A table that fits into a line or two is not worth opening. */
function tableLine(language: Language, name: string, rows: readonly string[]): NumberLine {
  const isShort = rows.length <= MOST_ROWS && rows.every((row) => row.length <= LONGEST_ROW);
  if (!isShort) return opened(language, name, rows);
  return { text: referenceText(language, 'named', { name, value: rows.join(language === 'en' ? '; ' : '；') || '–' }) };
}

function opened(language: Language, name: string, rows: readonly string[], count = rows.length): NumberLine {
  return { text: referenceText(language, 'entries', { name, count }), rows };
}

/** A message without the list that was to stand in it. */
function bare(message: string): string {
  return message.replace(/[:：]?\s*\{value\}/u, '');
}

function said(message: string, value: Single, name: string, context: NumberContext): string {
  const { language } = context;
  const variables = variablesOf(value, name, context);
  if (message.includes('{')) return plainText(language, message, variables);
  return referenceText(language, 'named', { name: message, value: String(variables.value) });
}

/** The ways in which a message can write its value. Whole numbers stay numbers where a plural may depend on them. */
function variablesOf(value: Single, name: string, { language, currency }: NumberContext) {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) {
    const word = factWord(language, wordsOfFacts[name] ?? '', text);
    return { value: word, day: dayOrMonthDay(language, text) };
  }
  const number = new Big(text);
  return {
    value: typeof value === 'number' && Math.abs(value) < 1000 ? value : decimal(language, text),
    money: currency === null ? decimal(language, text) : money(language, text, currency),
    percent: percentage(language, text),
    share: percentage(language, number.times(100).toFixed()),
    above: percentage(language, number.minus(1).times(100).toFixed()),
    below: percentage(language, new Big(1).minus(number).times(100).toFixed()),
    megabytes: decimal(language, number.div(MEGABYTE).toFixed(2)),
  };
}

/** An ISO day, or a day of every year: "10-15". */
function dayOrMonthDay(language: Language, text: string): string {
  if (!/^\d\d-\d\d$/.test(text)) return day(language, text);
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  // A leap year has every day.
  return format.format(Date.parse(`2024-${text}`));
}
