import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { roundTo } from '../../measures/decimals.ts';
import file from '../../policies/temu/high-price-traffic-target.json' with { type: 'json' };

/** A product whose traffic is limited, or soon will be, is declared at the platform’s target price at most; equal lifts the limit. */
export default defineRule({
  id: 'temu/high-price-traffic-target',
  topic: 'offer',
  severity: 'warning',
  needs: ['declaredPrice', 'targetPrice', 'flowLimitStatus'],
  uses: ['managedMode'],
  marks: ['declaredPrice'],
  bounds: [{ of: 'declaredPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  before: ({ flowLimitStatus }) => (flowLimitStatus === 'none' ? notApplicable('no-trigger') : undefined),
  check({ declaredPrice, targetPrice, flowLimitStatus, managedMode }) {
    if (targetPrice.lte(0)) return notApplicable('nothing-to-check');
    if (declaredPrice.lte(targetPrice)) return ok();
    const difference = declaredPrice.minus(targetPrice);
    const percent = roundTo(difference.div(targetPrice).times(100), 1);
    return violation({
      // Official for local sellers; for the China console only reported.
      ...(managedMode === 'local' ? { severity: 'error' } : {}),
      message: flowLimitStatus === 'soon' ? 'soon' : 'problem',
      values: { declaredPrice, targetPrice, difference, percent },
      fix: { maxPrice: targetPrice },
    });
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '19.80', targetPrice: '19.80', flowLimitStatus: 'limited' },
      },
    ],
    violation: [
      {
        site: 'us',
        day: '2026-11-20',
        facts: { declaredPrice: '25.99', targetPrice: '19.80', flowLimitStatus: 'limited', managedMode: 'local' },
        gives: { maxPrice: '19.80' },
        severity: 'error',
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '25.99', targetPrice: '19.80', flowLimitStatus: 'limited' },
        gives: { maxPrice: '19.80', difference: '6.19', percent: '31.3' },
        severity: 'warning',
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '19.81', targetPrice: '19.80', flowLimitStatus: 'soon' },
        gives: { maxPrice: '19.80', difference: '0.01', percent: '0.1' },
      },
    ],
    unknown: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '25.99', flowLimitStatus: 'limited' } },
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '25.99', targetPrice: '19.80' } },
    ],
    notApplicable: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '25.99', targetPrice: '0', flowLimitStatus: 'limited' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '25.99', targetPrice: '19.80', flowLimitStatus: 'none' },
      },
    ],
  },
});
