import type { Outcome } from '../../engine/outcome.ts';
import { limitNotPublished, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { Big, larger, smaller } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/price-range.json' with { type: 'json' };

interface Range {
  readonly min: Big;
  readonly max: Big;
}
/** By kind of shop; null where the kind exists but its range is not published. */
type Ranges = Readonly<Record<string, Range | null>>;

const read = new WeakMap<object, Ranges>();

function rangesOf(modes: Readonly<Record<string, readonly [string, string] | null>>): Ranges {
  const known = read.get(modes);
  if (known) return known;
  const ranges: Record<string, Range | null> = {};
  for (const [mode, range] of Object.entries(modes))
    ranges[mode] = range && { min: new Big(range[0]), max: new Big(range[1]) };
  read.set(modes, ranges);
  return ranges;
}

/** The price lies within the region’s range for the kind of shop and warehouse; the ends of the range pass. While the kind is not known, a price that fails only one range is a warning. */
export default defineRule({
  id: 'tiktok/price-range',
  topic: 'offer',
  severity: 'error',
  needs: ['price'],
  uses: ['sellerMode'],
  marks: ['price'],
  policy: readPolicy(file, { modes: 'table', refusedAbove: 'decimal' }),
  check({ price, sellerMode }, { modes, refusedAbove }) {
    const ranges = rangesOf(modes);
    if (sellerMode) {
      const range = ranges[sellerMode];
      return range ? judge(price, range, refusedAbove) : limitNotPublished();
    }
    return judgeUndecided(price, Object.values(ranges), refusedAbove);
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { price: '7600', sellerMode: 'local' } },
      { site: 'US', day: '2026-11-20', facts: { price: '800', sellerMode: 'cross-border-warehouse' } },
      { site: 'US', day: '2026-11-20', facts: { price: '500' } },
      { site: 'VN', day: '2026-11-20', facts: { price: '180000000', sellerMode: 'local' } },
      { site: 'TH', day: '2026-11-20', facts: { price: '29.99', sellerMode: 'cross-border-warehouse' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { price: '7600.01', sellerMode: 'local' },
        gives: { maxPrice: '7600.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { price: '800.01', sellerMode: 'cross-border-warehouse' },
        gives: { maxPrice: '800.00' },
      },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { price: '134.51', sellerMode: 'cross-border-warehouse' },
        gives: { maxPrice: '134.50' },
      },
      { site: 'MX', day: '2026-11-20', facts: { price: '0.99', sellerMode: 'local' }, gives: { minPrice: '1.00' } },
      { site: 'US', day: '2026-11-20', facts: { price: '900' }, gives: { maxPrice: '800.00' }, severity: 'warning' },
      { site: 'TH', day: '2026-11-20', facts: { price: '29' }, gives: { minPrice: '30.00' }, severity: 'warning' },
      {
        site: 'VN',
        day: '2026-11-20',
        facts: { price: '180000001', sellerMode: 'local' },
        gives: { maxPrice: '180000000' },
        severity: 'warning',
      },
      {
        site: 'VN',
        day: '2026-11-20',
        facts: { price: '1000000000', sellerMode: 'local' },
        gives: { maxPrice: '180000000' },
        severity: 'error',
      },
      {
        site: 'MX',
        day: '2026-11-20',
        facts: { price: '60000' },
        gives: { maxPrice: '50000.00' },
        severity: 'warning',
      },
      { site: 'DE', day: '2026-11-20', facts: { price: '6301' }, severity: 'warning' },
      { site: 'US', day: '2026-11-20', facts: { price: '7601' }, gives: { maxPrice: '800.00' }, severity: 'error' },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'IE', day: '2026-11-20', facts: { price: '20', sellerMode: 'cross-border-warehouse' } },
      { site: 'DE', day: '2026-11-20', facts: { price: '20', sellerMode: 'intra-EU' } },
      { site: 'BR', day: '2026-11-20', facts: { price: '20000', sellerMode: 'cross-border-warehouse' } },
    ],
    notApplicable: [
      { site: 'US', day: '2025-07-01', facts: { price: '9000', sellerMode: 'local' } },
      { site: 'MX', day: '2025-02-13', facts: { price: '0.99' } },
    ],
  },
});

function judge(price: Big, { min, max }: Range, refusedAbove: Big | undefined): Outcome {
  if (price.lt(min)) return violation({ message: 'low', values: { price }, fix: { minPrice: min } });
  if (price.lte(max)) return ok();
  if (refusedAbove && price.lte(refusedAbove))
    return violation({ severity: 'warning', message: 'perhapsHigh', values: { price }, fix: { maxPrice: max } });
  return violation({ values: { price }, fix: { maxPrice: max } });
}

/** Fails for certain only where every kind of shop fails. */
function judgeUndecided(price: Big, ranges: readonly (Range | null)[], refusedAbove: Big | undefined): Outcome {
  let [min, max]: [Big | null, Big | null] = [null, null];
  let isSomewhereFine = false;
  for (const range of ranges) {
    if (range) min = min ? larger(min, range.min) : range.min;
    if (range) max = max ? smaller(max, range.max) : range.max;
    if (!range || (price.gte(range.min) && price.lte(range.max))) isSomewhereFine = true;
  }
  if (!min || !max) return limitNotPublished();
  if (!isSomewhereFine) return judge(price, { min, max }, refusedAbove);
  if (price.lt(min))
    return violation({ severity: 'warning', message: 'undecidedLow', values: { price }, fix: { minPrice: min } });
  if (price.lte(max)) return ok();
  return violation({ severity: 'warning', message: 'undecidedHigh', values: { price }, fix: { maxPrice: max } });
}
