import type { Site } from '../../../rules/engine/sites.ts';
import type { SaleKind } from './rows.ts';

/** `settled`: paid and shipped · `open`: may still be cancelled · `cancelled`: revokes an earlier open line */
export type LineState = 'settled' | 'open' | 'cancelled';

export interface OrderLine {
  readonly hash: number;
  readonly site: Site;
  readonly sku: string;
  readonly asin: string | null;
  readonly currency: string;
  /** ISO day, local to the site. */
  readonly day: string;
  /** Exact decimal per unit; empty for a cancelled line. */
  readonly price: string;
  readonly units: number;
  readonly sale: SaleKind;
  readonly state: LineState;
  /** 1-based row of the file. */
  readonly row: number;
}

export interface BookedSku {
  readonly site: Site;
  readonly sku: string;
  asin: string | null;
  readonly currency: string;
}

export interface BookedDay {
  readonly site: Site;
  readonly day: string;
}

const sales: readonly SaleKind[] = ['paid', 'promoted', 'business'];
const states: readonly LineState[] = ['settled', 'open', 'cancelled'];

/** Initial capacity in lines; doubled whenever it is full. */
const FIRST = 1 << 14;

/** A file's order lines in columns: a million lines take about thirty megabytes. */
export class OrderBook {
  readonly skus: BookedSku[] = [];
  readonly days: BookedDay[] = [];
  readonly #prices: string[] = [];
  readonly #skuIndex = new Map<string, number>();
  readonly #dayIndex = new Map<string, number>();
  readonly #priceIndex = new Map<string, number>();
  #length = 0;
  #hash = new Float64Array(FIRST);
  #sku = new Uint32Array(FIRST);
  #day = new Uint16Array(FIRST);
  #price = new Uint32Array(FIRST);
  #units = new Uint32Array(FIRST);
  #row = new Uint32Array(FIRST);
  #kind = new Uint8Array(FIRST);

  get length(): number {
    return this.#length;
  }

  add(line: OrderLine): void {
    if (this.#length === this.#hash.length) this.#grow();
    const at = this.#length;
    this.#hash[at] = line.hash;
    this.#sku[at] = this.#indexOfSku(line);
    this.#day[at] = this.#indexOfDay(line);
    this.#price[at] = this.#indexOfPrice(line.price);
    this.#units[at] = line.units;
    this.#row[at] = line.row;
    this.#kind[at] = sales.indexOf(line.sale) * states.length + states.indexOf(line.state);
    this.#length += 1;
  }

  hashOf(line: number): number {
    return this.#hash[line] as number;
  }

  priceOf(line: number): string {
    return this.#prices[this.#price[line] as number] as string;
  }

  unitsOf(line: number): number {
    return this.#units[line] as number;
  }

  rowOf(line: number): number {
    return this.#row[line] as number;
  }

  skuOf(line: number): BookedSku {
    return this.skus[this.#sku[line] as number] as BookedSku;
  }

  dayOf(line: number): BookedDay {
    return this.days[this.#day[line] as number] as BookedDay;
  }

  saleOf(line: number): SaleKind {
    return sales[Math.floor((this.#kind[line] as number) / states.length)] as SaleKind;
  }

  stateOf(line: number): LineState {
    return states[(this.#kind[line] as number) % states.length] as LineState;
  }

  /** Lines by day, each in file order; indexed like `days`. */
  byDay(): readonly Uint32Array[] {
    return grouped(this.#day.subarray(0, this.#length), this.days.length);
  }

  /** Lines by SKU; indexed like `skus`. */
  bySku(): readonly Uint32Array[] {
    return grouped(this.#sku.subarray(0, this.#length), this.skus.length);
  }

  #indexOfSku({ site, sku, asin, currency }: OrderLine): number {
    const key = `${site}\n${sku}`;
    const known = this.#skuIndex.get(key);
    if (known !== undefined) {
      const booked = this.skus[known] as BookedSku;
      booked.asin ??= asin === null ? null : copied(asin);
      return known;
    }
    const kept = { site, sku: copied(sku), asin: asin === null ? null : copied(asin), currency: copied(currency) };
    this.#skuIndex.set(`${site}\n${kept.sku}`, this.skus.length);
    return this.skus.push(kept) - 1;
  }

  #indexOfDay({ site, day }: OrderLine): number {
    const key = `${site}\n${day}`;
    const known = this.#dayIndex.get(key);
    if (known !== undefined) return known;
    this.#dayIndex.set(key, this.days.length);
    return this.days.push({ site, day }) - 1;
  }

  #indexOfPrice(price: string): number {
    const known = this.#priceIndex.get(price);
    if (known !== undefined) return known;
    this.#priceIndex.set(price, this.#prices.length);
    return this.#prices.push(price) - 1;
  }

  #grow(): void {
    const size = this.#hash.length * 2;
    const larger = <Column extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(column: Column): Column => {
      const room = new (column.constructor as new (length: number) => Column)(size);
      room.set(column);
      return room;
    };
    this.#hash = larger(this.#hash);
    this.#sku = larger(this.#sku);
    this.#day = larger(this.#day);
    this.#price = larger(this.#price);
    this.#units = larger(this.#units);
    this.#row = larger(this.#row);
    this.#kind = larger(this.#kind);
  }
}

/** Positions by group. Counts first, so that nothing is moved twice. */
function grouped(groups: Uint16Array | Uint32Array, count: number): readonly Uint32Array[] {
  const ends = new Uint32Array(count + 1);
  for (const group of groups) ends[group + 1] = (ends[group + 1] as number) + 1;
  for (let group = 1; group <= count; group += 1) ends[group] = (ends[group] as number) + (ends[group - 1] as number);
  const next = ends.slice(0, count);
  const order = new Uint32Array(groups.length);
  for (let position = 0; position < groups.length; position += 1) {
    const group = groups[position] as number;
    order[next[group] as number] = position;
    next[group] = (next[group] as number) + 1;
  }
  return Array.from({ length: count }, (_, group) => order.subarray(ends[group], ends[group + 1]));
}

/** A substring of a file keeps the whole chunk in memory; a copy does not. */
function copied(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
