import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../entrypoints/background/consoles/languages.ts';
import { asinOfLink, asinsIn, keysOf, labelKey } from '../../entrypoints/console.content/reading/text.ts';

describe('labelKey', () => {
  it.each([
    ['Your Price', 'Your Price:'],
    ['Your Price', '* Your  Price ：'],
    ['Your Price', 'YOUR\u00a0PRICE *'],
    ['价格表（含税）', '价格表(含税)'],
    ['您的价格：', '您的价格'],
    ['Coupon discount "% Off" value', 'Coupon discount “% Off” value'],
    ["Voucher discount '% Off' value", 'Voucher discount ‘％ Off’ value'],
    ['Sale\u200b Price', 'sale price'],
  ])('%j and %j are one label', (one, other) => expect(labelKey(one)).toBe(labelKey(other)));

  it.each([
    ['Price', 'Business price'],
    ['Your Price', 'Your Price (USD)'],
    ['销售价格', '价格'],
    ['Discount', 'Discount type'],
  ])('%j and %j are two labels', (one, other) => expect(labelKey(one)).not.toBe(labelKey(other)));
});

describe('inLanguage', () => {
  const words = { en: ['Your Price'], 'zh-CN': ['您的价格'], 'zh-TW': ['您的價格'], ja: ['販売価格'] };

  it.each([
    ['en-US', ['your price']],
    ['zh-CN', ['your price', '您的价格']],
    ['zh', ['your price', '您的价格']],
    ['zh-TW', ['your price', '您的價格']],
    ['ja-JP', ['your price', '販売価格']],
    ['fr-FR', ['your price']],
  ])('takes the words of %s and English', (language, keys) => {
    expect([...keysOf(inLanguage({ words }, language).words)].sort()).toEqual([...keys].sort());
  });
});

describe('asinsIn', () => {
  it.each([
    ['DEMO-MUG-01 · B0DEMO0001', ['B0DEMO0001']],
    ['ASIN:B0DEMO0001,B0DEMO0002 B0DEMO0001', ['B0DEMO0001', 'B0DEMO0002']],
    ['XB0DEMO0001', []],
    ['B0DEMO00012', []],
    ['b0demo0001', []],
    ['', []],
  ])('finds the ASINs of %j', (text, asins) => expect(asinsIn(text)).toEqual(asins));
});

describe('asinOfLink', () => {
  it.each([
    ['https://www.amazon.de/dp/B0DEMO0011?th=1', 'B0DEMO0011'],
    ['/gp/product/0306406152', '0306406152'],
    ['/skucentral?mSku=DEMO', null],
  ])('knows where %j leads', (address, asin) => expect(asinOfLink(address)).toBe(asin));
});
