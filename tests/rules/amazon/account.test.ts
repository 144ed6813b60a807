import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-account.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-account.json' with { type: 'json' };
import { accountRules } from '../../../rules/amazon/account/index.ts';
import type { WireFacts } from '../../../rules/engine/facts.ts';
import { sitesOf } from '../../../rules/engine/sites.ts';
import { addDays } from '../../../rules/measures/days.ts';
import { judging, type Place, TODAY, testSentences } from './family.ts';

const judge = judging(accountRules);
const kindOf = (name: string, facts: WireFacts, place: Place = {}) => judge(name, facts, place).kind;

describe('INFORM', () => {
  test('the law joins both numbers with "and", the notice with "or"', () => {
    fc.assert(
      fc.property(fc.integer({ min: 190, max: 210 }), fc.integer({ min: 4990, max: 5010 }), (sales12m, gross) => {
        const facts = { sales12m, gross12m: String(gross) };
        const [enoughSales, enoughGross] = [sales12m >= 200, gross >= 5000];
        expect(kindOf('inform-high-volume', facts)).toBe(enoughSales && enoughGross ? 'violation' : 'ok');
        expect(kindOf('inform-notice-expected', facts)).toBe(enoughSales || enoughGross ? 'violation' : 'ok');
      }),
    );
  });

  test('one number decides where it can', () => {
    expect(kindOf('inform-high-volume', { sales12m: 199 })).toBe('ok');
    expect(kindOf('inform-high-volume', { gross12m: '4999.99' })).toBe('ok');
    expect(judge('inform-high-volume', { sales12m: 200 }).missing).toEqual(['gross12m']);
    expect(judge('inform-high-volume', { gross12m: '5000' }).missing).toEqual(['sales12m']);
    expect(kindOf('inform-notice-expected', { sales12m: 200 })).toBe('violation');
    expect(kindOf('inform-notice-expected', { gross12m: '5000' })).toBe('violation');
    expect(judge('inform-notice-expected', { gross12m: '4999.99' }).missing).toEqual(['sales12m']);
  });

  test.each<[string, WireFacts, string]>([
    ['inform-high-volume', { sales12m: 500, gross12m: '9000' }, '2023-06-27'],
    ['inform-notice-expected', { sales12m: 500 }, '2024-04-01'],
    ['inform-deadline', { noticeViewedOn: '2023-01-01', certifiedOn: null }, '2023-06-27'],
    ['inform-disclosure', { annualGross: '20000' }, '2023-06-27'],
    ['annual-verification-due', { certifiedOn: '2020-01-01' }, '2024-04-01'],
  ])('%s begins on its day, in the US only', (rule, facts, first) => {
    expect(kindOf(rule, facts, { day: addDays(first, -1) })).toBe('not-applicable');
    expect(kindOf(rule, facts, { day: first })).toBe('violation');
    expect(sitesOf.amazon.filter((site) => kindOf(rule, facts, { site }) === 'violation')).toEqual(['US']);
  });

  test('disclosure begins with 20,000', () => {
    expect(kindOf('inform-disclosure', { annualGross: '19999.99' })).toBe('ok');
    expect(kindOf('inform-disclosure', { annualGross: '20000.00' })).toBe('violation');
  });
});

describe('inform-deadline', () => {
  const rule = 'inform-deadline';

  test('warns for ten days with the days that are left, and is an error after them', () => {
    for (let passed = 0; passed <= 12; passed += 1) {
      const facts = { noticeViewedOn: '2026-11-01', certifiedOn: null };
      const judged = judge(rule, facts, { day: addDays('2026-11-01', passed) });
      expect(judged.fix.lastDay).toBe('2026-11-11');
      expect(judged.severity).toBe(passed <= 10 ? 'warning' : 'error');
      expect(judged.values.daysLeft).toBe(passed <= 10 ? 10 - passed : undefined);
    }
  });

  test('certifying on the last day, or on the first, ends it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 10 }), (passed, within) => {
        const noticeViewedOn = '2026-01-10';
        const day = addDays(noticeViewedOn, passed);
        expect(kindOf(rule, { noticeViewedOn, certifiedOn: addDays(noticeViewedOn, within) }, { day })).toBe('ok');
        expect(kindOf(rule, { noticeViewedOn, certifiedOn: '2026-01-09' }, { day })).toBe('violation');
      }),
    );
  });

  test('without a notice, or with one of a later day, nothing runs', () => {
    expect(kindOf(rule, { certifiedOn: null })).toBe('not-applicable');
    expect(kindOf(rule, { noticeViewedOn: null, certifiedOn: null })).toBe('not-applicable');
    expect(kindOf(rule, { noticeViewedOn: addDays(TODAY, 1), certifiedOn: null })).toBe('not-applicable');
    expect(judge(rule, { noticeViewedOn: TODAY }).missing).toEqual(['certifiedOn']);
  });
});

describe('annual-verification-due', () => {
  const rule = 'annual-verification-due';
  const on = (passed: number, more: WireFacts = {}) =>
    judge(rule, { certifiedOn: '2025-04-01', ...more }, { day: addDays('2025-04-01', passed) });

  test.each([
    [334, 'ok', undefined],
    [335, 'violation', 'info'],
    [365, 'violation', 'info'],
    [366, 'violation', 'warning'],
  ])('after %s days: %s %s', (passed, kind, severity) => {
    expect(on(passed)).toMatchObject(severity ? { kind, severity, fix: { dueOn: '2026-04-01' } } : { kind });
  });

  test('the seller chooses when to be reminded', () => {
    expect(on(305, { reminderDays: 60 })).toMatchObject({ severity: 'info', values: { daysLeft: 60 } });
    expect(on(304, { reminderDays: 60 }).kind).toBe('ok');
    expect(on(364, { reminderDays: 0 }).kind).toBe('ok');
    expect(on(365, { reminderDays: 0 }).kind).toBe('violation');
  });
});

testSentences(accountRules, english, chinese);
