import { Big } from 'big.js';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-offer.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-offer.json' with { type: 'json' };
import { offerRules } from '../../../rules/amazon/offer/index.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { currencyOf, minorDigits, sitesOf } from '../../../rules/engine/sites.ts';
import { toWire, type WireFigures } from '../../../rules/engine/wire.ts';

const TODAY = '2026-11-20';

interface Place {
  site?: string;
  day?: string;
  unread?: FactName[];
}

interface Judged {
  kind: string;
  reason?: string;
  severity?: string;
  message?: string;
  marks?: readonly FactName[];
  missing?: readonly FactName[];
  values: WireFigures;
  fix: WireFigures;
}

function judge(name: string, facts: WireFacts, { site = 'US', day = TODAY, unread = [] }: Place = {}): Judged {
  const rule = offerRules.find(({ id }) => id === `amazon/${name}`);
  if (!rule) throw new Error(`no rule ${name}`);
  const parsed = parseFacts(facts);
  expect(parsed.rejected).toEqual([]);
  const evaluate = evaluator([rule], { marketplace: 'amazon', site, day });
  const outcome = evaluate({ facts: parsed.facts, unread: new Set(unread) })[0]?.outcome;
  if (!outcome) throw new Error('no verdict');
  if (outcome.kind !== 'violation') return { values: {}, fix: {}, ...(outcome as { kind: string }) };
  const digits = minorDigits(currencyOf('amazon', site) ?? 'USD');
  return {
    ...outcome,
    message: outcome.message ?? 'problem',
    severity: outcome.severity ?? rule.severity,
    values: toWire(outcome.values, digits),
    fix: toWire(outcome.fix, digits),
  };
}

const kind = (name: string, facts: WireFacts, place: Place = {}) => judge(name, facts, place).kind;

const money = (most: number, least = 1) =>
  fc.integer({ min: least, max: most }).map((cents) => new Big(cents).div(100).toFixed(2));
const add = (amount: unknown, change: string) => new Big(amount as string).plus(change).toFixed(2);

describe('a fix of a highest price passes, one cent more does not, and no higher price does', () => {
  const rules: [name: string, price: FactName, others: fc.Arbitrary<WireFacts>, place?: Place][] = [
    ['price-far-above-recent', 'yourPrice', fc.record({ recentSalePrice: money(5_000) })],
    [
      'price-far-above-recent',
      'yourPrice',
      fc.record({ recentSalePrice: money(5_000), jumpPercent: fc.constantFrom('0', '7.5', '33', '150') }),
    ],
    [
      'featured-offer-external-price',
      'yourPrice',
      fc.record({ externalPrice: money(6_000, 1_001), shippingPrice: money(1_000, 0) }),
    ],
    [
      'multipack-unit-price',
      'packPrice',
      fc.record({ packQuantity: fc.integer({ min: 2, max: 12 }), singlePrice: money(5_000) }),
    ],
    ['sale-price-not-below-price', 'salePrice', fc.record({ yourPrice: money(5_000, 2) })],
    ['price-outside-own-bounds', 'yourPrice', fc.record({ maxSellerPrice: money(5_000) })],
    ['automate-pricing-max-too-high', 'maxSellerPrice', fc.record({ recentSalePrice: money(10_000) })],
    ['list-price-not-supported', 'listPrice', fc.record({ highestPrice90d: money(200_000, 5) })],
    ['list-price-au-30-day', 'listPrice', fc.record({ lowestPrice30d: money(200_000, 5) }), { site: 'AU' }],
    ['price-above-temu', 'yourPrice', fc.record({ temuPrice: money(200_000, 5), shippingPrice: fc.constant('0') })],
  ];

  test.each(rules)('%s', (name, price, others, place = {}) => {
    fc.assert(
      fc.property(others, money(100_000), money(20_000), (facts, amount, more) => {
        const found = judge(name, { ...facts, [price]: amount }, place);
        if (found.kind === 'ok') {
          const lower = new Big(amount).div(2).toFixed(2);
          if (lower !== '0.00') expect(kind(name, { ...facts, [price]: lower }, place)).toBe('ok');
          return;
        }
        expect(found.kind).toBe('violation');
        const highest = found.fix.maxPrice ?? found.fix.maxListPrice ?? found.fix[price];
        expect(kind(name, { ...facts, [price]: highest as string }, place)).toBe('ok');
        expect(kind(name, { ...facts, [price]: add(highest, '0.01') }, place)).toBe('violation');
        expect(kind(name, { ...facts, [price]: add(amount, more) }, place)).toBe('violation');
      }),
    );
  });
});

describe('a fix of a lowest price passes, one cent less does not', () => {
  const rules: [name: string, price: FactName, fix: string, others: fc.Arbitrary<WireFacts>, site: string][] = [
    ['price-outside-own-bounds', 'yourPrice', 'minPrice', fc.record({ minSellerPrice: money(5_000, 2) }), 'US'],
    ['list-price-not-above-price', 'listPrice', 'minListPrice', fc.record({ basePrice: money(5_000) }), 'US'],
    ['automate-pricing-min-too-low', 'minSellerPrice', 'minSellerPrice', fc.constant({}), 'US'],
    ['automate-pricing-min-too-low', 'minSellerPrice', 'minSellerPrice', fc.constant({}), 'UK'],
  ];

  test.each(rules)('%s', (name, price, fix, others, site) => {
    fc.assert(
      fc.property(others, money(6_000), (facts, amount) => {
        const found = judge(name, { ...facts, [price]: amount }, { site });
        if (found.kind === 'ok') return;
        const lowest = found.fix[fix] as string;
        expect(kind(name, { ...facts, [price]: lowest }, { site })).toBe('ok');
        expect(kind(name, { ...facts, [price]: add(lowest, '-0.01') }, { site })).toBe('violation');
      }),
    );
  });
});

describe('price-outside-own-bounds', () => {
  const bounds = { yourPrice: '25.00', minSellerPrice: '20.00', maxSellerPrice: '30.00' };
  const sale = (salePrice: string, saleStart: string | null, saleEnd: string | null) => ({
    ...bounds,
    salePrice,
    saleStart,
    saleEnd,
  });

  test('a sale price counts from its first to its last day', () => {
    const facts = sale('18.00', '2026-11-20', '2026-11-22');
    for (const [day, expected] of [
      ['2026-11-19', 'ok'],
      ['2026-11-20', 'violation'],
      ['2026-11-22', 'violation'],
      ['2026-11-23', 'ok'],
    ] as const)
      expect(kind('price-outside-own-bounds', facts, { day }), day).toBe(expected);
  });

  test('a live sale price above the maximum names the sale price', () => {
    const found = judge('price-outside-own-bounds', sale('30.01', TODAY, TODAY));
    expect(found).toMatchObject({ message: 'saleAbove', fix: { maxPrice: '30.00' } });
    expect(found.marks?.[0]).toBe('salePrice');
  });

  test('a sale price inside the bounds needs no dates, one outside does', () => {
    const { saleStart: _start, saleEnd: _end, ...inside } = sale('20.00', null, null);
    expect(kind('price-outside-own-bounds', inside)).toBe('ok');
    const outside = judge('price-outside-own-bounds', { ...inside, salePrice: '19.99' });
    expect(outside).toMatchObject({ kind: 'unknown', missing: ['saleStart'] });
    expect(kind('price-outside-own-bounds', sale('19.99', null, null))).toBe('ok');
  });

  test('an unread bound is not an empty one', () => {
    const found = judge('price-outside-own-bounds', { yourPrice: '25.00' }, { unread: ['maxSellerPrice'] });
    expect(found).toMatchObject({ kind: 'unknown', missing: ['maxSellerPrice'] });
  });

  test('equal bounds are not crossed', () => {
    const equal = { yourPrice: '20.00', minSellerPrice: '20.00', maxSellerPrice: '20.00' };
    expect(kind('price-outside-own-bounds', equal)).toBe('ok');
    expect(judge('price-outside-own-bounds', { ...equal, minSellerPrice: '20.01' }).message).toBe('crossed');
  });
});

describe('price-bounds-missing', () => {
  test('one bound is enough; empty is not unread', () => {
    expect(kind('price-bounds-missing', { minSellerPrice: null, maxSellerPrice: '30.00' })).toBe('ok');
    expect(kind('price-bounds-missing', { minSellerPrice: null, maxSellerPrice: null })).toBe('violation');
    expect(judge('price-bounds-missing', { maxSellerPrice: null })).toMatchObject({ missing: ['minSellerPrice'] });
  });

  test('suggests no minimum when a part of it is not known', () => {
    const empty = { minSellerPrice: null, maxSellerPrice: null };
    const costs = { unitCost: '8.00', referralPercent: '15', fbaFee: '3.66' };
    // (8.00 + 3.66) / 0.85 = 13.717…
    expect(judge('price-bounds-missing', { ...empty, ...costs }).fix).toEqual({ minSellerPrice: '13.72' });
    for (const name of Object.keys(costs)) {
      const found = judge('price-bounds-missing', { ...empty, ...costs, [name]: null });
      expect(found, name).toMatchObject({ kind: 'violation', message: 'problem', fix: {} });
    }
  });
});

describe('Automate Pricing', () => {
  test('six times the recent price counts from $33.34 on', () => {
    const at = (recentSalePrice: string) =>
      judge('automate-pricing-max-too-high', { recentSalePrice, maxSellerPrice: '500.00' });
    expect(at('33.33')).toMatchObject({ message: 'fixedLimit', fix: { maxSellerPrice: '199.99' } });
    expect(at('33.34')).toMatchObject({ message: 'problem', fix: { maxSellerPrice: '200.03' } });
  });

  test('the limit of other stores is not published', () => {
    for (const site of sitesOf.amazon.filter((site) => site !== 'US')) {
      const facts = { maxSellerPrice: '150.00', recentSalePrice: '10.00' };
      expect(judge('automate-pricing-max-too-high', facts, { site }), site).toMatchObject({
        kind: 'unknown',
        reason: 'limit-not-published',
      });
    }
  });

  test('the minimum fee is an error in the US from 2020-02-18, a hint in Europe from 2019-06-05', () => {
    const facts = { minSellerPrice: '0.25' };
    const severity = (site: string, day: string) =>
      judge('automate-pricing-min-too-low', facts, { site, day }).severity ?? 'none';
    expect(severity('US', '2020-02-17')).toBe('none');
    expect(severity('US', '2020-02-18')).toBe('error');
    expect(severity('UK', '2019-06-04')).toBe('none');
    expect(severity('UK', '2019-06-05')).toBe('info');
    expect(severity('DE', '2019-06-05')).toBe('info');
  });

  test('at the minimum fee and just around it', () => {
    const at = (site: string, minSellerPrice: string) =>
      kind('automate-pricing-min-too-low', { minSellerPrice }, { site });
    for (const [site, fee] of [
      ['US', '0.30'],
      ['UK', '0.25'],
      ['DE', '0.30'],
    ] as const) {
      expect(at(site, add(fee, '-0.01')), site).toBe('violation');
      expect(at(site, fee), site).toBe('violation');
      expect(at(site, add(fee, '0.01')), site).toBe('ok');
    }
  });

  test('a bound set by hand is exempt, even where it is not known', () => {
    expect(kind('automate-pricing-min-too-low', { boundSetManually: true })).toBe('not-applicable');
    expect(kind('automate-pricing-max-too-high', { boundSetManually: true })).toBe('not-applicable');
  });
});

describe('sale-price-dates', () => {
  const sale = { salePrice: '18.00', saleStart: '2026-11-10', saleEnd: '2026-11-24' };

  test('the coupon may start on the last day of the sale price', () => {
    expect(kind('sale-price-dates', { ...sale, couponStart: '2026-11-24' })).toBe('ok');
    const found = judge('sale-price-dates', { ...sale, couponStart: '2026-11-25', yourPrice: '20.00' });
    expect(found).toMatchObject({ severity: 'info', message: 'couponUsesPrice', fix: { earliestEnd: '2026-11-25' } });
    expect(kind('sale-price-dates', { ...sale, couponStart: '2026-11-25', saleEnd: '2026-11-25' })).toBe('ok');
  });

  test('one day is a sale, the day before its start is not', () => {
    expect(kind('sale-price-dates', { ...sale, saleEnd: '2026-11-10' })).toBe('ok');
    const found = judge('sale-price-dates', { ...sale, saleEnd: '2026-11-09' });
    expect(found).toMatchObject({ severity: 'warning', message: 'reversed' });
    expect(found.fix).toEqual({ earliestEnd: '2026-11-10', latestStart: '2026-11-09' });
  });

  test('the missing day carries the mark', () => {
    const { saleEnd: _end, ...noEnd } = sale;
    expect(judge('sale-price-dates', noEnd).marks).toEqual(['saleEnd']);
    expect(judge('sale-price-dates', { ...sale, saleStart: null }).marks).toEqual(['saleStart']);
    expect(judge('sale-price-dates', { salePrice: '18.00' }).marks).toEqual(['saleStart', 'saleEnd']);
    expect(kind('sale-price-dates', noEnd, { unread: ['saleEnd'] })).toBe('unknown');
    expect(kind('sale-price-dates', {}, { unread: ['salePrice'] })).toBe('unknown');
  });
});

describe('featured-offer-external-price', () => {
  test('a known external price comes before the reference price', () => {
    const facts = { yourPrice: '20.00', shippingPrice: '0', referencePrice: '15.00' };
    expect(judge('featured-offer-external-price', facts)).toMatchObject({
      message: 'reference',
      fix: { maxPrice: '15.00' },
    });
    expect(kind('featured-offer-external-price', { ...facts, externalPrice: '20.00' })).toBe('ok');
  });

  test('unknown shipping decides nothing unless the price alone is too high', () => {
    const facts = { yourPrice: '25.00', externalPrice: '25.00' };
    expect(judge('featured-offer-external-price', facts)).toMatchObject({
      kind: 'unknown',
      missing: ['shippingPrice'],
    });
    expect(judge('featured-offer-external-price', { ...facts, yourPrice: '25.01' }).message).toBe('shippingUnknown');
    expect(kind('featured-offer-external-price', { ...facts, fulfilment: 'AFN' })).toBe('ok');
    expect(kind('featured-offer-external-price', { ...facts, fulfilment: 'MFN' })).toBe('unknown');
  });

  test('shipping that reaches the price leaves no price to advise', () => {
    const facts = { yourPrice: '0.01', shippingPrice: '5.00', externalPrice: '5.00' };
    expect(judge('featured-offer-external-price', facts)).toMatchObject({ message: 'shippingAlone', fix: {} });
    const room = judge('featured-offer-external-price', { ...facts, yourPrice: '1.00', externalPrice: '5.01' });
    expect(room.fix).toEqual({ maxPrice: '0.01' });
  });

  test('Japan has no such value', () => {
    const facts = { yourPrice: '2100', shippingPrice: '0', externalPrice: '2000' };
    for (const site of sitesOf.amazon)
      expect(kind('featured-offer-external-price', facts, { site }), site).toBe(
        site === 'JP' ? 'not-applicable' : 'violation',
      );
  });
});

describe('multipack-unit-price', () => {
  test('takes the number of items and the live price where no pack is entered', () => {
    const facts = { yourPrice: '31.50', numberOfItems: 3, singlePrice: '9.99' };
    expect(judge('multipack-unit-price', facts).fix).toEqual({ maxPrice: '29.97' });
    const sale = { ...facts, salePrice: '29.97', saleStart: TODAY, saleEnd: TODAY };
    expect(kind('multipack-unit-price', sale)).toBe('ok');
  });

  test('says nothing of a listing that nothing calls a pack', () => {
    expect(kind('multipack-unit-price', { yourPrice: '31.50' })).toBe('not-applicable');
    expect(kind('multipack-unit-price', { yourPrice: '31.50', numberOfItems: 1, singlePrice: '9.99' })).toBe(
      'not-applicable',
    );
  });
});

test('list-price-not-above-price: 0 stands for no list price', () => {
  expect(kind('list-price-not-above-price', { listPrice: '0.00', basePrice: '25.00' })).toBe('not-applicable');
  expect(kind('list-price-not-above-price', { listPrice: '0.01', basePrice: '25.00' })).toBe('violation');
});

test('yen have no decimals', () => {
  const sale = judge('sale-price-not-below-price', { salePrice: '2000', yourPrice: '2000' }, { site: 'JP' });
  expect(sale.fix).toEqual({ maxPrice: '1999' });
  const jump = judge('price-far-above-recent', { yourPrice: '2000', recentSalePrice: '1333' }, { site: 'JP' });
  expect(jump.fix).toEqual({ maxPrice: '1599' });
});

describe('list-price-not-supported', () => {
  const rule = 'list-price-not-supported';

  test('books are exempt, and 0 is no List Price', () => {
    expect(kind(rule, { listPrice: '50', highestPrice90d: '40', feeCategory: 'books' })).toBe('not-applicable');
    expect(kind(rule, { listPrice: '50', highestPrice90d: '40', feeCategory: 'home' })).toBe('violation');
    expect(kind(rule, { listPrice: '0', highestPrice90d: '40' })).toBe('not-applicable');
  });

  test('no price at all asks for 0', () => {
    expect(judge(rule, { listPrice: '50', highestPrice90d: null })).toMatchObject({ message: 'none', fix: {} });
  });
});

test('a price of 0 to compare with is none', () => {
  expect(judge('list-price-not-supported', { listPrice: '10', highestPrice90d: '0' })).toMatchObject({
    kind: 'violation',
    message: 'none',
  });
  expect(kind('list-price-au-30-day', { listPrice: '10', lowestPrice30d: '0' }, { site: 'AU' })).toBe('unknown');
  expect(kind('price-above-temu', { yourPrice: '10', temuPrice: '0', shippingPrice: '0' })).toBe('unknown');
});

describe('price-above-temu', () => {
  const rule = 'price-above-temu';

  test('shipping counts, and decides where the price alone does not', () => {
    expect(judge(rule, { yourPrice: '18', shippingPrice: '2.01', temuPrice: '20' }).fix).toEqual({ maxPrice: '17.99' });
    expect(kind(rule, { yourPrice: '18', shippingPrice: '2.00', temuPrice: '20' })).toBe('ok');
    expect(judge(rule, { yourPrice: '18', temuPrice: '20' }).missing).toEqual(['shippingPrice']);
    expect(judge(rule, { yourPrice: '21', temuPrice: '20' }).message).toBe('shippingUnknown');
    expect(judge(rule, { yourPrice: '1', shippingPrice: '20', temuPrice: '20' }).message).toBe('shippingAlone');
    expect(kind(rule, { yourPrice: '18', fulfilment: 'AFN', temuPrice: '20' })).toBe('ok');
  });
});

describe.each([
  ['en', english],
  ['zh-CN', chinese],
])('sentences in %s', (language, texts) => {
  const messages: Record<string, Record<string, string>> = texts;
  const more: [name: string, facts: WireFacts, place: Place][] = [
    [
      'price-outside-own-bounds',
      { yourPrice: '25', salePrice: '31', saleStart: TODAY, saleEnd: TODAY, maxSellerPrice: '30' },
      {},
    ],
    [
      'sale-price-dates',
      { salePrice: '18', saleStart: TODAY, saleEnd: TODAY, couponStart: '2026-11-25', yourPrice: '20' },
      {},
    ],
  ];
  const examples = offerRules.flatMap(({ id, examples }) =>
    (examples.violation ?? []).map(
      ({ site, day, facts }) => [id.slice('amazon/'.length), facts, { site, day }] as const,
    ),
  );

  test.each([...examples, ...more])('%s %j', (name, facts, place) => {
    const { message = '', values, fix } = judge(name, facts, place);
    const text = messages[`amazon/${name}`]?.[message];
    expect(text, message).toBeDefined();
    const tags = { b: (parts: string[]) => parts.join('') };
    // Throws when a variable has no value.
    const sentence = new IntlMessageFormat(text ?? '', language).format({ ...values, ...fix, ...tags });
    expect(sentence).not.toContain('{');
  });
});
