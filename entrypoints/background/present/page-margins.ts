import { marketplaceNamed } from '../../../rules/engine/sites.ts';
import type { FeeName } from '../../../rules/fees/lines.ts';
import { Big } from '../../../rules/measures/decimals.ts';
import { isBeforeReferral } from '../listings/margin.ts';
import type { PresentedMargin } from '../messages/shown.ts';
import type { Language, RichText } from '../messages/words.ts';
import type { PageMargin } from '../page/page-margins.ts';
import type { TabPage } from '../page/tabs.ts';
import { writtenIn } from '../shops/shop-locale.ts';
import { feeTexts } from './margin.ts';
import { interfaceRichText, interfaceText } from './messages.ts';
import { money, percentage, together } from './values.ts';

/** Most listings shown, lowest margin first. */
const MOST_LINES = 3;

interface Telling {
  readonly language: Language;
  readonly currency: string;
  /** BCP 47 language in which the console writes numbers. */
  readonly style: string;
  /** Whether the platform pays a declared price; it then publishes no fees. */
  readonly declared: boolean;
}

/** Margins at a page's prices; null when none is known. */
export function presentPageMargins(
  { store, records, language: pageLanguage }: TabPage,
  language: Language,
): PresentedMargin | null {
  if (!store.known) return null;
  const found = [...records.values()].flatMap(({ margin }) => margin ?? []);
  // A list may show one listing in several rows.
  const margins = [...new Map(found.map((margin) => [JSON.stringify(margin), margin])).values()];
  margins.sort((a, b) => new Big(a.percent).cmp(b.percent));
  const [lowest] = margins;
  if (!lowest) return null;
  const telling = {
    ...{
      language,
      currency: store.currency,
      declared: marketplaceNamed[store.marketplace].priceIsPaidBy === 'platform',
    },
    style: writtenIn(store, pageLanguage),
  };
  if (margins.length === 1) return { brief: brief(lowest, 'marginBrief', telling), lines: [sentence(lowest, telling)] };
  const lines = margins.slice(0, MOST_LINES).map((margin) => line(margin, telling));
  const count = margins.length - lines.length;
  return {
    brief: brief(lowest, 'marginBriefLowest', telling),
    lines: [
      interfaceRichText(language, telling.declared ? 'marginAfterCost' : 'marginAfterFees', {}),
      ...lines,
      ...(count > 0 ? [interfaceRichText(language, 'marginMore', { count })] : []),
    ],
  };
}

function brief(margin: PageMargin, ordinary: 'marginBrief' | 'marginBriefLowest', telling: Telling): string {
  const name = isLoss(margin)
    ? 'marginBriefLoss'
    : isBefore(margin)
      ? 'marginBriefBefore'
      : margin.atMost
        ? 'marginBriefAtMost'
        : ordinary;
  return interfaceText(telling.language, name, written(margin, telling));
}

/** One line for one of several listings. */
function line(margin: PageMargin, telling: Telling): RichText {
  const name = isLoss(margin)
    ? 'marginLineLoss'
    : isBefore(margin)
      ? 'marginLineBefore'
      : margin.atMost
        ? 'marginLineAtMost'
        : 'marginLine';
  return interfaceRichText(telling.language, name, { name: margin.name ?? '–', ...written(margin, telling) });
}

/** The only listing, with everything its price pays for. */
function sentence(margin: PageMargin, telling: Telling): RichText {
  const { language, declared } = telling;
  const { atMost, open } = margin;
  const values = written(margin, telling);
  const noFees = new Big(margin.fees).eq(0);
  const sold = interfaceText(language, declared ? 'marginSoldDeclared' : 'marginSold', values);
  const costs = interfaceText(language, noFees ? 'marginCostOnly' : 'marginCosts', values);
  // Fees not yet subtracted are named first: a margin that a fee will reduce must not look good.
  if (isBefore(margin) && !isLoss(margin))
    return interfaceRichText(language, 'marginBefore', { ...values, sold, costs });
  const [kept, lost] = atMost
    ? (['marginAtMost', 'marginLossAtLeast'] as const)
    : (['marginKept', 'marginLoss'] as const);
  return [
    ...interfaceRichText(language, isLoss(margin) ? lost : kept, { ...values, sold, costs }),
    ...(atMost ? [{ text: reserve(open, language) }] : []),
  ];
}

function written(margin: PageMargin, { language, currency, style }: Telling) {
  const { price, fees, unitCost, left, percent, open } = margin;
  const amount = (value: string) => money(language, value, currency, style);
  return {
    price: amount(price),
    fees: amount(fees),
    cost: amount(unitCost),
    left: amount(left),
    loss: amount(new Big(left).abs().toFixed()),
    percent: percentage(language, percent),
    open: feeNames(open, language),
  };
}

/** A loss remains a loss whatever fee is added. */
function isBefore({ open }: PageMargin): boolean {
  return isBeforeReferral(open);
}

function isLoss({ left }: PageMargin): boolean {
  return new Big(left).lt(0);
}

/** Why the margin may be lower. */
function reserve(open: readonly FeeName[], language: Language): string {
  if (open.length === 0) return interfaceText(language, 'marginFeeHigher');
  return interfaceText(language, 'marginOpen', { fees: feeNames(open, language) });
}

function feeNames(open: readonly FeeName[], language: Language): string {
  const names = open.map((fee) => interfaceText(language, feeTexts[fee]));
  return together(language, names);
}
