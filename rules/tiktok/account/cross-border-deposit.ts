import { limitNotPublished, notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays } from '../../measures/days.ts';
import file from '../../policies/tiktok/cross-border-deposit.json' with { type: 'json' };

/** A cross-border shop has paid its deposit: 500 US dollars per US shop, 70,000 yen in Japan; by category, not published, in the UK and South East Asia. */
export default defineRule({
  id: 'tiktok/cross-border-deposit',
  topic: 'account',
  severity: 'warning',
  needs: ['sellerMode', 'depositPaid'],
  uses: ['depositNoticeOn'],
  marks: ['depositPaid'],
  policy: readPolicy(file, { deposit: 'decimal', days: 'count' }),
  quietUnknown: true,
  before({ sellerMode }) {
    return sellerMode === 'local' ? notApplicable('exempt') : undefined;
  },
  check({ depositPaid, depositNoticeOn }, { deposit, days }) {
    if (!deposit) return limitNotPublished();
    if (depositPaid.gte(deposit)) return ok();
    const missing = deposit.minus(depositPaid);
    if (!depositNoticeOn) return violation({ values: { depositPaid, deposit }, fix: { missing } });
    return violation({
      message: 'dated',
      values: { depositPaid, deposit },
      fix: { missing, lastDay: addDays(depositNoticeOn, days) },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { sellerMode: 'cross-border-warehouse', depositPaid: '500' } },
      { site: 'US', day: '2026-11-20', facts: { sellerMode: 'local-warehouse', depositPaid: '500.01' } },
      { site: 'JP', day: '2026-11-20', facts: { sellerMode: 'cross-border-warehouse', depositPaid: '70000' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { sellerMode: 'cross-border-warehouse', depositPaid: '499.99' },
        gives: { missing: '0.01' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { sellerMode: 'cross-border-warehouse', depositPaid: '0', depositNoticeOn: '2026-11-01' },
        gives: { missing: '500.00', lastDay: '2026-12-01' },
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
      { site: 'US', day: '2022-10-06', facts: { sellerMode: 'cross-border-warehouse', depositPaid: '0' } },
      { site: 'BR', day: '2026-11-20', facts: { sellerMode: 'cross-border-warehouse', depositPaid: '0' } },
    ],
  },
});
