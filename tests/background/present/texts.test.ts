import { describe, expect, test } from 'vitest';
import enFacts from '../../../assets/locales/en/facts.json' with { type: 'json' };
import enInterface from '../../../assets/locales/en/interface.json' with { type: 'json' };
import zhFacts from '../../../assets/locales/zh-CN/facts.json' with { type: 'json' };
import zhInterface from '../../../assets/locales/zh-CN/interface.json' with { type: 'json' };
import type { Language } from '../../../entrypoints/background/messages/words.ts';
import { presentCard } from '../../../entrypoints/background/present/card.ts';
import { typed } from '../../../entrypoints/background/present/copied.ts';
import { interfaceText, richText } from '../../../entrypoints/background/present/messages.ts';
import { sentence } from '../../../entrypoints/background/present/sentence.ts';
import { day, money, percentage, shown, written } from '../../../entrypoints/background/present/values.ts';
import type { Finding } from '../../../entrypoints/background/rows/finding.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import { factKinds } from '../../../rules/engine/facts.ts';
import { figureKinds } from '../../../rules/engine/figures.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { currencyOf, type Marketplace, minorDigits } from '../../../rules/engine/sites.ts';
import { toWire } from '../../../rules/engine/wire.ts';
import { allRules } from '../../../rules/index.ts';
import { finding } from '../../database/finding.ts';

const languages: readonly Language[] = ['en', 'zh-CN'];

describe('a value', () => {
  test('of money is written in the store’s currency', () => {
    expect(money('en', '28.80', 'USD')).toBe('$28.80');
    expect(money('zh-CN', '45.00', 'CNY')).toBe('¥45.00');
    expect(money('en', '2280', 'JPY')).toBe('¥2,280');
    expect(money('zh-CN', '1234.5', 'EUR')).toBe('€1,234.50');
  });

  test('of money has the digits in which its currency is priced', () => {
    expect(money('en', '105.2632', 'USD')).toBe('$105.26');
    expect(money('en', '98.0000', 'USD')).toBe('$98.00');
  });

  test('of Chinese characters is the word they make', () => {
    expect(written('zh-CN', 'characters', ['马', '克', '杯', '！'], 'CNY')).toBe('马克杯、！');
    expect(written('zh-CN', 'characters', ['!', '&'], 'CNY')).toBe('!、&');
  });

  test('of money is written as the console writes numbers', () => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(plain(money('en', '1141.968', 'EUR', 'de-DE'))).toBe('1.141,97 €');
    expect(money('en', '1141.968', 'EUR')).toBe('€1,141.97');
    expect(money('zh-CN', '1141.968', 'EUR', 'en-GB')).toBe('€1,141.97');
    expect(money('en', '2498', 'JPY', 'ja-JP')).toBe('¥2,498');
    expect(plain(money('en', '69000', 'VND', 'vi-VN'))).toBe('69.000 ₫');
    expect(money('en', '15.5', 'USD', 'not a language')).toBe('$15.50');
  });

  test('of money is exact beyond what a float holds', () => {
    expect(money('en', '90071992547409.93', 'USD')).toBe('$90,071,992,547,409.93');
  });

  test('in percent has its sign right behind it', () => {
    expect(percentage('en', '26')).toBe('26%');
    expect(percentage('zh-CN', '18.4')).toBe('18.4%');
  });

  test('of a day is written as people do', () => {
    expect(day('en', '2024-03-12')).toBe('12 Mar 2024');
    expect(day('zh-CN', '2024-03-12')).toBe('2024年3月12日');
  });

  test('of a count stays a number, for plurals', () => {
    expect(written('en', 'unitsMissing', 1200, 'USD')).toBe(1200);
    expect(shown('en', 'unitsMissing', 1200, 'USD')).toBe('1,200');
  });

  test('of text is cut at a whole character', () => {
    const emoji = '👩‍🚀'.repeat(40);
    const text = shown('en', 'title', emoji, 'USD');
    expect([...text].length).toBe(60);
    expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/u);
  });

  test('is copied as the console’s own language types it', () => {
    expect(typed('maxPrice', '1234.56', 'de-DE')).toBe('1234,56');
    expect(typed('maxPrice', '1234.56', 'en-US')).toBe('1234.56');
    expect(typed('latestEnd', '2026-12-01', 'de-DE')).toBe('01.12.2026');
    expect(typed('latestEnd', '2026-12-01', 'en-US')).toBe('12/01/2026');
    expect(typed('maxPrice', '1234.56', 'no such language!')).toBe('1234.56');
    expect(typed('words', ['a'], 'en-US')).toBeNull();
  });
});

describe('a sentence', () => {
  test('marks what is bold and never reads a value as markup', () => {
    expect(
      richText('en', 'Remove <b>{word}</b> from {title}', { word: '<b>x</b>', title: '<img onerror=1> {y}' }),
    ).toEqual([{ text: 'Remove ' }, { text: '<b>x</b>', strong: true }, { text: ' from <img onerror=1> {y}' }]);
  });

  const unknown = (parts: Partial<Finding>) =>
    finding({ rule: 'amazon/coupon-price-above-was', topic: 'coupon', level: 'unknown', message: 'missing', ...parts });
  const tell = (finding: Finding, language: Language) =>
    sentence(finding, { language, currency: 'USD', site: 'US', name: 'B0EXAMPLE1' })
      .map(({ text }) => text)
      .join('');

  test('says what is missing and how to supply it', () => {
    const finding = unknown({ wanted: ['wasPrice'] });
    expect(tell(finding, 'en')).toBe(
      'Can’t tell yet for B0EXAMPLE1: the Was Price is not known. Enter it to get an answer.',
    );
    expect(tell(finding, 'zh-CN')).toBe('填上历史价格，就能判断 B0EXAMPLE1。');
  });

  test('says what could not be read', () => {
    const finding = unknown({ message: 'unreadable', wanted: ['yourPrice', 'wasPrice'], unread: ['yourPrice'] });
    expect(tell(finding, 'en')).toMatch(/^Preflight could not read Your Price on this page/);
    expect(tell(finding, 'zh-CN')).toMatch(/^没有读到本页的您的价格/);
  });

  test('that cannot be made still says that something was found', () => {
    const broken = unknown({ level: 'error', message: 'no-such-message' });
    for (const language of languages)
      expect(tell(broken, language)).toContain(language === 'en' ? 'could not be put' : '没能写成');
  });
});

/** Every problem of every example of every rule, as a finding. */
const problems: [name: string, finding: Finding, marketplace: Marketplace, site: string][] = allRules.flatMap((rule) =>
  (rule.examples.violation ?? []).flatMap((example, index) => {
    const marketplace = rule.id.split('/')[0] as Marketplace;
    const { site, day: on } = example;
    const verdicts = evaluator([rule], { marketplace, site, day: on })({ facts: parseFacts(example.facts).facts });
    const digits = minorDigits(currencyOf(marketplace, site) ?? 'USD');
    return verdicts.flatMap(({ outcome, item }): typeof problems => {
      if (outcome.kind !== 'violation') return [];
      const severity = outcome.severity ?? rule.severity;
      const finding: Finding = {
        rule: rule.id,
        topic: rule.topic,
        // Examples of a list's rule give one item by itself.
        item: item ?? (rule.each ? 0 : null),
        level: severity,
        severity,
        message: outcome.message ?? 'problem',
        values: toWire(outcome.values, digits),
        fix: toWire(outcome.fix, digits),
        wanted: [],
        unread: [],
        marks: rule.marks,
        origins: {},
        day: on,
        quiet: false,
      };
      return [[`${rule.id} ${index}`, finding, marketplace, site]];
    });
  }),
);

describe.each(languages)('every problem a rule can show, in %s', (language) => {
  test.each(problems)('%s', (_name, finding, marketplace, site) => {
    const card = presentCard(finding, {
      id: 'x',
      language,
      marketplace,
      site,
      currency: currencyOf(marketplace, site) ?? 'USD',
      name: 'B0EXAMPLE1',
      products: 1,
      pageLanguage: 'en-US',
      entered: new Map(),
      today: '2026-11-20',
      canEnter: true,
      canIgnore: true,
      teach: null,
    });
    const text = card.sentence.map((part) => part.text).join('');
    const cannot = interfaceText(language, 'notDescribed', { title: card.title });
    expect(text).not.toBe(cannot);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(card.title).not.toContain('/');
    expect(card.why).not.toBe('');
    expect(card.since).not.toBeNull();
  });
});

describe('the texts', () => {
  test('name every fact and figure in both languages', () => {
    const names = [...Object.keys(factKinds), ...Object.keys(figureKinds)].sort();
    expect(Object.keys(enFacts.labels).sort()).toEqual(names);
    expect(Object.keys(zhFacts.labels).sort()).toEqual(names);
  });

  test('are the same ones in both languages, with the same values in them', () => {
    // Not the words that a plural chooses between.
    const argument = /(?<!(?:one|other|=\d)\s)\{(\w+)[,}]/g;
    const values = (message: string) => [...message.matchAll(argument)].map(([, name]) => name).sort();
    expect(Object.keys(zhInterface)).toEqual(Object.keys(enInterface));
    for (const [name, message] of Object.entries(enInterface)) {
      const chinese = new Set(values((zhInterface as Record<string, string>)[name] ?? ''));
      // A language without plurals may leave out the number that only chooses the form.
      const english = new Set(values(message).filter((value) => value !== 'count' || chinese.has('count')));
      expect([...chinese], name).toEqual([...english]);
    }
    for (const part of ['help', 'asked'] as const)
      expect(Object.keys(zhFacts[part])).toEqual(Object.keys(enFacts[part]));
    for (const [fact, words] of Object.entries(enFacts.words))
      expect(Object.keys((zhFacts.words as Record<string, object>)[fact] ?? {})).toEqual(Object.keys(words));
  });
});
