import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyPatterns } from '../../entrypoints/background/consoles/currency-patterns.ts';
import { currencyMark } from '../../entrypoints/background/understanding/currency.ts';
import {
  parseCount,
  parseDecimal,
  parseMoney,
  parsePercent,
} from '../../entrypoints/background/understanding/numbers.ts';
import { isCurrencyMark, knowCurrencies, looksLikeMoney } from '../../entrypoints/console.content/reading/currency.ts';

/** Every default locale of a console, and the interface languages offered on them. */
const LOCALES =
  'en-US en-CA fr-CA es-MX pt-BR en-GB de-DE fr-FR it-IT es-ES nl-NL fr-BE nl-BE en-IE sv-SE pl-PL tr-TR en-AE ar-AE ar-EG en-ZA en-IN en-SG en-AU ja-JP zh-CN zh-TW ko-KR'.split(
    ' ',
  );

const money = (text: string, locale = 'en-US', currency: string | null = 'USD') => parseMoney(text, locale, currency);

describe('parseMoney', () => {
  it.each([
    ['1.234,56 €', 'de-DE', 'EUR', '1234.56', 'EUR'],
    ['1.234,56 €', 'en-US', 'USD', '1234.56', 'EUR'],
    ['1 234,56 €', 'fr-FR', 'EUR', '1234.56', 'EUR'],
    ['1\u202f234,56\u00a0€', 'fr-FR', 'EUR', '1234.56', 'EUR'],
    ['￥1,299', 'ja-JP', 'JPY', '1299', 'JPY'],
    ['JPY¥2,280', 'zh-CN', 'JPY', '2280', 'JPY'],
    ['2,280', 'ja-JP', 'JPY', '2280', undefined],
    ['12.5 USD', 'en-US', 'USD', '12.50', 'USD'],
    ['USD$98.60', 'zh-CN', 'USD', '98.60', 'USD'],
    ['$98.60 USD', 'en-US', 'USD', '98.60', 'USD'],
    ['$98.60', 'en-US', 'USD', '98.60', undefined],
    ['£74.00', 'en-GB', 'GBP', '74.00', 'GBP'],
    ['R$ 1.234,50', 'pt-BR', 'BRL', '1234.50', 'BRL'],
    ['12,34,567.5', 'en-IN', 'INR', '1234567.50', undefined],
    ['1.234', 'de-DE', 'EUR', '1234.00', undefined],
    ['1.234', 'en-US', 'USD', '1.234', undefined],
    ['0.5', 'en-US', 'USD', '0.50', undefined],
    ['0', 'en-US', 'USD', '0.00', undefined],
    ['007.50', 'en-US', 'USD', '7.50', undefined],
    ['١٬٢٣٤٫٥٠', 'ar-EG', 'EGP', '1234.50', undefined],
    ['19.99\u200e', 'en-US', 'USD', '19.99', undefined],
  ])('reads %j in %s of a %s store', (text, locale, currency, amount, seen) => {
    expect(money(text, locale, currency)).toEqual({ amount, currency: seen });
  });

  it.each([
    '',
    ' ',
    'abc',
    '-3',
    '1e9',
    '$-3',
    '3-',
    '1..5',
    '1.2.3',
    '1,23,4',
    '12 34',
    '1.',
    '.5',
    'Infinity',
    'NaN',
    '0x10',
    '$12 €',
    '12 pieces',
    '¥30.00~69.00',
    '$14.14 + $0.00',
    '1,234.567.890',
    '9'.repeat(16),
    '$',
  ])('does not take %j for an amount', (text) => {
    expect(money(text)).toBeUndefined();
  });

  it('leaves a separator open that the locale does not use', () => {
    expect(money('1.234', 'fr-FR', 'EUR')).toBeUndefined();
    expect(money('1.234', 'xx', 'EUR')).toBeUndefined();
  });

  it('allows no fraction of a yen', () => {
    expect(money('12.50', 'ja-JP', 'JPY')).toBeUndefined();
    expect(money('1.299', 'ja-JP', 'JPY')).toBeUndefined();
    expect(money('2280.00', 'ja-JP', 'JPY')).toEqual({ amount: '2280', currency: undefined });
  });

  it('gives back what a locale writes', () => {
    const cents = fc.integer({ min: 0, max: 99_999_999_99 });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom(...LOCALES),
        fc.constantFrom('EUR', 'USD', 'GBP'),
        (value, locale, currency) => {
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value / 100);
          const exact = `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`;
          expect(parseMoney(text, locale, currency)?.amount).toBe(exact);
          const styled = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' });
          expect(parseMoney(styled.format(value / 100), locale, currency)).toEqual({ amount: exact, currency });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives back whole numbers with the grouping of the locale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom(...LOCALES), (value, locale) => {
        expect(parseCount(new Intl.NumberFormat(locale).format(value), locale)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws and never gives anything but an exact decimal', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.constantFrom(null, 'JPY', 'USD'),
        (text, locale, currency) => {
          const read = parseMoney(text, locale, currency);
          if (read) expect(read.amount).toMatch(/^\d{1,15}(\.\d{1,10})?$/);
        },
      ),
    );
  });
});

describe('parsePercent', () => {
  it.each([
    ['10%', '10'],
    ['10 %', '10'],
    ['10', '10'],
    ['7.50％', '7.5'],
    ['12.0%', '12'],
    ['%10', '10'],
    ['100', '100'],
  ])('reads %j', (text, percent) => expect(parsePercent(text, 'en-US')).toBe(percent));

  it('follows the locale', () => expect(parsePercent('7,5 %', 'de-DE')).toBe('7.5'));

  it.each(['', '%', '-5%', '5-10%', '$5', 'ten', '5%%'])('does not take %j for a percentage', (text) => {
    expect(parsePercent(text, 'en-US')).toBeUndefined();
  });
});

describe('parseCount', () => {
  it.each([
    ['1,234', 1234],
    ['0', 0],
    ['42', 42],
  ])('reads %j', (text, count) => expect(parseCount(text, 'en-US')).toBe(count));

  it.each(['', '1.5', '-1', '7 units', '1e3'])('does not take %j for a count', (text) => {
    expect(parseCount(text, 'en-US')).toBeUndefined();
  });
});

describe('parseDecimal', () => {
  it('knows the separators of every console locale', () => {
    for (const locale of LOCALES) {
      const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 3 }).format(1.234);
      expect(parseDecimal(text, locale), locale).toBe('1.234');
    }
  });
});

knowCurrencies(currencyPatterns);

describe('looksLikeMoney', () => {
  it.each([
    '$1',
    'US$ 1,234.50',
    '1.234,50 €',
    'R$5',
    'rs. 1,20,000',
    '¥30',
    '￥30',
    '25 000 kr',
    '5 USD',
    '$5 USD',
    "1'000 EUR",
  ])('knows %j', (text) => expect(looksLikeMoney(text)).toBe(true));
  it.each(['', '1', '$', '1,234.50', '-$5', '5%', '$1 - $2', '$1 off', 'SKU 5', '2026-11-20', 'USD', '$1 (was $2)'])(
    '%j is none',
    (text) => expect(looksLikeMoney(text)).toBe(false),
  );
});

describe('isCurrencyMark', () => {
  it('knows in the page what the background knows', () => {
    for (const mark of [
      '$',
      '€',
      '£',
      '¥',
      '￥',
      '円',
      '₹',
      'Rs.',
      'zł',
      'kr',
      'TL',
      '₺',
      'R$',
      'C$',
      'A$',
      'MX$',
      'USD$',
      'JPY¥',
      'eur',
      'AED',
    ]) {
      expect(currencyMark(mark), mark).not.toBeNull();
      expect(isCurrencyMark(mark), mark).toBe(true);
    }
    for (const word of ['', '%', 'off', 'Price', '12', '$12', 'ABC']) {
      expect(currencyMark(word), word).toBeNull();
      expect(isCurrencyMark(word), word).toBe(false);
    }
  });
});

describe('currencyMark', () => {
  it.each([
    ['€', 'EUR'],
    ['USD$', 'USD'],
    ['JPY¥', 'JPY'],
    ['￥', 'JPY'],
    [' eur ', 'EUR'],
    ['$', ''],
    ['zł', 'PLN'],
  ])('knows %j', (text, code) => expect(currencyMark(text)).toBe(code));

  it.each(['', 'off', '%', 'ABC', 'price', '12'])('%j is none', (text) => expect(currencyMark(text)).toBeNull());
});
