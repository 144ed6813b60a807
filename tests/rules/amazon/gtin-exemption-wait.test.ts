import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-content.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-content.json' with { type: 'json' };
import { contentRules } from '../../../rules/amazon/content/index.ts';
import type { WireFacts } from '../../../rules/engine/facts.ts';
import { judging, testSentences } from './family.ts';

const judge = judging(contentRules);
const kindOf = (name: string, facts: WireFacts) => judge(name, facts).kind;

describe('gtin-exemption-wait', () => {
  const rule = 'gtin-exemption-wait';
  const approved = { brand: 'Acme', approvedBrand: 'Acme' };

  test('30 minutes are enough, and the wait leads there', () => {
    fc.assert(
      fc.property(fc.nat(60), (minutesSinceApproval) => {
        const judged = judge(rule, { ...approved, minutesSinceApproval });
        expect(judged.kind).toBe(minutesSinceApproval >= 30 ? 'ok' : 'violation');
        if (judged.kind === 'ok') return;
        expect(minutesSinceApproval + Number(judged.fix.waitMinutes)).toBe(30);
      }),
    );
  });

  test.each(['acme', 'ACME', 'Acme ', ' Acme', 'Ac me', ''])('"%s" is not "Acme"', (brand) => {
    expect(judge(rule, { ...approved, brand, minutesSinceApproval: 45 })).toMatchObject({
      message: 'brand',
      fix: { approvedBrand: 'Acme' },
    });
  });

  test('an identifier without any word of an approval is no use of one', () => {
    expect(kindOf(rule, { gtin: '4006381333931', brand: 'Acme' })).toBe('not-applicable');
    expect(kindOf(rule, { gtin: '', brand: 'Acme' })).toBe('unknown');
    expect(kindOf(rule, { gtin: '4006381333931', brand: 'acme', approvedBrand: 'Acme' })).toBe('violation');
    expect(judge(rule, { brand: 'Acme' }).missing).toEqual(['minutesSinceApproval', 'approvedBrand']);
  });
});

testSentences(
  contentRules.filter(({ id }) => id === 'amazon/gtin-exemption-wait'),
  english,
  chinese,
);
