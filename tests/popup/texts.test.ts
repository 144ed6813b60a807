import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import en from '../../assets/locales/en/popup.json' with { type: 'json' };
import chinese from '../../assets/locales/zh-CN/popup.json' with { type: 'json' };
import { browserLanguage } from '../../components/browser-language.ts';
import { textsIn } from '../../entrypoints/popup/texts.ts';

const languages = [
  ['en', en],
  ['zh-CN', chinese],
] as const;

/** Names of the values a message takes, plural branches included. */
function values(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort();
}

/** Values that come as text. */
const written: Readonly<Record<string, string>> = { day: 'Nov 18', version: '1.2.0' };

describe('popup texts', () => {
  test('are the same in both languages, with the same values', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(en));
    for (const name of Object.keys(en) as (keyof typeof en)[])
      expect([name, values(chinese[name])]).toEqual([name, values(en[name])]);
  });

  for (const [language, messages] of languages)
    test(`say something in ${language} for none, one and many`, () => {
      for (const [name, message] of Object.entries(messages))
        for (const count of [0, 1, 2, 1250]) {
          const given = Object.fromEntries(values(message).map((value) => [value, written[value] ?? count]));
          const said = String(new IntlMessageFormat(message, language).format(given));
          expect(said, name).not.toBe('');
          expect(said, name).not.toMatch(/[{}#]|plural/);
          if (values(message).some((value) => !written[value]) && count === 1250) expect(said, name).toContain('1,250');
        }
    });

  test('count in the language they are in', () => {
    expect(textsIn('en').say('unknowns', { count: 1 })).toBe('1 check needs data');
    expect(textsIn('en').say('unknowns', { count: 3 })).toBe('3 checks need data');
    expect(textsIn('zh-CN').say('unknowns', { count: 3 })).toBe('3 项检查缺少数据');
    expect(textsIn('en').say('storeClear', { listings: 0, day: '' })).toBe(
      'No listing of this store has been checked yet.',
    );
    expect(textsIn('en').day('2026-11-18')).toBe('18 Nov 2026');
    expect(textsIn('zh-CN').day('2026-11-18')).toBe('2026年11月18日');
    expect(textsIn('en').levels.unknown).toBe('Can’t tell yet');
  });
});

test.each([
  [['zh-TW', 'en'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['ZH-Hans-CN'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['de-DE', 'zh-CN', 'en'], 'zh-CN'],
  [['ja'], 'en'],
  [['zha'], 'en'],
  [[], 'en'],
] as const)('a browser that prefers %j starts in %s', (preferred, language) => {
  expect(browserLanguage(preferred)).toBe(language);
});
