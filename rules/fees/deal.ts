import type { Facts } from '../engine/facts.ts';
import { limitNotPublished, type NotApplicable, notApplicable, type Unknown, unknown } from '../engine/outcome.ts';
import { type Limits, readPolicy } from '../engine/policy.ts';
import { type Big, smaller } from '../measures/decimals.ts';
import file from '../policies/amazon/deal-fees.json' with { type: 'json' };

const shape = {
  /** Fees of a whole deal, of the older model. */
  lightning: 'decimal',
  best: 'decimal',
  /** The newer model: an amount per day and a factor of the deal's sales, capped. */
  perDay: 'decimal',
  rate: 'decimal',
  cap: 'decimal',
} as const;

/** Fees of Lightning and Best Deals, in the store's currency. */
export const dealFees = readPolicy(file, shape);

export type DealFacts = Pick<Facts, 'dealType' | 'dealDays' | 'dealSales' | 'event' | 'occasion'>;

/** The exact fee of a whole deal. */
export function dealFee(facts: DealFacts, values: Limits<typeof shape>): Big | Unknown | NotApplicable {
  if (isPeakEvent(facts)) return notApplicable('exempt');
  if (values.lightning) return flatFee(facts, values);
  if (!values.perDay) return limitNotPublished();
  const { dealDays, dealSales } = facts;
  if (typeof dealDays !== 'number') return dealSales ? unknown('dealDays') : unknown('dealDays', 'dealSales');
  if (!dealSales) return unknown('dealSales');
  return values.perDay.times(dealDays).plus(smaller(dealSales.times(values.rate), values.cap));
}

function flatFee({ dealType }: DealFacts, { lightning, best }: Limits<typeof shape>): Big | Unknown {
  if (dealType === 'lightning') return lightning;
  return dealType === 'best' ? best : unknown('dealType');
}

/** Peak events keep fixed fees of their own, which are not known. */
function isPeakEvent({ event, occasion }: DealFacts): boolean {
  return event === 'prime-day' || event === 'black-friday' || occasion === 'event' || occasion === 'black-friday';
}
