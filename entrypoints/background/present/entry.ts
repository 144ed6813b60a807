import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import type { Site } from '../../../rules/engine/sites.ts';
import { minorDigits } from '../../../rules/engine/sites.ts';
import { asFigure } from '../../../rules/engine/wire.ts';
import { sizeTiers } from '../../../rules/fees/fba.ts';
import { feeCategories } from '../../../rules/fees/referral.ts';
import type { Card } from '../messages/shown.ts';
import type { Language } from '../messages/words.ts';
import { enterable, entryKind } from '../seller/entries.ts';
import { typed } from './copied.ts';
import { factHeading, factHelp, factWord, type InterfaceText, interfaceText } from './messages.ts';

export interface EntryContext {
  readonly language: Language;
  readonly site: Site;
  readonly currency: string;
  /** Today in the site's time zone, ISO. */
  readonly day: string;
}

/** Allowed words of a fact, or null when it is typed freely. */
export function choicesOf(name: FactName, { site, day }: Pick<EntryContext, 'site' | 'day'>): readonly string[] | null {
  if (name === 'feeCategory') return feeCategories(site, day);
  if (name === 'sizeTier') return sizeTiers(site, day);
  return enterable(name)?.choices ?? null;
}

/** The card's input for one fact. */
export function presentEntry(
  name: FactName,
  current: WireValue | undefined,
  context: EntryContext,
): Card['entries'][number] {
  const { language } = context;
  const scope = enterable(name)?.scope;
  const kind = entryKind(name);
  const choices =
    kind === 'flag'
      ? (['yes', 'no'] as const).map((word) => ({ value: `${word === 'yes'}`, label: interfaceText(language, word) }))
      : choicesOf(name, context)?.map((value) => ({ value, label: factWord(language, name, value) }));
  return {
    fact: name,
    label: factHeading(language, name),
    kind,
    ...(choices ? { choices } : {}),
    current: current === undefined || current === null ? '' : asTyped(name, current),
    example: shownExample(name, context),
    help: factHelp(language, name) ?? interfaceText(language, scope === 'page' ? 'helpPage' : 'helpGeneric'),
  };
}

function asTyped(name: FactName, value: Exclude<WireValue, null>): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  const figure = asFigure(value);
  return figure === null ? '' : (typed(name, figure, null) ?? '');
}

/** Marked as an example, because a bare number in an empty input looks filled in. */
function shownExample(name: FactName, context: EntryContext): string {
  const value = exampleOf(name, context);
  return value === '' ? '' : interfaceText(context.language, 'exampleEntry', { value });
}

/** Example value of the fact's kind, as it would be typed. */
export function exampleOf(name: FactName, { currency, day }: Pick<EntryContext, 'currency' | 'day'>): string {
  // A ratio, not stars or litres.
  if (name === 'activityDiscountMax') return '0.85';
  switch (entryKind(name)) {
    case 'money':
      return minorDigits(currency) === 0 ? '2498' : '24.98';
    case 'percent':
      return '15';
    case 'decimal':
      return '4.3';
    case 'count':
      return '12';
    case 'day':
      return day;
    default:
      return '';
  }
}

const notUnderstoodTexts: Record<ReturnType<typeof entryKind>, InterfaceText> = {
  money: 'notUnderstoodMoney',
  percent: 'notUnderstoodPercent',
  decimal: 'notUnderstoodDecimal',
  count: 'notUnderstoodCount',
  day: 'notUnderstoodDay',
  text: 'notUnderstoodText',
  flag: 'notUnderstoodFlag',
  choice: 'notUnderstoodChoice',
};

/** Why an input was rejected, and what is expected. */
export function notUnderstood(name: FactName, input: string, context: EntryContext): string {
  const example = exampleOf(name, context);
  return interfaceText(context.language, notUnderstoodTexts[entryKind(name)], { input: input.trim(), example });
}
