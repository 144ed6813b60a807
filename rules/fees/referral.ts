import type { Facts } from '../engine/facts.ts';
import { limitNotPublished, type Unknown, unknown } from '../engine/outcome.ts';
import { limit, type Policy, readPolicy } from '../engine/policy.ts';
import type { Site } from '../engine/sites.ts';
import { Big, percent, smaller } from '../measures/decimals.ts';
import file from '../policies/amazon/referral-fees.json' with { type: 'json' };
import { carriedForward } from './carried.ts';
import { feeAt, type Segment } from './segments.ts';

/** One rate of a category: up to and including `upTo` (null: no end), in percent. */
interface Tier {
  readonly upTo: Big | null;
  readonly percent: Big;
}

/** The part of the price above an amount, and its own rate in percent. */
interface Portion {
  readonly above: Big;
  readonly percent: Big;
}

/** What decides a referral fee at any price, and the outcome where the price lies beyond what is known. */
export interface ReferralTerms {
  readonly segments: readonly Segment[];
  readonly beyond: Unknown;
}

export interface ReferralRow {
  readonly tiers: readonly Tier[];
  /** Each rate applies to its own part of the price; otherwise one rate applies to the whole price. */
  readonly marginal: boolean;
  /** Prices above which another rate applies to the whole price: where a lower price can earn more. */
  readonly edges: readonly Big[];
  /** Lowest fee per item. */
  readonly minimum: Big;
  /** Charged in addition, per item of media. */
  readonly closingFee: Big | null;
  /** With FBA or Seller Fulfilled Prime this part of the price has a rate of its own. */
  readonly primePortion: Portion | null;
  readonly merchant: ReferralTerms;
  readonly prime: ReferralTerms;
  /** While it is not known whether the offer is FBA or Seller Fulfilled Prime. */
  readonly undecided: ReferralTerms;
}

export interface ReferralTable {
  /** Lowest fee per item, in the site's currency. */
  readonly minimum: Big;
  /** Null: a category of the site whose rate is not known. */
  readonly categories: ReadonlyMap<string, ReferralRow | null>;
}

type Rates = readonly (readonly [string | null, string])[];
interface RowFile {
  readonly flat?: string;
  readonly whole?: Rates;
  readonly marginal?: Rates;
  /** It is not known whether a rate applies to the whole price or to its part, so only the first one is certain. */
  readonly notStated?: Rates;
  readonly minimum?: string;
  readonly closing?: string;
  readonly primeAbove?: readonly [string, string];
}

const NOTHING = new Big(0);
const LIMIT = limitNotPublished();

/** Referral fees by site, day and category, on the total sales price: item, shipping and gift wrap, without tax. */
export const referralFees: Policy<ReferralTable> = readTables();

function readTables(): Policy<ReferralTable> {
  const policy = readPolicy(carriedForward(file), { minimum: 'decimal', categories: 'table' });
  return {
    ...policy,
    periods: policy.periods.map(({ values, ...period }) => ({ ...period, values: values && readTable(values) })),
  };
}

function readTable({
  minimum,
  categories,
}: {
  minimum: Big;
  categories: Record<string, RowFile | null>;
}): ReferralTable {
  const rows = new Map<string, ReferralRow | null>();
  for (const [word, row] of Object.entries(categories)) rows.set(word, row && readRow(row, minimum));
  return { minimum, categories: rows };
}

function readRow(row: RowFile, tableMinimum: Big): ReferralRow {
  const rates = row.whole ?? row.marginal ?? row.notStated ?? [[null, row.flat as string]];
  const tiers = rates.map(([upTo, rate]) => ({ upTo: upTo === null ? null : new Big(upTo), percent: new Big(rate) }));
  const minimum = row.minimum === undefined ? tableMinimum : new Big(row.minimum);
  const certain = row.notStated ? tiers.slice(0, 1) : tiers;
  const merchant = withMinimum(line(certain, row.marginal !== undefined), minimum);
  const portion = row.primeAbove ? { above: new Big(row.primeAbove[0]), percent: new Big(row.primeAbove[1]) } : null;
  const plain = { segments: merchant, beyond: LIMIT };
  return {
    tiers,
    marginal: row.marginal !== undefined,
    edges: row.whole ? tiers.flatMap(({ upTo }) => upTo ?? []) : [],
    minimum,
    closingFee: row.closing === undefined ? null : new Big(row.closing),
    primePortion: portion,
    merchant: plain,
    prime: portion ? { segments: withPortion(merchant, portion), beyond: LIMIT } : plain,
    undecided: portion ? { segments: upToPrice(merchant, portion.above), beyond: unknown('fbaOrSfp') } : plain,
  };
}

/** The percentage part of a fee as straight lines. */
function line(tiers: readonly Tier[], marginal: boolean): readonly Segment[] {
  let base = NOTHING;
  let [before, from]: [Big, Big] = [NOTHING, NOTHING];
  return tiers.map(({ upTo, percent: rate }) => {
    const share = percent(rate);
    if (marginal) base = base.plus(from.times(before.minus(share)));
    [before, from] = [share, upTo ?? NOTHING];
    return { upTo, base, share };
  });
}

/** The minimum binds on low prices only, below the first edge of every table. */
function withMinimum(segments: readonly Segment[], minimum: Big): readonly Segment[] {
  const [first] = segments;
  if (!first || minimum.eq(0) || first.share.eq(0)) return segments;
  return [{ upTo: minimum.div(first.share), base: minimum, share: NOTHING }, ...segments];
}

function upToPrice(segments: readonly Segment[], price: Big): readonly Segment[] {
  const below = segments.filter(({ upTo }) => upTo?.lt(price));
  const last = segments.find(({ upTo }) => upTo === null || upTo.gte(price));
  return last ? [...below, { ...last, upTo: price }] : below;
}

function withPortion(segments: readonly Segment[], { above, percent: rate }: Portion): readonly Segment[] {
  const share = percent(rate);
  const below = upToPrice(segments, above);
  const paid = feeAt(below, above) ?? NOTHING;
  return [...below, { upTo: null, base: paid.minus(share.times(above)), share }];
}

/** The table in force on a day at a site; null where none is known. */
export function referralTable(day: string, site: Site): ReferralTable | null {
  return limit(referralFees, day, site)?.values ?? null;
}

/** Words that name the fee categories of a site on a day, for a selector; empty where no table is known. */
export function feeCategories(site: Site, day: string): readonly string[] {
  return [...(referralTable(day, site)?.categories.keys() ?? [])];
}

/** The row of a category, or why there is none. */
export function referralRow(table: ReferralTable | null, category: string): ReferralRow | Unknown {
  if (table === null) return LIMIT;
  const row = table.categories.get(category);
  return row === undefined ? unknown('feeCategory') : (row ?? LIMIT);
}

/** Facts that decide the referral fee beside the price. The seller's own rate wins over the table. */
export type ReferralFacts = Pick<Facts, 'feeCategory' | 'referralPercent' | 'fbaOrSfp' | 'fulfilment'>;

/** What decides the referral fee of an offer, or what is missing. */
export function referralTerms(facts: ReferralFacts, table: ReferralTable | null): ReferralTerms | Unknown {
  if (facts.referralPercent) return ownRate(facts.referralPercent, table?.minimum ?? NOTHING);
  if (!facts.feeCategory) return unknown('feeCategory');
  const row = referralRow(table, facts.feeCategory);
  if ('kind' in row) return row;
  if (!row.primePortion) return row.merchant;
  const prime = facts.fbaOrSfp ?? (facts.fulfilment === 'AFN' ? true : null);
  if (prime === null) return row.undecided;
  return prime ? row.prime : row.merchant;
}

function ownRate(rate: Big, minimum: Big): ReferralTerms {
  const tiers = [{ upTo: null, percent: rate }];
  return { segments: withMinimum(line(tiers, false), minimum), beyond: LIMIT };
}

/** The rate, in percent, of the tier in which a price lies. */
export function rateAt({ tiers }: ReferralRow, price: Big): Big {
  for (const { upTo, percent: rate } of tiers) if (upTo === null || price.lte(upTo)) return rate;
  return NOTHING;
}

/** One line of a fee's explanation: a rate on a part of the price, the minimum in its place, or the closing fee. */
export interface ReferralLine {
  readonly kind: 'rate' | 'minimum' | 'closing';
  /** The part of the price the rate applies to. */
  readonly amount: Big | null;
  readonly percent: Big | null;
  /** Exact, unrounded. */
  readonly fee: Big;
}

export interface ReferralQuestion {
  readonly day: string;
  readonly site: Site;
  readonly category: string;
  readonly totalSalesPrice: Big;
  /** Fulfilled by Amazon or Seller Fulfilled Prime. */
  readonly prime?: boolean;
}

/** How a referral fee comes about, line by line. Null where the table, the category or the type of its tiers is not known. */
export function referralLines(question: ReferralQuestion): readonly ReferralLine[] | null {
  const { day, site, category, totalSalesPrice: price, prime = false } = question;
  const row = referralRow(referralTable(day, site), category);
  if ('kind' in row) return null;
  const terms = prime ? row.prime : row.merchant;
  const fee = feeAt(terms.segments, price);
  if (fee === null) return null;
  const parts = rateParts(row, price, prime);
  const sum = parts.reduce((total, part) => total.plus(part.fee), NOTHING);
  const lines: ReferralLine[] = sum.lt(row.minimum)
    ? [{ kind: 'minimum', amount: null, percent: null, fee: row.minimum }]
    : parts;
  if (row.closingFee) lines.push({ kind: 'closing', amount: null, percent: null, fee: row.closingFee });
  return lines;
}

function rateParts(row: ReferralRow, price: Big, prime: boolean): ReferralLine[] {
  const portion = prime && row.primePortion && price.gt(row.primePortion.above) ? row.primePortion : null;
  const plain = portion ? portion.above : price;
  const parts = row.marginal ? marginalParts(row.tiers, plain) : [part(plain, rateAt(row, plain))];
  if (portion) parts.push(part(price.minus(portion.above), portion.percent));
  return parts;
}

function marginalParts(tiers: readonly Tier[], price: Big): ReferralLine[] {
  const parts: ReferralLine[] = [];
  let from = NOTHING;
  for (const { upTo, percent: rate } of tiers) {
    const end = upTo === null ? price : smaller(price, upTo);
    if (end.gt(from)) parts.push(part(end.minus(from), rate));
    from = end;
  }
  return parts;
}

function part(amount: Big, rate: Big): ReferralLine {
  return { kind: 'rate', amount, percent: rate, fee: amount.times(percent(rate)) };
}
