import { describe, expect, test } from 'vitest';
import { gatherFacts, type PageContext } from '../../../entrypoints/background/page/facts.ts';
import { judge } from '../../../entrypoints/background/page/judging.ts';
import { sentence } from '../../../entrypoints/background/present/sentence.ts';
import { understand } from '../../../entrypoints/background/understanding/understand.ts';
import type { FieldReadings, Reading, UnreadableReason } from '../../../entrypoints/console.content/reading/reading.ts';
import { read } from '../readings.ts';

// A page that says that there is no single value was read: it is told as that, not as a page that may have changed.

const yuan = { locale: 'zh-CN', currency: 'CNY' };

const said = (reason: UnreadableReason): Reading => ({ state: 'unreadable', reason });

const amount = (text: string, kind: 'money' | 'percent' | 'day' = 'money') =>
  understand({ state: 'written', kind, text, via: 'column:test' }, yuan);

describe('an amount from … to …', () => {
  test.each(['¥30.00~69.00', '30.00 - 69.00', '¥30.00～¥69.00', '30.00–69.00 元'])('is a range: %s', (text) => {
    expect(amount(text)).toEqual(said('range'));
  });

  test.each(['30.00起', '2026-11-20~2026-12-01', '~', '30~', '-30.00'])('is none: %s', (text) => {
    expect(amount(text)).toEqual(said('unparsable'));
  });

  test('is one of percentages too, and none of days', () => {
    expect(amount('10%~15%', 'percent')).toEqual(said('range'));
    expect(amount('2026~2027', 'day')).toEqual(said('unparsable'));
  });
});

describe('what the page says has no single value', () => {
  const context = { page: 'temu/high-price', marketplace: 'temu', site: 'global', currency: 'CNY' } as const;

  function finding(fields: FieldReadings) {
    const page: PageContext = { ...context, notices: [], shared: null, now: new Date('2026-11-30T06:00:00Z') };
    const gathered = gatherFacts(fields, null, page, { entered: new Map(), seen: {}, paid: [] });
    const judging = { ...context, today: '2026-11-30', off: new Set<string>() };
    const found = judge(gathered, judging).findings.find(({ rule }) => rule === 'temu/high-price-traffic-target');
    if (!found) throw new Error('The target price was not judged.');
    return found;
  }

  const told = (fields: FieldReadings, language: 'en' | 'zh-CN') =>
    sentence(finding(fields), { language, currency: 'CNY', site: 'global', name: null })
      .map(({ text }) => text)
      .join('');

  const limited = { flowLimitStatus: read('limited') };
  const notGiven = { ...limited, declaredPrice: read('25.99', 'CNY'), targetPrice: said('not-given') };
  const range = { ...limited, declaredPrice: said('range'), targetPrice: read('19.80', 'CNY') };

  test('is told so in both languages', () => {
    expect(told(notGiven, 'zh-CN')).toBe('平台没给目标价，算不出要降多少。');
    expect(told(notGiven, 'en')).toMatch(/^The platform does not give the target price/);
    expect(told(range, 'zh-CN')).toBe('申报价格是区间，请按 SKU 核对。');
    expect(told(range, 'en')).toMatch(/^This page shows a range for the declared price/);
  });

  test('does not hide that another field was not read', () => {
    const fields = { ...notGiven, declaredPrice: said('not-found') };
    expect(finding(fields)).toMatchObject({ message: 'unreadable', unread: ['declaredPrice'] });
  });
});
