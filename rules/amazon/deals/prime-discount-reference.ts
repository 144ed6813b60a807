import type { Facts } from '../../engine/facts.ts';
import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { type Limits, readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Big, floorTo, percent, smaller } from '../../measures/decimals.ts';
import file from '../../policies/amazon/prime-discount-reference.json' with { type: 'json' };

/** Percent below the reference price by occasion. */
const shape = { normal: 'decimal', event: 'decimal', blackFriday: 'decimal' } as const;

/**
 * A Prime exclusive discount is at least 5 % below the List or Was Price, 10 % at events, 15 % on Black Friday; exactly
 * that much is allowed. With both prices known the lower one is taken.
 */
export default defineRule({
  id: 'amazon/prime-discount-reference',
  topic: 'promotion',
  severity: 'warning',
  needs: ['occasion', 'dealPrice'],
  uses: ['referencePrice', 'referenceSource', 'wasPrice', 'listPrice', 'dealType'],
  marks: ['dealPrice'],
  bounds: [{ of: 'dealPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, shape),
  quietUnknown: true,
  check(facts, values, { digits }) {
    const { occasion, dealPrice, dealType } = facts;
    const requiredBelow = required(occasion, values);
    if (!requiredBelow || dealType) return notApplicable('no-trigger');
    const referencePrice = referenceOf(facts);
    if (!referencePrice) return unknown('wasPrice');
    const highest = referencePrice.minus(referencePrice.times(percent(requiredBelow)));
    if (dealPrice.lte(highest)) return ok();
    return violation({
      values: { dealPrice, referencePrice, requiredBelow },
      fix: { maxPrice: floorTo(highest, digits) },
    });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { occasion: 'normal', dealPrice: '95.00', referencePrice: '100.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { occasion: 'black-friday', dealPrice: '85.00', listPrice: '100.00' },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { occasion: 'normal', dealPrice: '95.01', referencePrice: '100.00' },
        gives: { maxPrice: '95.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { occasion: 'event', dealPrice: '90.01', wasPrice: '100.00', listPrice: '120.00' },
        gives: { maxPrice: '90.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { occasion: 'black-friday', dealPrice: '21.25', listPrice: '24.99' },
        gives: { maxPrice: '21.24' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { occasion: 'normal', dealPrice: '95.00' } },
      { site: 'US', day: '2026-11-20', facts: { dealPrice: '95.00', referencePrice: '100.00' } },
      // That reference price is one of Pricing Health's, not the one struck through.
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          occasion: 'normal',
          dealPrice: '95.00',
          referencePrice: '90.00',
          referenceSource: 'Average Selling Price',
        },
      },
    ],
    notApplicable: [
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { occasion: 'normal', dealPrice: '9800', referencePrice: '10000' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { occasion: 'normal', dealPrice: '99.00', referencePrice: '100.00', dealType: 'best' },
      },
    ],
  },
});

function required(occasion: string, { normal, event, blackFriday }: Limits<typeof shape>): Big | undefined {
  if (occasion === 'normal') return normal;
  if (occasion === 'event') return event;
  return occasion === 'black-friday' ? blackFriday : undefined;
}

/** Prices of nothing stand for "none". */
function referenceOf({ referencePrice, referenceSource, wasPrice, listPrice }: Facts): Big | undefined {
  if (referencePrice?.gt(0) && !referenceSource) return referencePrice;
  const was = wasPrice?.gt(0) ? wasPrice : undefined;
  const list = listPrice?.gt(0) ? listPrice : undefined;
  return was && list ? smaller(was, list) : (was ?? list);
}
