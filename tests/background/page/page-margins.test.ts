import { describe, expect, test } from 'vitest';
import { marginOn } from '../../../entrypoints/background/listings/margin.ts';
import { type PageMargin, pageMargin } from '../../../entrypoints/background/page/page-margins.ts';
import type { TabPage } from '../../../entrypoints/background/page/tabs.ts';
import { presentPageMargins } from '../../../entrypoints/background/present/page-margins.ts';
import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';

const mug = { listing: 'sku:MUG-1', sku: 'MUG-1', asin: 'B0DEMO0001', code: null };

function marginOf(
  facts: WireFacts,
  { page = 'amazon/listing-editor', marketplace = 'amazon' as Marketplace, site = 'US' as Site, currency = 'USD' } = {},
  unread: readonly FactName[] = [],
) {
  const context = { page, marketplace, site, currency, today: '2026-11-21' };
  const left = marginOn(context.today, facts, context);
  return pageMargin({ facts, unread: new Set(unread) }, mug, context, left);
}

const priced: WireFacts = { yourPrice: '100.00', basePrice: '100.00', unitCost: '40.00', referralPercent: '15' };

describe('what is left of a sale', () => {
  test('is price less fees and cost, with what is not counted', () => {
    // 100 - 15 - 40; an item that Amazon fulfils may cost more.
    expect(marginOf(priced)).toMatchObject({
      name: 'B0DEMO0001',
      price: '100.00',
      fees: '15.00',
      unitCost: '40.00',
      left: '45.00',
      percent: '45.00',
    });
  });

  test('is not known without cost or price, or on a page that sets no price', () => {
    const { unitCost: _cost, ...costless } = priced;
    expect(marginOf(costless)).toBeNull();
    expect(marginOf({ unitCost: '40.00' })).toBeNull();
    expect(marginOf(priced, { page: 'amazon/coupon-dashboard' })).toBeNull();
  });

  test('is not known while a price that stands on the page could not be read', () => {
    expect(marginOf(priced, {}, ['salePrice'])).toBeNull();
    expect(marginOf(priced, {}, ['title'])).not.toBeNull();
  });

  test('with a coupon that is created is that of the day on which it starts', () => {
    const coupon = { ...priced, couponType: 'percent', couponPercent: '50', couponStart: '2026-12-01' };
    expect(marginOf(coupon)?.price).toBe('100.00');
    expect(marginOf(coupon, { page: 'amazon/coupon-create' })?.price).toBe('50.00');
  });

  test('takes the total that the page shows where a fee it is made of is not known', () => {
    const listing = { yourPrice: '26.99', unitCost: '8.00', fulfilment: 'AFN', fbaFee: '3.74' };
    expect(marginOf({ ...listing, totalFees: '7.79' })).toMatchObject({ fees: '7.79', left: '11.20' });
    expect(marginOf({ ...listing, totalFees: '7.79' })?.open).not.toContain('referral');
    expect(marginOf(listing)?.open).toContain('referral');
    // Fees that are known one by one are those of the price as it is now.
    expect(marginOf({ ...listing, totalFees: '9.99', referralPercent: '15' })).toMatchObject({ fees: '7.79' });
    // The total of the price is not that of what a coupon makes of it.
    const coupon = { couponType: 'percent', couponPercent: '10', totalFees: '7.79' };
    expect(marginOf({ ...listing, ...coupon })?.open).toContain('referral');
  });

  test('on Temu is that of the declared price', () => {
    const temu = { page: 'temu/goods-edit', marketplace: 'temu', site: 'global', currency: 'CNY' } as const;
    expect(marginOf({ declaredPrice: '17.90', unitCost: '12.90' }, temu)).toMatchObject({
      fees: '0.00',
      left: '5.00',
      percent: '27.93',
    });
  });
});

const margin = (name: string, left: string, percent: string, more: Partial<PageMargin> = {}): PageMargin => ({
  name,
  price: '20.00',
  fees: '3.00',
  unitCost: '10.00',
  left,
  percent,
  atMost: false,
  open: [],
  ...more,
});

function told(margins: readonly (PageMargin | undefined)[], language: 'en' | 'zh-CN' = 'en', store: object = {}) {
  const known = { known: true, key: 'amazon|US|Demo', marketplace: 'amazon', site: 'US', currency: 'USD', ...store };
  const records = margins.map((one, index) => [
    `${index}`,
    { fields: {}, findings: [], ...(one ? { margin: one } : {}) },
  ]);
  const page = { store: known, records: new Map(records as never) } as unknown as TabPage;
  const presented = presentPageMargins(page, language);
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  return (
    presented && {
      brief: plain(presented.brief),
      lines: presented.lines.map((line) => plain(line.map(({ text }) => text).join(''))),
    }
  );
}

describe('it is told', () => {
  test('of one listing with what its price pays for', () => {
    expect(told([margin('A', '7.00', '35.00')])).toEqual({
      brief: '35% left',
      lines: ['35% ($7.00) of $20.00 is left after $3.00 of estimated fees and $10.00 of cost.'],
    });
    expect(told([margin('A', '7.00', '35.00')], 'zh-CN')).toEqual({
      brief: '剩 35%',
      lines: ['售价 $20.00 扣除预估费用 $3.00 和成本 $10.00 后，剩 35%（$7.00）。'],
    });
  });

  test('with what is not counted yet, or that a fee can be higher', () => {
    const open = { atMost: true, open: ['fba', 'referral'] } as const;
    expect(told([margin('A', '7.00', '35.00', open)])).toEqual({
      brief: '35% before referral fee',
      lines: [
        'Not subtracted yet: FBA fulfilment fee and Referral fee. Before that, 35% ($7.00) of $20.00 is left after ' +
          '$3.00 of estimated fees and $10.00 of cost.',
      ],
    });
    expect(told([margin('A', '7.00', '35.00', { atMost: true, open: ['fba'] })])).toEqual({
      brief: 'at most 35% left',
      lines: [
        'At most 35% ($7.00) of $20.00 is left after $3.00 of estimated fees and $10.00 of cost. ' +
          'Not counted yet: FBA fulfilment fee.',
      ],
    });
    expect(told([margin('A', '7.00', '35.00', { atMost: true })])?.lines[0]).toMatch(/A fee can turn out higher\.$/);
  });

  test('as a loss where nothing is left', () => {
    expect(told([margin('A', '-1.50', '-7.50')])).toEqual({
      brief: '$1.50 lost a unit',
      lines: ['Each unit loses $1.50: $20.00 does not cover $3.00 of estimated fees and $10.00 of cost.'],
    });
    expect(told([margin('A', '-1.50', '-7.50')], 'zh-CN')?.lines).toEqual([
      '售价 $20.00 不够支付预估费用 $3.00 和成本 $10.00，每件亏 $1.50。',
    ]);
  });

  test('of several listings the lowest first, each once, and how many more there are', () => {
    const many = [
      margin('A', '7.00', '35.00'),
      margin('B', '-1.50', '-7.50'),
      undefined,
      margin('C', '9.00', '45.00', { atMost: true }),
      margin('A', '7.00', '35.00'),
      margin('D', '10.00', '50.00'),
      margin('E', '11.00', '55.00'),
    ];
    expect(told(many)).toEqual({
      brief: '$1.50 lost a unit',
      lines: [
        'Left after estimated fees and cost:',
        'B: $1.50 lost a unit',
        'A: 35% ($7.00)',
        'C: at most 45% ($9.00)',
        '2 more listings with a known cost',
      ],
    });
    expect(told(many.slice(3, 6))?.brief).toBe('35% left at worst');
  });

  test('on Temu of the declared price and its cost alone', () => {
    const temu = { marketplace: 'temu', currency: 'CNY' };
    expect(told([margin('A', '10.00', '50.00', { fees: '0.00' })], 'zh-CN', temu)?.lines).toEqual([
      '申报价格 ¥20.00 扣除成本 ¥10.00 后，剩 50%（¥10.00）。',
    ]);
  });

  test('not at all where nothing is known, or not which store it is', () => {
    expect(told([undefined])).toBeNull();
    expect(told([margin('A', '7.00', '35.00')], 'en', { known: false })).toBeNull();
  });
});
