import { columnOf } from '../../entrypoints/background/understanding/headings.ts';
import type { FactChecker } from '../../entrypoints/workspace/files/checking/check-listings.ts';
import { Places } from '../../entrypoints/workspace/files/checking/check-listings.ts';
import { jsonValue } from '../../entrypoints/workspace/files/reading/cells.ts';
import type { ListingColumn } from '../../entrypoints/workspace/files/reading/listing-columns.ts';
import { type FactName, isFactName, type WireValue } from '../../rules/engine/facts.ts';
import type { Marketplace } from '../../rules/engine/sites.ts';
import { UnreadableInput } from './check-input.ts';
import type { Row } from './check-output.ts';
import { leftOutSentence } from './check-sentences.ts';

/** One line of JSON. */
export interface Line {
  /** 1-based. */
  readonly row: number;
  readonly facts: { readonly [key: string]: unknown } | null;
}

/** A listing with all its texts and images has a few thousand characters; more than this is no line of listings. */
const LONGEST_LINE = 1_000_000;

/**
 * Lines of JSON one after another; null for a line that is no object. Blank lines are none.
 * @throws UnreadableInput
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let row = 0;
  for await (const line of textLines(bytes)) {
    row += 1;
    if (line.trim() !== '') yield { row, facts: objectIn(line) };
  }
}

async function* textLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new UnreadableInput('Lines of JSON are UTF-8, and it is not.');
    }
  };
  let rest = '';
  for await (const chunk of bytes) {
    const parts = decode(chunk).split('\n');
    parts[0] = rest + parts[0];
    rest = parts.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new UnreadableInput('A line is longer than a listing can be.');
    yield* parts;
  }
  rest += decode();
  if (rest !== '') yield rest;
}

function objectIn(line: string): Line['facts'] {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Line['facts'];
  } catch {
    // Told like any other line that is no listing.
  }
  return null;
}

/** Checks lines of JSON by the same code as the rows of a file. */
export class LineChecker {
  readonly #checker: FactChecker;
  readonly #marketplace: Marketplace;
  readonly #columns = new Map<string, FactName | number | null>();
  readonly #named: string | null;
  readonly #remark: (sentence: string) => void;

  /**
   * @param named key that names a listing; null: SKU or ASIN
   * @param remark is told once of each key that means nothing
   */
  constructor(
    checker: FactChecker,
    marketplace: Marketplace,
    named: string | null,
    remark: (sentence: string) => void,
  ) {
    this.#checker = checker;
    this.#marketplace = marketplace;
    this.#named = named;
    this.#remark = remark;
  }

  check({ row, facts: written }: Line): Row {
    if (written === null) return { row, id: null, broken: 'not a JSON object' };
    const facts: { [name: string]: WireValue } = {};
    const columns: ListingColumn[] = [];
    const bullets: string[] = [];
    const keys = Object.keys(written);
    for (const [index, key] of keys.entries()) {
      const column = this.#column(key);
      const value = written[key];
      if (typeof column === 'number' && typeof value === 'string') bullets[column - 1] = value;
      if (typeof column !== 'string') continue;
      const wire = jsonValue(column, value);
      if (wire === undefined) continue;
      facts[column] = wire;
      columns.push({ index, holds: 'fact', fact: column });
    }
    const last = bullets.findLastIndex((bullet) => bullet?.trim());
    if (last >= 0) facts.bullets ??= Array.from({ length: last + 1 }, (_, index) => bullets[index] ?? '');
    const cells = keys.map((key) => textOf(written[key]));
    const checked = this.#checker.check(row, { facts, unread: NOTHING }, { cells, places: new Places(columns) });
    const given = this.#named === null ? undefined : written[this.#named];
    return {
      row,
      id: this.#named === null ? checked.name : textOf(given) || null,
      checked,
    };
  }

  /** A fact, the number of a bullet, or null. */
  #column(key: string): FactName | number | null {
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const column = isFactName(key) ? key : this.#meant(key);
    this.#columns.set(key, column);
    return column;
  }

  #meant(key: string): FactName | number | null {
    const column = columnOf(key, this.#marketplace);
    if (column.holds === 'fact') return column.fact;
    if (column.holds === 'bullet') return column.number;
    if (column.holds === 'either' || key !== this.#named) this.#remark(leftOutSentence(key, column));
    return null;
  }
}

const NOTHING: ReadonlySet<FactName> = new Set();

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
