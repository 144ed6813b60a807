import { Environment } from '@marcbachmann/cel-js';
import { LogicEngine } from 'json-logic-engine';
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { evaluator, type Known } from '../../rules/engine/engine.ts';
import type { Facts, WireFacts } from '../../rules/engine/facts.ts';
import { parseFacts } from '../../rules/engine/parse-facts.ts';
import { limit } from '../../rules/engine/policy.ts';
import { allRules } from '../../rules/index.ts';
import { type Measured, seeded } from './rules-listings.ts';

/**
 * The rules that general rule engines can express, side by side: twelve comparisons of numbers that all facts are known
 * of. The other engines get what they lack as ready numbers, outside the time: whole minor units, lengths, the live
 * price, products of a price and a factor. They answer yes or no; ours also gives the exact numbers that would pass.
 */
export interface SideBySide {
  readonly engine: string;
  /** Microseconds for one listing, median of the rounds. */
  readonly perListing: number;
}

const DAY = '2026-11-20';
const SITES: Record<Measured, string> = { amazon: 'US', temu: 'global', tiktok: 'US' };
const MARKETPLACES = Object.keys(SITES) as Measured[];

/** Whole numbers and words, as every engine takes them. */
type PlainFacts = Readonly<Record<string, number | string | boolean>>;
type Comparison = readonly [
  fact: string,
  sign: '<' | '<=' | '>' | '>=' | '==' | '!=',
  other: number | string | boolean,
];
/** Broken when all comparisons of one of the lines hold. A text beginning with "$" names another fact. */
type Conditions = readonly (readonly Comparison[])[];

interface Listing {
  readonly marketplace: Measured;
  readonly known: Known;
  readonly plain: PlainFacts;
}

/** The numbers in force, so that a changed threshold changes every engine's rule. */
// biome-ignore lint/suspicious/noExplicitAny: each policy has values of its own, and a wrong name fails the comparison
function numbers(rule: string): any {
  const found = allRules.find(({ id }) => id === rule);
  if (!found) throw new Error(`The bench compares ${rule}, which no longer exists.`);
  return limit(found.policy, DAY, SITES[rule.split('/')[0] as Measured])?.values;
}

const cents = (amount: unknown) => Math.round(Number(amount) * 100);

function conditionsOf(): Record<string, Conditions> {
  const amazonTitle = numbers('amazon/title-length');
  const was = numbers('amazon/coupon-price-above-was');
  const coupon = numbers('amazon/coupon-discount-out-of-range');
  const temuTitle = numbers('temu/title-length');
  const image = numbers('temu/image-nonapparel');
  const tiktokTitle = numbers('tiktok/title-length');
  const list = numbers('tiktok/list-price-below-retail');
  const stock = numbers('tiktok/stock-range');
  const [lowest, highest] = numbers('tiktok/price-range').modes.local;
  factors.was = cents(was.maxBaseOverWas);
  return {
    'amazon/title-length': [
      [
        ['isMedia', '==', false],
        ['titleLength', '>', amazonTitle.limit],
      ],
      [['titleLength', '>', amazonTitle.mediaLimit]],
    ],
    'amazon/coupon-price-above-was': [[['baseTimes100', '>', '$wasTimesFactor']]],
    'amazon/coupon-discount-out-of-range': [
      [['couponPercent', '<', Number(coupon.minPercent)]],
      [['couponPercent', '>', Number(coupon.maxPercent)]],
    ],
    'amazon/price-outside-own-bounds': [
      [['minSellerPrice', '>', '$maxSellerPrice']],
      [['yourPrice', '<', '$minSellerPrice']],
      [['yourPrice', '>', '$maxSellerPrice']],
      [
        ['saleIsLive', '==', true],
        ['salePrice', '<', '$minSellerPrice'],
      ],
      [
        ['saleIsLive', '==', true],
        ['salePrice', '>', '$maxSellerPrice'],
      ],
    ],
    'amazon/sale-price-not-below-price': [[['salePrice', '>=', '$yourPrice']]],
    'amazon/list-price-not-above-price': [
      [
        ['listPrice', '>', 0],
        ['listPrice', '<=', '$basePrice'],
      ],
    ],
    'temu/declared-above-suggested': [[['declaredPrice', '>', '$suggestedDeclaredPrice']]],
    'temu/title-length': [
      [
        ['managedMode', '!=', 'local'],
        ['productNameLength', '>', temuTitle.limit],
      ],
      [['productNameLength', '>', temuTitle.localLimit]],
    ],
    'temu/image-nonapparel': [
      [
        ['isApparel', '==', false],
        ['sidesDifferenceTimes100', '>', '$imageHeight'],
      ],
      [
        ['isApparel', '==', false],
        ['imageWidth', '<', image.minWidth],
      ],
      [
        ['isApparel', '==', false],
        ['imageHeight', '<', image.minHeight],
      ],
      [
        ['isApparel', '==', false],
        ['imageBytes', '>', image.localMaxBytes],
      ],
      [
        ['isApparel', '==', false],
        ['managedMode', '!=', 'local'],
        ['imageBytes', '>', image.maxBytes],
      ],
    ],
    'tiktok/title-length': [[['titleLength', '<', tiktokTitle.min]], [['titleLength', '>', tiktokTitle.max]]],
    'tiktok/price-range': [[['price', '<', cents(lowest)]], [['price', '>', cents(highest)]]],
    'tiktok/list-price-below-retail': [
      [['listPrice', '<', '$price']],
      [['listPrice', '<', cents(list.lowest)]],
      [['listPrice', '>', cents(list.highest)]],
    ],
    'tiktok/stock-range': [[['stock', '<=', 0]], [['stock', '>', stock.max]]],
  };
}

const factors = { was: 0 };

/** Ids of the broken rules of each listing, in the order of the rules. */
type Run = (listings: readonly Listing[]) => readonly (readonly string[])[] | Promise<readonly (readonly string[])[]>;

function ours(ids: readonly string[]): Run {
  const rules = allRules.filter(({ id }) => ids.includes(id));
  const evaluators = perMarketplace((marketplace) =>
    evaluator(rules, { marketplace, site: SITES[marketplace], currency: 'USD', day: DAY }),
  );
  return (listings) =>
    listings.map(({ marketplace, known }) => {
      const broken: string[] = [];
      for (const { rule, outcome } of evaluators[marketplace](known))
        if (outcome.kind === 'violation') broken.push(rule.id);
      return broken;
    });
}

const JSON_RULES_SIGNS = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  '==': 'equal',
  '!=': 'notEqual',
} as const;

function jsonRulesEngine(all: Record<string, Conditions>): Run {
  const condition = ([fact, sign, other]: Comparison): NestedCondition => ({
    fact,
    operator: JSON_RULES_SIGNS[sign],
    value: isFact(other) ? { fact: other.slice(1) } : other,
  });
  const engines = perMarketplace((marketplace) => {
    const rules = ofMarketplace(all, marketplace).map(([id, lines]) => ({
      conditions: { any: lines.map((line) => ({ all: line.map(condition) })) } as TopLevelCondition,
      event: { type: id },
    }));
    return new Engine(rules);
  });
  return async (listings) => {
    const found: (readonly string[])[] = [];
    for (const { marketplace, plain } of listings) {
      const { events } = await engines[marketplace].run(plain);
      found.push(events.map(({ type }) => type));
    }
    return found;
  };
}

function jsonLogicEngine(all: Record<string, Conditions>): Run {
  const operand = (value: Comparison[2]) => (isFact(value) ? { var: value.slice(1) } : value);
  const engine = new LogicEngine();
  const rules = perMarketplace((marketplace) =>
    ofMarketplace(all, marketplace).map(
      ([id, lines]) =>
        [
          id,
          {
            or: lines.map((line) => ({
              and: line.map(([fact, sign, other]) => ({ [sign]: [{ var: fact }, operand(other)] })),
            })),
          },
        ] as const,
    ),
  );
  return (listings) =>
    listings.map(({ marketplace, plain }) => {
      const broken: string[] = [];
      for (const [id, logic] of rules[marketplace]) if (engine.run(logic, plain)) broken.push(id);
      return broken;
    });
}

function cel(all: Record<string, Conditions>): Run {
  const operand = (value: Comparison[2]) => {
    if (isFact(value)) return value.slice(1);
    // Numbers of JavaScript are doubles in CEL.
    return typeof value === 'number' ? value.toFixed(1) : JSON.stringify(value);
  };
  const environment = new Environment({ unlistedVariablesAreDyn: true });
  const rules = perMarketplace((marketplace) =>
    ofMarketplace(all, marketplace).map(([id, lines]) => {
      const text = lines
        .map((line) => line.map(([fact, sign, other]) => `${fact} ${sign} ${operand(other)}`).join(' && '))
        .map((line) => `(${line})`)
        .join(' || ');
      return [id, environment.parse(text)] as const;
    }),
  );
  return (listings) =>
    listings.map(({ marketplace, plain }) => {
      const broken: string[] = [];
      for (const [id, holds] of rules[marketplace]) if (holds(plain)) broken.push(id);
      return broken;
    });
}

function isFact(value: Comparison[2]): value is `$${string}` {
  return typeof value === 'string' && value.startsWith('$');
}

function perMarketplace<Made>(make: (marketplace: Measured) => Made): Record<Measured, Made> {
  return { amazon: make('amazon'), temu: make('temu'), tiktok: make('tiktok') };
}

function ofMarketplace(all: Record<string, Conditions>, marketplace: Measured): [string, Conditions][] {
  return Object.entries(all).filter(([id]) => id.startsWith(`${marketplace}/`));
}

/** Listings of all three marketplaces in turn, of which every fact in question is known; thresholds are met and missed. */
function listings(count: number): Listing[] {
  const random = seeded(3);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const amount = (least: number, most: number) => (whole(least * 100, most * 100) / 100).toFixed(2);
  const around = (price: string) => ((Number(price) * whole(60, 140)) / 100).toFixed(2);
  const title = (most: number) => 'harborline '.repeat(40).slice(0, whole(1, most)).trim();
  const makers: Record<Measured, () => WireFacts> = {
    amazon() {
      const yourPrice = amount(5, 90);
      return {
        ...{ title: title(230), isMedia: random() < 0.2, yourPrice, salePrice: around(yourPrice) },
        ...{ saleStart: '2026-11-01', saleEnd: random() < 0.5 ? '2026-12-01' : '2026-11-05' },
        ...{ listPrice: around(yourPrice), minSellerPrice: around(yourPrice), maxSellerPrice: around(yourPrice) },
        ...{
          wasPrice: around(yourPrice),
          couponType: 'percent',
          couponPercent: String(whole(3, 60)),
          isNewAsin: false,
        },
      };
    },
    temu() {
      const declaredPrice = amount(5, 90);
      const imageWidth = whole(700, 1700);
      return {
        ...{ managedMode: random() < 0.3 ? 'local' : 'full', productName: title(400), declaredPrice },
        ...{ suggestedDeclaredPrice: around(declaredPrice), isApparel: random() < 0.3 },
        ...{ imageWidth, imageHeight: random() < 0.6 ? imageWidth : whole(700, 1700), imageBytes: whole(1e6, 4e6) },
      };
    },
    tiktok() {
      const price = amount(0, 9_000);
      return {
        title: title(330),
        sellerMode: 'local',
        price,
        listPrice: around(price),
        stock: String(whole(-5, 120_000)),
      };
    },
  };
  return Array.from({ length: count }, (_, index) => {
    const marketplace = MARKETPLACES[index % MARKETPLACES.length] as Measured;
    const { facts } = parseFacts(makers[marketplace]());
    return { marketplace, known: { facts }, plain: plainFacts(facts) };
  });
}

/** What the other engines are given. */
function plainFacts(facts: Facts): PlainFacts {
  const plain: Record<string, number | string | boolean> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'object' && value !== null && 'toFixed' in value)
      plain[name] = name === 'couponPercent' || name === 'stock' ? Number(value) : cents(value);
    else plain[name] = value as number | string | boolean;
  }
  const { title, productName, saleStart, saleEnd } = facts;
  if (typeof title === 'string') plain.titleLength = title.length;
  if (typeof productName === 'string') plain.productNameLength = productName.length;
  plain.saleIsLive = Boolean(saleStart && saleEnd && saleStart <= DAY && DAY <= saleEnd);
  plain.basePrice = Number(plain.saleIsLive ? plain.salePrice : plain.yourPrice) || 0;
  plain.baseTimes100 = plain.basePrice * 100;
  plain.wasTimesFactor = Number(plain.wasPrice ?? 0) * factors.was;
  plain.sidesDifferenceTimes100 = Math.abs(Number(plain.imageWidth ?? 0) - Number(plain.imageHeight ?? 0)) * 100;
  return plain;
}

/**
 * Times every engine on the same listings, in turn and in another order each round, after asserting that all find the
 * same.
 * @throws Error naming engine and listing where they differ.
 */
export async function sideBySide(rounds: number, count: number): Promise<{ rules: number; results: SideBySide[] }> {
  const all = conditionsOf();
  const given = listings(count);
  const runs: [string, Run][] = [
    ['Preflight', ours(Object.keys(all))],
    ['@marcbachmann/cel-js', cel(all)],
    ['json-logic-engine, interpreted', jsonLogicEngine(all)],
    ['json-rules-engine', jsonRulesEngine(all)],
  ];
  await assertSame(runs, given);
  const times = new Map(runs.map(([engine]) => [engine, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    const turn = round % runs.length;
    for (const [engine, run] of [...runs.slice(turn), ...runs.slice(0, turn)]) {
      const start = performance.now();
      await run(given);
      times.get(engine)?.push(((performance.now() - start) * 1000) / count);
    }
  }
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return {
    rules: Object.keys(all).length,
    results: [...times].map(([engine, values]) => ({ engine, perListing: middle(values) })),
  };
}

async function assertSame(runs: readonly [string, Run][], given: readonly Listing[]): Promise<void> {
  const [[, first], ...others] = runs as [[string, Run], ...[string, Run][]];
  const expected = (await first(given)).map((broken) => broken.toSorted().join(' '));
  const violations = expected.filter((broken) => broken !== '').length;
  if (violations === 0 || violations === given.length) throw new Error('The listings meet or break every rule.');
  for (const [engine, run] of others)
    for (const [index, broken] of (await run(given)).entries())
      if (broken.toSorted().join(' ') !== expected[index])
        throw new Error(
          `${engine} finds "${broken.toSorted().join(' ')}", Preflight "${expected[index]}": ${JSON.stringify(given[index]?.plain)}`,
        );
}
