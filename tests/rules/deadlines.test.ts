import { describe, expect, test } from 'vitest';
import { type DeadlineKind, deadline, deadlineDefinitions, deadlinesAt } from '../../rules/deadlines.ts';
import { evaluator } from '../../rules/engine/engine.ts';
import type { FactName, WireFacts } from '../../rules/engine/facts.ts';
import { parseFacts } from '../../rules/engine/parse-facts.ts';
import { toWire } from '../../rules/engine/wire.ts';
import { allRules } from '../../rules/index.ts';

const SAID = '2026-11-20';

function due(kind: DeadlineKind, site: string, wire: WireFacts, day = '2026-11-21') {
  const definition = deadlineDefinitions.find((one) => one.kind === kind);
  const saidOn = (name: FactName) => (wire[name] === undefined ? undefined : SAID);
  return definition && deadline(definition, { facts: parseFacts(wire).facts, saidOn }, { site, day });
}

// Days and numbers: the policies of the rules named beside them.
describe('the day of', () => {
  test.each([
    // amazon/inform-deadline: 10 days after the notice was seen, the tenth in time.
    ['inform-certification', 'US', { noticeViewedOn: '2026-11-15', certifiedOn: null }, '2026-11-25', false],
    ['inform-certification', 'US', { noticeViewedOn: '2026-11-15' }, '2026-11-25', false],
    ['inform-certification', 'US', { noticeViewedOn: '2026-11-15', certifiedOn: '2026-11-16' }, '2026-11-25', true],
    ['inform-certification', 'US', { noticeViewedOn: '2026-11-15', certifiedOn: '2025-11-16' }, '2026-11-25', false],
    // Overdue, it is still to do.
    ['inform-certification', 'US', { noticeViewedOn: '2026-10-01' }, '2026-10-11', false],
    // amazon/annual-verification-due: 365 days; 2028 is a leap year.
    ['yearly-certification', 'US', { certifiedOn: '2026-03-01' }, '2027-03-01', false],
    ['yearly-certification', 'US', { certifiedOn: '2027-12-01' }, '2028-11-30', false],
    // tiktok/cross-border-deposit: 30 days after the notice; 500 US dollars.
    ['deposit-top-up', 'US', { depositNoticeOn: '2026-11-01', depositPaid: '499.99' }, '2026-12-01', false],
    ['deposit-top-up', 'US', { depositNoticeOn: '2026-11-01', depositPaid: '1500' }, '2026-12-01', true],
    ['deposit-top-up', 'UK', { depositNoticeOn: '2026-11-01', depositPaid: '500' }, '2026-12-01', false],
    // amazon/low-inventory-fee: the 365th and the 180th day are charged, so that the day before is the last one free.
    ['new-seller-exemption', 'US', { sellerDaysSinceFirstReceived: 364 }, null, false],
    ['new-seller-exemption', 'US', { sellerDaysSinceFirstReceived: 360 }, '2026-11-24', false],
    ['new-selection-exemption', 'US', { inNewSelection: true, parentDaysSinceFirstReceived: 100 }, '2027-02-07', false],
    // temu/high-price-rate-red-line: a percentile of 95; 30 days.
    ['withdrawal-limit', 'global', { highPriceRate: '95' }, '2026-12-20', false],
    ['withdrawal-limit', 'global', { highPriceRate: '94.9', redLine: '94' }, '2026-12-20', false],
    // temu/new-listing-suspension: 7, 7 and 30 days.
    ['new-listing-suspension', 'global', { suspendedOn: '2026-11-19' }, '2026-11-26', false],
    ['new-listing-suspension', 'global', { suspendedOn: '2026-11-19', occurrence: 3 }, '2026-12-19', false],
    ['new-listing-suspension', 'global', { suspendedOn: '2026-11-19', occurrence: 9 }, '2026-12-19', false],
    ['coupon-end', 'US', { couponEnd: '2026-11-21' }, '2026-11-21', false],
    ['sale-end', 'DE', { salePrice: '19.99', saleEnd: '2026-12-01' }, '2026-12-01', false],
    ['promotion-end', 'global', { promotionEnd: '2026-12-31' }, '2026-12-31', false],
    // Three days from the day on which the list said so.
    ['auto-void', 'global', { daysUntilVoid: 3 }, '2026-11-23', false],
  ] as const)('%s on %s with %o is %s', (kind, site, wire, day, done) => {
    expect(due(kind, site, wire)).toEqual(day && { kind, day, done });
  });

  test.each([
    ['inform-certification', 'DE', { noticeViewedOn: '2026-11-15' }],
    ['inform-certification', 'US', {}],
    ['yearly-certification', 'US', { certifiedOn: null }],
    ['deposit-top-up', 'US', { depositNoticeOn: '2026-11-01', sellerMode: 'local' }],
    ['deposit-top-up', 'BR', { depositNoticeOn: '2026-11-01' }],
    ['new-seller-exemption', 'US', { sellerDaysSinceFirstReceived: 365 }],
    ['new-seller-exemption', 'US', { sellerDaysSinceFirstReceived: 10, sellerPlan: 'Individual' }],
    ['new-selection-exemption', 'US', { parentDaysSinceFirstReceived: 100 }],
    ['withdrawal-limit', 'global', { highPriceRate: '94.9' }],
    ['coupon-end', 'US', { couponEnd: '2026-11-20' }],
    ['sale-end', 'US', { saleEnd: '2026-12-01' }],
    // The warning is gone from the list; or its day is past.
    ['auto-void', 'global', { daysUntilVoid: null }],
    ['auto-void', 'global', { daysUntilVoid: 0 }],
  ] as const)('%s on %s with %o is none', (kind, site, wire) => {
    expect(due(kind, site, wire)).toBeNull();
  });
});

test('the last day of a duty is the one that its rule names', () => {
  const named = (rule: string, site: string, marketplace: 'amazon' | 'tiktok', wire: WireFacts) => {
    const judge = evaluator(allRules, { marketplace, site, day: '2026-11-21' });
    const outcome = judge({ facts: parseFacts(wire).facts }).find((one) => one.rule.id === rule)?.outcome;
    const fix = outcome?.kind === 'violation' ? toWire(outcome.fix, 2) : {};
    return fix.lastDay ?? fix.dueOn;
  };
  const notice = { noticeViewedOn: '2026-11-15', certifiedOn: null };
  expect(due('inform-certification', 'US', notice)?.day).toBe(named('amazon/inform-deadline', 'US', 'amazon', notice));
  const certified = { certifiedOn: '2025-11-30' };
  expect(due('yearly-certification', 'US', certified)?.day).toBe(
    named('amazon/annual-verification-due', 'US', 'amazon', certified),
  );
  const deposit = { sellerMode: 'cross-border-warehouse', depositPaid: '0', depositNoticeOn: '2026-11-01' };
  expect(due('deposit-top-up', 'US', deposit)?.day).toBe(named('tiktok/cross-border-deposit', 'US', 'tiktok', deposit));
});

test('a site is offered what can be due there', () => {
  const kinds = (marketplace: 'amazon' | 'temu' | 'tiktok', site: string) =>
    deadlinesAt(marketplace, { site, day: '2026-11-21' }).map(({ kind }) => kind);
  expect(kinds('amazon', 'DE')).toEqual(['coupon-end', 'sale-end', 'promotion-end']);
  expect(kinds('amazon', 'US')).toContain('inform-certification');
  expect(kinds('temu', 'global')).toEqual(['withdrawal-limit', 'new-listing-suspension', 'promotion-end', 'auto-void']);
  expect(kinds('tiktok', 'BR')).toEqual(['promotion-end']);
});
