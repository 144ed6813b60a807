import { limitNotPublished, notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays } from '../../measures/days.ts';
import file from '../../policies/tiktok/cross-border-deposit.json' with { type: 'json' };

/** A cross-border shop has paid its deposit: 1,500 US dollars per US shop since 15 December 2025, 70,000 yen in Japan; by category, not published, in the UK and South East Asia. */
export default defineRule({
  id: 'tiktok/cross-border-deposit',
  topic: 'account',
  severity: 'error',
  needs: ['sellerMode', 'depositPaid'],
  uses: ['depositNoticeOn'],
  marks: ['depositPaid'],
  policy: readPolicy(file, { deposit: 'decimal', days: 'count', earlier: 'decimal', graceUntil: 'text' }),
  quietUnknown: true,
  before({ sellerMode }) {
    return sellerMode === 'local' ? notApplicable('exempt') : undefined;
  },
  check({ depositPaid, depositNoticeOn }, { deposit, days, earlier, graceUntil }) {
    if (!deposit) return limitNotPublished();
    if (depositPaid.gte(deposit)) return ok();
    const missing = deposit.minus(depositPaid);
    // Shops that had paid the earlier deposit are limited only after a time of grace.
    if (earlier && graceUntil && depositPaid.gte(earlier))
      return violation({
        severity: 'warning',
        message: 'dated',
        values: { depositPaid, deposit },
        fix: { missing, lastDay: graceUntil },
      });
    if (!depositNoticeOn) return violation({ values: { depositPaid, deposit }, fix: { missing } });
    return violation({
      message: 'dated',
      values: { depositPaid, deposit },
      fix: { missing, lastDay: addDays(depositNoticeOn, days) },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2025-12-14', facts: { sellerMode: 'cross-border-warehouse', depositPaid: '500' } },
      { site: 'US', day: '2026-11-20', facts: { sellerMode: 'local-warehouse', depositPaid: '1500' } },
      { site: 'JP', day: '2026-11-20', facts: { sellerMode: 'cross-border-warehouse', depositPaid: '70000' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2025-12-14',
        facts: { sellerMode: 'cross-border-warehouse', depositPaid: '499.99' },
        gives: { missing: '0.01' },
      },
      {
        site: 'US',
        day: '2025-12-15',
        facts: { sellerMode: 'cross-border-warehouse', depositPaid: '500' },
        gives: { missing: '1000.00', lastDay: '2026-01-13' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2025-12-15',
        facts: { sellerMode: 'cross-border-warehouse', depositPaid: '0' },
        gives: { missing: '1500.00' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-01-14',
        facts: { sellerMode: 'local-warehouse', depositPaid: '500' },
        gives: { missing: '1000.00' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { sellerMode: 'cross-border-warehouse', depositPaid: '1499.99', depositNoticeOn: '2026-11-01' },
        gives: { missing: '0.01', lastDay: '2026-12-01' },
      },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { sellerMode: 'cross-border-warehouse', depositPaid: '69999' },
        gives: { missing: '1' },
      },
    ],
    unknown: [
      { site: 'UK', day: '2026-11-20', facts: { sellerMode: 'cross-border-warehouse', depositPaid: '500' } },
      { site: 'US', day: '2026-11-20', facts: { sellerMode: 'cross-border-warehouse' } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { sellerMode: 'local', depositPaid: '0' } },
      { site: 'US', day: '2024-08-18', facts: { sellerMode: 'cross-border-warehouse', depositPaid: '0' } },
      { site: 'BR', day: '2026-11-20', facts: { sellerMode: 'cross-border-warehouse', depositPaid: '0' } },
    ],
  },
});
