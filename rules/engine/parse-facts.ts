import { Big } from 'big.js';
import {
  type FactName,
  type Facts,
  factKinds,
  isFactName,
  type Kind,
  type WireFacts,
  type WireValue,
} from './facts.ts';

export interface ParsedFacts {
  facts: Facts;
  /** Facts that were given but could not be parsed. They count as unknown. */
  rejected: FactName[];
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,10})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/** Parses wire facts into exact values. Never throws: facts it cannot parse are listed in `rejected`. */
export function parseFacts(wire: WireFacts): ParsedFacts {
  const facts: Record<string, unknown> = {};
  const rejected: FactName[] = [];
  for (const name in wire) {
    if (!isFactName(name)) continue;
    const value = wire[name];
    if (value === undefined) continue;
    const parsed = value === null ? null : parseKind(factKinds[name], value);
    if (parsed === undefined) rejected.push(name);
    else facts[name] = parsed;
  }
  withoutNoRating(facts as Facts);
  return { facts: facts as Facts, rejected };
}

/** Stars go from 1 to 5: a rating of 0, and any from no reviews, is how tables write that there is none. */
function withoutNoRating(facts: Facts): void {
  if (facts.rating && (facts.rating.eq(0) || facts.ratingCount === 0)) facts.rating = null;
}

function parseKind(kind: Kind, value: Exclude<WireValue, null>): unknown {
  switch (kind) {
    case 'money':
    case 'percent':
      return parseDecimal(value);
    case 'decimal':
      // A shop without a rating is known to have none.
      return value === 'none' ? null : parseDecimal(value);
    case 'count':
      return parseCount(value);
    case 'day':
      return typeof value === 'string' && isDay(value) ? value : undefined;
    case 'text':
    case 'word':
      return typeof value === 'string' ? value : undefined;
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
    case 'moneys': {
      if (!Array.isArray(value)) return undefined;
      const amounts = value.map(parseDecimal);
      return amounts.includes(undefined) ? undefined : amounts;
    }
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'moment':
      return typeof value === 'string' && MOMENT.test(value) && isDay(value.slice(0, 10)) ? value : undefined;
    case 'rows':
      return Array.isArray(value) ? parseRows(value) : undefined;
    case 'prices':
      return parsePrices(value);
    case 'colours':
      return Array.isArray(value) && value.every(isColour) ? value : undefined;
  }
}

/** Parses rows. One malformed row, or one with an unparseable fact, rejects all. */
function parseRows(value: readonly unknown[]): readonly Facts[] | undefined {
  const rows: Facts[] = [];
  for (const row of value) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return undefined;
    const { facts, rejected } = parseFacts(row);
    if (rejected.length > 0) return undefined;
    rows.push(facts);
  }
  return rows;
}

function parsePrices(value: unknown): { readonly [site: string]: Big } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const prices: Record<string, Big> = {};
  for (const [site, price] of Object.entries(value)) {
    const amount = parseDecimal(price);
    if (amount === undefined) return undefined;
    prices[site] = amount;
  }
  return prices;
}

function isColour(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    value.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)
  );
}

function parseDecimal(value: unknown): Big | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? new Big(value) : undefined;
  return typeof value === 'string' && DECIMAL.test(value) ? new Big(value) : undefined;
}

function parseCount(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
