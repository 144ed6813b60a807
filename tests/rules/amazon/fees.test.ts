import { Big } from 'big.js';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-fees.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-fees.json' with { type: 'json' };
import { feeRules } from '../../../rules/amazon/fees/index.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { currencyOf, minorDigits } from '../../../rules/engine/sites.ts';
import { toWire, type WireFigures } from '../../../rules/engine/wire.ts';
import { fbaLines, roundedPounds, sizeTiers } from '../../../rules/fees/fba.ts';
import { feeCategories, referralLines } from '../../../rules/fees/referral.ts';
import { lowestPrice, type Segment, together } from '../../../rules/fees/segments.ts';

const TODAY = '2026-11-20';
const OFF_PEAK = '2026-09-01';

interface Place {
  site?: string;
  day?: string;
}

interface Judged {
  kind: string;
  reason?: string;
  message?: string;
  missing?: readonly FactName[];
  values: WireFigures;
  fix: WireFigures;
}

function judge(name: string, facts: WireFacts, { site = 'US', day = TODAY }: Place = {}): Judged {
  const rule = feeRules.find(({ id }) => id === `amazon/${name}`);
  if (!rule) throw new Error(`no rule ${name}`);
  const parsed = parseFacts(facts);
  expect(parsed.rejected).toEqual([]);
  const outcome = evaluator([rule], { marketplace: 'amazon', site, day })({ facts: parsed.facts })[0]?.outcome;
  if (!outcome) throw new Error('no verdict');
  const digits = minorDigits(currencyOf('amazon', site) ?? 'USD');
  const figures = (shown = {}) => toWire(shown, digits);
  if (outcome.kind === 'violation')
    return {
      ...outcome,
      message: outcome.message ?? (rule.estimate ? 'estimate' : 'problem'),
      values: figures(outcome.values),
      fix: figures(outcome.fix),
    };
  return { ...outcome, fix: {}, values: outcome.kind === 'ok' ? figures(outcome.values) : {} };
}

const kind = (name: string, facts: WireFacts, place: Place = {}) => judge(name, facts, place).kind;

const money = (most: number, least = 1) =>
  fc.integer({ min: least, max: most }).map((cents) => new Big(cents).div(100).toFixed(2));
const add = (amount: unknown, change: string) => new Big(amount as string).plus(change).toFixed(2);

const referralFee = (feeCategory: string, totalSalesPrice: string, place: Place = {}, more: WireFacts = {}) => {
  const found = judge('referral-fee-estimate', { feeCategory, totalSalesPrice, ...more }, place);
  return found.kind === 'ok' ? found.values.referralFee : found.kind;
};

describe('referral fees by day', () => {
  test.each([
    ['US', 'clothing', '14.00', '2024-01-14', '2.38', '2024-01-15', '0.70'],
    ['UK', 'clothing', '15.00', '2025-12-14', '1.20', '2025-12-15', '0.75'],
    ['UK', 'clothing', '18.00', '2025-12-14', '2.70', '2025-12-15', '1.80'],
    ['DE', 'clothing', '15.00', '2025-12-14', 'unknown', '2025-12-15', '0.75'],
    ['UK', 'home', '20.00', '2026-01-31', '3.00', '2026-02-01', '1.60'],
    ['UK', 'pet', '10.00', '2026-01-31', '1.50', '2026-02-01', '0.50'],
    ['UK', 'grocery', '10.00', '2026-01-31', '0.80', '2026-02-01', '0.50'],
    ['UK', 'vitamins', '10.00', '2026-01-31', '0.80', '2026-02-01', '0.50'],
    ['DE', 'home', '20.00', '2026-01-31', 'unknown', '2026-02-01', '1.60'],
    ['UK', 'car', '100.00', '2021-06-07', 'unknown', '2021-06-08', '11.70'],
    ['UK', 'electronics-accessories', '150.00', '2020-03-31', 'unknown', '2020-04-01', '19.00'],
    ['UK', 'baby', '10.00', '2019-06-04', 'not-applicable', '2019-06-05', '0.80'],
    ['UK', 'computers', '100.00', '2025-12-31', 'unknown', '2026-01-01', '7.00'],
    ['US', 'jewelry', '250.00', '2020-02-17', 'not-applicable', '2020-02-18', '50.00'],
  ])('%s %s %s', (site, category, price, dayBefore, before, firstDay, after) => {
    expect(referralFee(category, price, { site, day: dayBefore })).toBe(before);
    expect(referralFee(category, price, { site, day: firstDay })).toBe(after);
  });
});

describe('referral fees at and above each edge', () => {
  test.each([
    ['US', 'clothing', '15.00', '0.75', '1.50'],
    ['US', 'clothing', '20.00', '2.00', '3.40'],
    ['US', 'baby', '10.00', '0.80', '1.50'],
    ['US', 'beauty', '10.00', '0.80', '1.50'],
    ['US', 'grocery', '15.00', '1.20', '2.25'],
    ['UK', 'clothing', '20.00', '2.00', '3.00'],
    ['UK', 'home', '20.00', '1.60', '3.00'],
    ['UK', 'pet', '10.00', '0.50', '1.50'],
    ['US', 'lawn-mowers', '500.00', '75.00', 'unknown'],
    ['US', 'fine-art', '100.00', '20.00', '20.00'],
    ['US', 'collectible-coins', '1000.00', '112.50', '112.50'],
  ])('%s %s at %s', (site, category, edge, at, above) => {
    expect(referralFee(category, edge, { site })).toBe(at);
    expect(referralFee(category, add(edge, '0.01'), { site })).toBe(above);
  });

  test('marginal rates apply to their own part', () => {
    // 100 × 20 % + 900 × 15 % + 4,000 × 10 % + 1,000 × 5 %
    expect(referralFee('fine-art', '6000.00')).toBe('605.00');
    expect(referralFee('compact-appliances', '400.00')).toBe('53.00');
    expect(referralFee('jewelry', '1000.00', { site: 'UK' })).toBe('83.75');
  });

  test('the portion of clothing above 40 pounds has its own rate with FBA or Seller Fulfilled Prime', () => {
    const place = { site: 'UK' };
    expect(referralFee('clothing', '40.00', place)).toBe('6.00');
    expect(referralFee('clothing', '40.01', place)).toBe('unknown');
    expect(
      judge('referral-fee-estimate', { feeCategory: 'clothing', totalSalesPrice: '50.00' }, place).missing,
    ).toEqual(['fbaOrSfp']);
    expect(referralFee('clothing', '50.00', place, { fbaOrSfp: false })).toBe('7.50');
    expect(referralFee('clothing', '50.00', place, { fbaOrSfp: true })).toBe('6.70');
    expect(referralFee('clothing', '50.00', place, { fulfilment: 'AFN' })).toBe('6.70');
    expect(referralFee('clothing', '50.00', place, { fulfilment: 'MFN' })).toBe('unknown');
  });

  test('the minimum fee binds below its share of the price, except for gift cards', () => {
    expect(referralFee('home', '2.00')).toBe('0.30');
    expect(referralFee('home', '2.04')).toBe('0.31');
    expect(referralFee('home', '1.66', { site: 'UK' })).toBe('0.25');
    expect(referralFee('home', '3.25', { site: 'UK' })).toBe('0.26');
    expect(referralFee('gift-cards', '0.50')).toBe('0.10');
  });

  test("the seller's own rate wins over the table", () => {
    expect(referralFee('clothing', '10.00', {}, { referralPercent: '12.5' })).toBe('1.25');
    expect(referralFee('clothing', '1.00', {}, { referralPercent: '12.5' })).toBe('0.30');
  });

  test('a category that is not of the site asks for the category, one without a rate does not', () => {
    const found = (feeCategory: string, site: string) =>
      judge('referral-fee-estimate', { feeCategory, totalSalesPrice: '10.00' }, { site });
    expect(found('spaceships', 'US').missing).toEqual(['feeCategory']);
    expect(found('jewelry', 'DE')).toMatchObject({ kind: 'unknown', reason: 'limit-not-published' });
    expect(found('home', 'JP')).toMatchObject({ kind: 'unknown', reason: 'limit-not-published' });
    expect(found('home', 'CA').kind).toBe('not-applicable');
  });
});

const everyCategory = ['US', 'UK', 'DE'].flatMap((site) =>
  feeCategories(site, TODAY).map((category) => ({ site, category })),
);

describe('lines that explain a referral fee', () => {
  test('add up to the fee', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyCategory),
        money(1_000_000),
        fc.boolean(),
        ({ site, category }, price, prime) => {
          const lines = referralLines({ day: TODAY, site, category, totalSalesPrice: new Big(price), prime });
          const fee = referralFee(category, price, { site }, { fbaOrSfp: prime });
          if (lines === null) {
            expect(fee).toBe('unknown');
            return;
          }
          const charged = lines.filter(({ kind }) => kind !== 'closing');
          const sum = charged.reduce((total, line) => total.plus(line.fee), new Big(0));
          expect(sum.round(2, Big.roundHalfUp).toFixed(2)).toBe(fee);
          const parts = charged.flatMap(({ amount }) => amount ?? []);
          const whole = parts.reduce((total, amount) => total.plus(amount), new Big(0));
          if (parts.length > 0) expect(whole.toFixed(2)).toBe(price);
        },
      ),
    );
  });

  test('name the part, the rate and the closing fee', () => {
    const lines = (category: string, totalSalesPrice: string, site = 'US', prime = false) =>
      referralLines({ day: TODAY, site, category, totalSalesPrice: new Big(totalSalesPrice), prime })?.map(
        ({ kind, amount, percent, fee }) => [kind, amount?.toFixed(), percent?.toFixed(), fee.toFixed()],
      );
    expect(lines('furniture', '300.00')).toEqual([
      ['rate', '200', '15', '30'],
      ['rate', '100', '10', '10'],
    ]);
    expect(lines('clothing', '50.00', 'UK', true)).toEqual([
      ['rate', '40', '15', '6'],
      ['rate', '10', '7', '0.7'],
    ]);
    expect(lines('books', '1.00')).toEqual([
      ['minimum', undefined, undefined, '0.3'],
      ['closing', undefined, undefined, '1.8'],
    ]);
    expect(lines('lawn-mowers', '500.01')).toBeUndefined();
  });
});

test('fee categories are offered by site and day', () => {
  expect(feeCategories('US', TODAY)).toEqual(expect.arrayContaining(['clothing', 'books', 'everything-else']));
  expect(feeCategories('UK', TODAY)).toEqual(expect.arrayContaining(['car', 'vitamins', 'kitchen']));
  expect(feeCategories('US', TODAY)).not.toContain('vitamins');
  for (const [site, day] of [
    ['UK', '2019-06-04'],
    ['CA', TODAY],
    ['JP', TODAY],
  ] as const)
    expect(feeCategories(site, day)).toEqual([]);
});

describe('referral-fee-cliff', () => {
  const cliff = (feeCategory: string, totalSalesPrice: string, place: Place = {}) =>
    judge('referral-fee-cliff', { feeCategory, totalSalesPrice }, place);

  // The dead zones as published with the tables: first and last price that earns less than the edge.
  const zones: [site: string, category: string, edge: string, first: string, last: string][] = [
    ['US', 'clothing', '15.00', '15.01', '15.83'],
    ['US', 'clothing', '20.00', '20.01', '21.68'],
    ['US', 'baby', '10.00', '10.01', '10.82'],
    ['US', 'beauty', '10.00', '10.01', '10.82'],
    ['US', 'grocery', '15.00', '15.01', '16.23'],
    ['UK', 'clothing', '15.00', '15.01', '15.83'],
    ['UK', 'clothing', '20.00', '20.01', '21.17'],
    ['UK', 'home', '20.00', '20.01', '21.64'],
    ['UK', 'pet', '10.00', '10.01', '11.17'],
    ['UK', 'grocery', '10.00', '10.01', '11.17'],
    ['UK', 'vitamins', '10.00', '10.01', '11.17'],
  ];

  test.each(zones)('%s %s above %s', (site, category, edge, first, last) => {
    expect(cliff(category, edge, { site }).kind).toBe('ok');
    for (const price of [first, last]) {
      const fix = { lowerTo: edge, raiseTo: add(last, '0.01') };
      expect(cliff(category, price, { site })).toMatchObject({ kind: 'violation', fix });
    }
    expect(cliff(category, add(last, '0.01'), { site }).kind).toBe('ok');
  });

  test('lowering passes, raising passes, and no price between earns more than the edge', () => {
    const categories = everyCategory.filter(({ site }) => site !== 'DE');
    fc.assert(
      fc.property(fc.constantFrom(...categories), money(4_500), ({ site, category }, price) => {
        const found = cliff(category, price, { site });
        if (found.kind !== 'violation') return;
        const { lowerTo, raiseTo } = found.fix as Record<string, string>;
        expect(cliff(category, lowerTo as string, { site }).kind).toBe('ok');
        expect(cliff(category, raiseTo as string, { site }).kind).toBe('ok');
        for (let between = price; new Big(between).lt(raiseTo as string); between = add(between, '0.01'))
          expect(cliff(category, between, { site }).kind, between).toBe('violation');
      }),
    );
  });

  test('the sentence of the look: $15.01 against $15.00', () => {
    expect(cliff('clothing', '15.01').values).toEqual({
      totalSalesPrice: '15.01',
      percentNow: '10',
      feeNow: '1.50',
      percentThen: '5',
      feeThen: '0.75',
      gain: '0.74',
    });
  });

  test('with shipping the item price is what can be lowered', () => {
    const facts = { feeCategory: 'clothing', yourPrice: '15.01', shippingPrice: '5.00' };
    expect(judge('referral-fee-cliff', facts)).toMatchObject({ message: 'withShipping', fix: { maxPrice: '15.00' } });
    expect(judge('referral-fee-cliff', { ...facts, shippingPrice: '0.00' }).message).toBe('problem');
    const onlyShipping = { feeCategory: 'clothing', yourPrice: '0.01', shippingPrice: '20.00' };
    expect(judge('referral-fee-cliff', onlyShipping)).toMatchObject({ message: 'problem', fix: { lowerTo: '20.00' } });
  });

  test('the zones begin with the tiers, and only where the table is complete', () => {
    expect(cliff('home', '20.01', { site: 'UK', day: '2026-01-31' }).kind).toBe('ok');
    expect(cliff('home', '20.01', { site: 'UK', day: '2026-02-01' }).kind).toBe('violation');
    expect(cliff('clothing', '16.00', { site: 'UK', day: '2025-12-14' }).fix.raiseTo).toBe('16.24');
    expect(cliff('clothing', '16.00', { site: 'UK', day: '2025-12-15' }).kind).toBe('ok');
    expect(cliff('clothing', '15.01', { site: 'DE' }).kind).toBe('not-applicable');
    expect(cliff('jewelry', '250.01').kind).toBe('ok');
  });
});

describe('fba-fee-estimate', () => {
  const fee = (sizeTier: string, ounces: string, yourPrice: string, day = '2026-04-16') => {
    const found = judge('fba-fee-estimate', { sizeTier, shippingWeightOz: ounces, yourPrice }, { day });
    return found.kind === 'ok' ? found.values.fbaFee : found.kind;
  };

  test('price bands: exactly 10.00 and 50.00 belong to the middle', () => {
    expect(['9.99', '10.00', '50.00', '50.01'].map((price) => fee('small-standard', '8', price))).toEqual([
      '2.66',
      '3.54',
      '3.54',
      '3.80',
    ]);
    expect(['9.99', '10.00', '50.01'].map((price) => fee('small-bulky', '16', price))).toEqual([
      '6.78',
      '7.55',
      '7.55',
    ]);
  });

  test('weight rows end inclusively', () => {
    expect(['2', '2.1', '16', '16.1'].map((ounces) => fee('small-standard', ounces, '25'))).toEqual([
      '3.32',
      '3.42',
      '3.96',
      'unknown',
    ]);
    expect(
      ['16', '16.1', '48', '48.1', '52.1', '320', '320.1'].map((ounces) => fee('large-standard', ounces, '25')),
    ).toEqual(
      // 20 lb is 68 quarter pounds above 3 lb
      ['4.60', '5.04', '6.67', '7.05', '7.13', '12.41', 'unknown'],
    );
    expect(['800', '801', '1120', '2400', '2416'].map((ounces) => fee('extra-large', ounces, '25'))).toEqual([
      '44.95', // 50 lb: 26.33 + 49 × 0.38
      '37.32', // 51 lb
      '51.57', // 70 lb: 37.32 + 19 × 0.75
      '110.57', // 150 lb: 51.32 + 79 × 0.75
      '194.95', // 151 lb
    ]);
  });

  test('pounds count like ounces', () => {
    const facts = { sizeTier: 'large-standard', shippingWeightLb: '3.125', yourPrice: '25' };
    expect(judge('fba-fee-estimate', facts, { day: '2026-04-16' }).values.fbaFee).toBe('7.05');
  });

  test('charged weight is rounded up by size', () => {
    const pounds = (ounces: string) => roundedPounds(new Big(ounces)).times(16).toFixed();
    expect(['0.1', '15.2', '16', '16.1', '319', '320', '321'].map(pounds)).toEqual([
      '1',
      '16',
      '16',
      '20',
      '320',
      '320',
      '336',
    ]);
  });

  test('table, surcharge and peak season by day', () => {
    const on = (day: string) => fee('small-standard', '8', '25.00', day);
    expect(on('2026-01-14')).toBe('unknown');
    expect(on('2026-01-15')).toBe('3.54');
    expect(on('2026-04-16')).toBe('3.54');
    expect(on('2026-04-17')).toBe('3.66');
    expect(on('2026-10-14')).toBe('3.66');
    expect(on('2026-10-15')).toBe('unknown');
    expect(on('2027-01-14')).toBe('unknown');
    expect(on('2027-01-15')).toBe('3.66');
  });

  test('lines add up, and in the peak season they are a lower bound', () => {
    const question = { site: 'US', sizeTier: 'large-standard', ounces: new Big('50'), price: new Big('25') };
    const found = fbaLines({ ...question, day: OFF_PEAK });
    expect(found?.lines.map(({ kind, fee }) => [kind, fee.toFixed()])).toEqual([
      ['fulfilment', '6.97'],
      ['weight', '0.08'],
      ['surcharge', '0.24675'],
    ]);
    expect(found?.lowerBound).toBe(false);
    expect(fbaLines({ ...question, day: TODAY })?.lowerBound).toBe(true);
    expect(fbaLines({ ...question, day: '2026-01-14' })).toBeNull();
    expect(fbaLines({ ...question, day: OFF_PEAK, sizeTier: 'overmax' })).toBeNull();
  });

  test('the fee preview wins, even where the table knows nothing', () => {
    expect(judge('fba-fee-estimate', { fbaFee: '4.05', sizeTier: 'overmax' }, { day: TODAY }).values.fbaFee).toBe(
      '4.05',
    );
  });

  test('size tiers are offered by site and day', () => {
    expect(sizeTiers('US', TODAY)).toEqual(expect.arrayContaining(['small-standard', 'overmax']));
    expect(sizeTiers('UK', TODAY)).toEqual([]);
  });
});

describe('fba-price-band-edge', () => {
  const offer = { sizeTier: 'small-standard', shippingWeightOz: '8', referralPercent: '15' };
  const at = (yourPrice: string, more: WireFacts = {}, day = OFF_PEAK) =>
    judge('fba-price-band-edge', { ...offer, ...more, yourPrice }, { day });

  test('the published dead zone is 10.00 to 11.06', () => {
    expect(at('9.99').kind).toBe('ok');
    expect(at('10.00')).toMatchObject({ kind: 'violation', fix: { lowerTo: '9.99', raiseTo: '11.07' } });
    expect(at('11.06')).toMatchObject({ kind: 'violation', fix: { lowerTo: '9.99', raiseTo: '11.07' } });
    expect(at('11.07').kind).toBe('ok');
  });

  test('lowering passes, raising passes, and no price between does', () => {
    const tiers = fc.constantFrom('small-standard', 'large-standard', 'small-bulky', 'extra-large');
    const categories = fc.constantFrom(...feeCategories('US', OFF_PEAK).filter((category) => category !== 'clothing'));
    const prices = fc.oneof(money(1_400, 990), money(5_100, 4_990));
    fc.assert(
      fc.property(
        tiers,
        fc.integer({ min: 1, max: 16 }),
        categories,
        prices,
        (sizeTier, ounces, feeCategory, price) => {
          const facts = { sizeTier, shippingWeightOz: ounces, feeCategory, referralPercent: null };
          const found = at(price, facts);
          if (found.kind !== 'violation') {
            expect(found.kind).toBe('ok');
            return;
          }
          const { lowerTo, raiseTo } = found.fix as Record<string, string>;
          expect(at(lowerTo as string, facts).kind).toBe('ok');
          expect(at(raiseTo as string, facts).kind).toBe('ok');
          expect(at(add(raiseTo, '-0.01'), facts).kind).toBe('violation');
        },
      ),
    );
  });

  test('a price that earns exactly as much is fine', () => {
    // 0.26 × 1.035 more fee is 89.7 % of 0.30
    expect(at('50.29', { referralPercent: '10.3' }).fix.raiseTo).toBe('50.30');
    expect(at('50.30', { referralPercent: '10.3' }).kind).toBe('ok');
  });

  test('bulky sizes have one band above 10.00', () => {
    expect(at('50.01', { sizeTier: 'large-bulky', shippingWeightOz: '32' }).kind).toBe('ok');
  });

  test('in the peak season it is said to be an estimate', () => {
    expect(at('10.00', {}, '2026-10-14').message).toBe('problem');
    expect(at('10.00', {}, '2026-10-15').message).toBe('peak');
  });

  test('begins with the table', () => {
    expect(at('10.00', {}, '2026-01-14').kind).toBe('not-applicable');
    expect(at('10.00', {}, '2026-01-15').kind).toBe('violation');
  });

  test('an edge too small to earn a cent is said to leave as much', () => {
    expect(at('11.06').message).toBe('even');
    expect(at('11.06', {}, TODAY).message).toBe('peakEven');
  });
});

describe('fba-low-price-uk', () => {
  const low = (yourPrice: string, feeCategory: string | null, place: Place = {}) => {
    const found = judge('fba-low-price-uk', { yourPrice, feeCategory }, { site: 'UK', ...place });
    return found.kind === 'ok' ? found.values.lowPriceRate : found.kind;
  };

  test('at, just above and just below each limit', () => {
    expect(['10.00', '10.01'].map((price) => low(price, 'beauty'))).toEqual([true, false]);
    expect(['20.00', '20.01'].map((price) => low(price, 'toys'))).toEqual([true, false]);
    expect(['10.00', '10.01', '20.00', '20.01'].map((price) => low(price, null))).toEqual([
      true,
      'unknown',
      'unknown',
      false,
    ]);
  });

  test('20.00 begins on 2026-02-01', () => {
    expect(low('15.00', 'toys', { day: '2026-01-31' })).toBe(false);
    expect(low('15.00', 'toys', { day: '2026-02-01' })).toBe(true);
  });

  test('excluded categories are among those a seller can choose', () => {
    const excluded = feeCategories('UK', TODAY).filter((category) => low('15.00', category) === false);
    expect(excluded.toSorted()).toEqual(
      [
        'amazon-device-accessories',
        'beauty',
        'books',
        'grocery',
        'industrial',
        'kitchen',
        'office',
        'vitamins',
      ].toSorted(),
    );
  });

  test('shows both fees where the table has them', () => {
    const fees = (sizeTier: string, shippingWeightG: string) => {
      const facts = { yourPrice: '9.00', sizeTier, shippingWeightG };
      const { standardFee, lowPriceFee } = judge('fba-low-price-uk', facts, { site: 'UK' }).values;
      return [standardFee, lowPriceFee];
    };
    expect(fees('light-envelope', '20')).toEqual(['1.83', '1.46']);
    expect(fees('light-envelope', '20.1')).toEqual(['1.87', '1.50']);
    expect(fees('small-parcel', '400.1')).toEqual(['3.04', undefined]);
    expect(fees('light-envelope', '101')).toEqual([undefined, undefined]);
    expect(fees('toString', '10')).toEqual([undefined, undefined]);
  });
});

describe('margin-below-floor', () => {
  const own = { unitCost: '8.00', targetMarginPercent: '20', referralPercent: '15', fbaFee: '3.66' };

  test('exactly the floor is enough', () => {
    // 20.00 − 3.00 − 3.66 − 9.34 leaves 4.00, 20 %
    expect(kind('margin-below-floor', { ...own, unitCost: '9.34', netPrice: '20.00' })).toBe('ok');
    expect(kind('margin-below-floor', { ...own, unitCost: '9.35', netPrice: '20.00' })).toBe('violation');
  });

  test('the lowest price passes and every price below it, down to the entered one, does not', () => {
    const fees = fc.constantFrom<WireFacts>(
      { referralPercent: '15', fbaFee: '3.66' },
      { feeCategory: 'clothing', fbaFee: '2.50' },
      { feeCategory: 'beauty', sizeTier: 'small-standard', shippingWeightOz: '8' },
      { feeCategory: 'furniture', fulfilment: 'MFN' },
    );
    const targets = fc.constantFrom('0', '12.5', '20', '35');
    fc.assert(
      fc.property(fees, money(2_000), targets, money(3_000), (known, unitCost, targetMarginPercent, yourPrice) => {
        const facts = { ...known, unitCost, targetMarginPercent };
        const place = { day: OFF_PEAK };
        const found = judge('margin-below-floor', { ...facts, yourPrice }, place);
        if (found.kind !== 'violation') {
          expect(found.kind).toBe('ok');
          return;
        }
        const lowest = found.fix.minPrice as string;
        expect(kind('margin-below-floor', { ...facts, yourPrice: lowest }, place)).toBe('ok');
        for (let cents = 1; cents <= 200; cents += 1) {
          const lower = new Big(lowest).minus(new Big(cents).div(100));
          if (lower.lt(yourPrice)) break;
          expect(kind('margin-below-floor', { ...facts, yourPrice: lower.toFixed(2) }, place), lower.toFixed(2)).toBe(
            'violation',
          );
        }
      }),
    );
  });

  test('off without a cost of the seller', () => {
    const { unitCost: _cost, ...rest } = own;
    expect(kind('margin-below-floor', { ...rest, netPrice: '1.00' })).toBe('not-applicable');
    expect(kind('margin-below-floor', { ...rest, unitCost: null, netPrice: '1.00' })).toBe('not-applicable');
  });

  test('a coupon whose fee is not known can break the floor but not keep it', () => {
    const coupon = { ...own, couponType: 'percent', couponPercent: '10' };
    expect(judge('margin-below-floor', { ...coupon, yourPrice: '25.00' }).missing).toEqual(['couponFeePerUnit']);
    expect(judge('margin-below-floor', { ...coupon, yourPrice: '19.00' }).message).toBe('afterCoupon');
    expect(kind('margin-below-floor', { ...coupon, yourPrice: '25.00', couponFeePerUnit: '0.60' })).toBe('ok');
  });

  test('in the peak season the table is no basis', () => {
    const facts = { unitCost: '8.00', targetMarginPercent: '20', feeCategory: 'home', yourPrice: '60.00' };
    const sized = { ...facts, sizeTier: 'small-standard', shippingWeightOz: '8' };
    expect(judge('margin-below-floor', sized, { day: '2026-10-14' }).kind).toBe('ok');
    expect(judge('margin-below-floor', sized, { day: '2026-10-15' }).missing).toEqual(['fbaFee']);
  });

  test('no price reaches a floor beyond what the referral fee leaves', () => {
    const found = judge('margin-below-floor', { ...own, targetMarginPercent: '85', netPrice: '20.00' });
    expect(found).toMatchObject({ message: 'unreachable', fix: {} });
  });
});

test('stretches of two fees add up and end where the shorter one ends', () => {
  const stretch = (upTo: string | null, base: string, share: string): Segment => ({
    upTo: upTo === null ? null : new Big(upTo),
    base: new Big(base),
    share: new Big(share),
  });
  const known = [stretch('10', '1', '0'), stretch('40', '0', '0.1')];
  const endless = [stretch('20', '2', '0'), stretch(null, '3', '0')];
  const sum = together(known, endless).map(({ upTo, base, share }) => [
    upTo?.toFixed(),
    base.toFixed(),
    share.toFixed(),
  ]);
  expect(sum).toEqual([
    ['10', '3', '0'],
    ['20', '2', '0.1'],
    ['40', '3', '0.1'],
  ]);
  const goal = { from: new Big(0), digits: 2 };
  expect(lowestPrice(known, { ...goal, keep: new Big('36') })?.toFixed(2)).toBe('40.00');
  expect(lowestPrice(known, { ...goal, keep: new Big('36.01') })).toBeNull();
});

describe.each([
  ['en', english],
  ['zh-CN', chinese],
])('sentences in %s', (language, texts) => {
  const messages: Record<string, Record<string, string>> = texts;
  const edge = { sizeTier: 'small-standard', shippingWeightOz: '8', referralPercent: '15', yourPrice: '11.06' };
  const more: [name: string, facts: WireFacts, place: Place][] = [
    ['fba-price-band-edge', edge, { day: OFF_PEAK }],
    ['fba-price-band-edge', edge, { day: TODAY }],
  ];
  const examples = feeRules.flatMap(({ id, estimate, examples }) =>
    ((estimate ? examples.ok : examples.violation) ?? []).map(
      ({ site, day, facts }) => [id.slice('amazon/'.length), facts, { site, day }] as const,
    ),
  );

  test.each([...examples, ...more])('%s %j', (name, facts, place) => {
    const { message = 'estimate', values, fix } = judge(name, facts, place);
    const text = messages[`amazon/${name}`]?.[message];
    expect(text, message).toBeDefined();
    const tags = { b: (parts: string[]) => parts.join('') };
    // Throws when a variable has no value.
    const sentence = new IntlMessageFormat(text ?? '', language).format({ ...values, ...fix, ...tags });
    expect(sentence).not.toContain('{');
  });
});
