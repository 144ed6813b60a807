import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { FeeLine, FeeName, OpenFee } from '../../../rules/fees/lines.ts';
import type { UnitMargin } from '../../../rules/fees/margin.ts';
import { isBeforeReferral } from '../listings/margin.ts';
import type { MarginView } from '../messages/listings.ts';
import type { Language } from '../messages/words.ts';
import type { Finding } from '../rows/finding.ts';
import { originText } from './card.ts';
import { factAsked, type InterfaceText, interfaceText } from './messages.ts';
import { day, money, percentage, together } from './values.ts';

interface MarginTelling {
  readonly language: Language;
  readonly marketplace: Marketplace;
  readonly currency: string;
  /** Origins of the facts behind the fees. */
  readonly origins: Finding['origins'];
}

/** Names of fees. */
export const feeTexts: Record<FeeName, InterfaceText> = {
  referral: 'feeReferral',
  closing: 'feeClosing',
  fba: 'feeFba',
  'low-inventory': 'feeLowInventory',
  'inbound-placement': 'feeInboundPlacement',
  coupon: 'feeCoupon',
  deal: 'feeDeal',
  total: 'feeTotal',
};

/** The margin of one unit as text. */
export function presentMargin(margin: UnitMargin, telling: MarginTelling): Omit<MarginView, 'cost'> {
  const { language, currency } = telling;
  const amount = (value: string | null) => (value === null ? null : money(language, value, currency));
  return {
    price: amount(margin.price),
    lines: margin.fees.map((line) => feeLine(line, telling)),
    open: margin.open.map((open) => openFee(open, language)),
    unitCost: amount(margin.unitCost),
    left: amount(margin.left),
    percent: margin.percent === null ? null : percentage(language, margin.percent),
    atMost: margin.atMost,
    beforeReferral: isBeforeReferral(margin.open.map(({ fee }) => fee)),
  };
}

function feeLine(line: FeeLine, telling: MarginTelling): MarginView['lines'][number] {
  const { language, currency } = telling;
  const { fee, amount, upTo, atLeast } = line;
  const from = money(language, amount, currency);
  const shown =
    upTo !== undefined
      ? interfaceText(language, 'amountRange', { from, to: money(language, upTo, currency) })
      : atLeast
        ? interfaceText(language, 'atLeast', { value: from })
        : from;
  return { fee, label: interfaceText(language, feeTexts[fee]), amount: shown, note: note(line, telling) };
}

const certainties: Record<NonNullable<FeeLine['certainty']>, InterfaceText> = {
  A: 'certaintyA',
  B: 'certaintyB',
  C: 'certaintyC',
  D: 'certaintyD',
};

/** A fee's start date and certainty, or the origin of the fact that states it. */
function note({ policy, from, certainty, fact }: FeeLine, { language, marketplace, origins }: MarginTelling): string {
  const origin = fact && origins[fact];
  if (origin) return originText(origin, language);
  if (policy === null || certainty === null) return '';
  const sure = interfaceText(language, certainties[certainty], { marketplace: interfaceText(language, marketplace) });
  const since =
    from === null
      ? interfaceText(language, 'sinceAlways')
      : interfaceText(language, 'sinceDay', { day: day(language, from) });
  return interfaceText(language, 'feeNote', { since, sure });
}

function openFee({ fee, missing, reason }: OpenFee, language: Language): MarginView['open'][number] {
  const label = interfaceText(language, feeTexts[fee]);
  if (reason) return { fee, label, missing: interfaceText(language, 'feeNotPublished') };
  const facts = together(
    language,
    missing.map((name) => factAsked(language, name)),
  );
  return { fee, label, missing: interfaceText(language, 'feeMissing', { facts }) };
}
