import { type Column, columnOf } from '../../entrypoints/background/understanding/headings.ts';
import { type Blank, cellValue, jsonValue } from '../../entrypoints/workspace/files/reading/cells.ts';
import type { FactName, WireFacts, WireValue } from '../../rules/engine/facts.ts';
import type { Marketplace } from '../../rules/engine/sites.ts';
import { type Input, type Listing, UnreadableInput } from './check-listings.ts';

/** The facts of a listing, and the heading that each came from. */
export interface ListingFacts {
  readonly facts: WireFacts;
  readonly headings: ReadonlyMap<FactName, string>;
}

/** Columns that name a listing, where none is chosen. */
const NAMES: readonly FactName[] = ['sku', 'asin', 'sellerSku', 'itemCode'];

export interface FactReaderOptions {
  readonly marketplace: Marketplace;
  readonly blank: Blank;
  /** Heading of the column that names a listing; null: SKU or ASIN. */
  readonly named: string | null;
}

/** Turns listings of one input into facts, and remembers what each of its headings means. */
export class FactReader {
  readonly #kind: Input['kind'];
  readonly #marketplace: Marketplace;
  readonly #blank: Blank;
  readonly #named: string | null;
  readonly #columns = new Map<string, Column>();
  readonly #remark: (sentence: string) => void;

  /**
   * `remark` is told once of each heading that means nothing.
   * @throws UnreadableInput when no heading of a table is known, or two hold the same fact.
   */
  constructor(input: Input, { marketplace, blank, named }: FactReaderOptions, remark: (sentence: string) => void) {
    this.#kind = input.kind;
    this.#marketplace = marketplace;
    this.#blank = blank;
    this.#named = named;
    this.#remark = remark;
    if (input.kind === 'table') this.#learn(input.headings);
  }

  #learn(headings: readonly string[]): void {
    const holders = new Map<string, string>();
    for (const heading of headings) {
      const column = this.#column(heading);
      if (column.holds === 'unknown' || column.holds === 'either') continue;
      const held = column.holds === 'fact' ? column.fact : `bullet ${column.number}`;
      const other = holders.get(held);
      if (other !== undefined) throw new UnreadableInput(`"${other}" and "${heading}" are both ${held}.`);
      holders.set(held, heading);
    }
    if (headings.length > 0 && holders.size === 0)
      throw new UnreadableInput(`None of its headings is known: ${headings.slice(0, 10).join(', ')}.`);
    if (this.#named !== null && headings.length > 0 && !headings.includes(this.#named))
      throw new UnreadableInput(`It has no column "${this.#named}".`);
  }

  #column(heading: string): Column {
    const known = this.#columns.get(heading);
    if (known) return known;
    const column = columnOf(heading, this.#marketplace);
    this.#columns.set(heading, column);
    if (column.holds === 'unknown' && heading !== this.#named && heading !== '')
      this.#remark(`Column "${heading}" is not known and left out.`);
    if (column.holds === 'either')
      this.#remark(`Column "${heading}" is left out: it may be ${column.facts.join(' or ')}. Name it so.`);
    return column;
  }

  read({ cells }: Listing): ListingFacts {
    const facts: { [name: string]: WireValue } = {};
    const headings = new Map<FactName, string>();
    const bullets: string[] = [];
    for (const [heading, cell] of cells) {
      const column = this.#column(heading);
      if (column.holds === 'bullet' && typeof cell === 'string') bullets[column.number - 1] = cell;
      if (column.holds !== 'fact') continue;
      const value = this.#value(column.fact, cell);
      if (value === undefined) continue;
      facts[column.fact] = value;
      headings.set(column.fact, heading);
    }
    // Bullets keep their places: an empty first one is not the second.
    const last = bullets.findLastIndex((bullet) => bullet?.trim());
    if (last >= 0 && facts.bullets === undefined)
      facts.bullets = Array.from({ length: last + 1 }, (_, index) => bullets[index] ?? '');
    else if (bullets.length > 0 && facts.bullets === undefined && this.#blank === 'empty') facts.bullets = [];
    return { facts, headings };
  }

  #value(name: FactName, cell: unknown): WireValue | undefined {
    // A line of JSON tells null from "", and a number from text that looks like one.
    return this.#kind === 'table' ? cellValue(name, String(cell), this.#blank) : jsonValue(name, cell);
  }

  /** What the listing is called, as written; null where nothing names it. */
  name({ cells }: Listing, { facts }: ListingFacts): string | null {
    const given = this.#named === null ? NAMES.map((fact) => facts[fact]).find(Boolean) : cells.get(this.#named);
    return given === undefined || given === null || given === '' ? null : String(given);
  }
}
