import type { FactName, WireFacts, WireValue } from '../../../../rules/engine/facts.ts';
import type { GatheredFacts } from '../../../background/page/gathered-facts.ts';
import { byLevel, type Finding } from '../../../background/rows/finding.ts';
import { codeListing, type Identity, idsOf } from '../../../background/rows/listing-identity.ts';
import { normalizeCode } from '../../../background/rows/seller-code.ts';
import { isHeadingFile } from '../reading/heading-file.ts';
import { factsOf, type ListingColumn, type ListingFile, type RowFacts } from '../reading/listing-columns.ts';
import type { BulkContext } from './context.ts';
import { RowJudge, type Unjudged } from './judge-row.ts';
import { emptyTally, noteProblem, type Problem, type Tally, tally } from './problem.ts';

/** Takes the rows of a file one after another and gives what is to be told of each. */
export interface RowChecker {
  /** `row` is 1-based. Null for a row that is no listing to check. */
  check(row: number, cells: readonly string[]): CheckedRow | null;
  /** What can be told only of the whole file. */
  end(): readonly Problem[];
  readonly counts: Tally;
}

/** What is told of one row. */
export interface CheckedRow {
  /** SKU, ASIN or the seller's code; null where the row has none. */
  readonly name: string | null;
  /** The worst first. */
  readonly problems: readonly Problem[];
  readonly unknown: readonly Unjudged[];
  /** Facts that are in the row and not understood. */
  readonly notUnderstood: readonly FactName[];
  /** What the rules took it for; null where there are several, as the products of a coupon. */
  readonly judged: (() => ReturnType<RowJudge['known']>) | null;
}

export interface ListingCheckerOptions {
  /** Whether cells stand between commas or semicolons: one within a text then shifts all that follow. */
  readonly isSeparated?: boolean;
  /** Whether what one row says of another is left out: rows are then answered alike wherever the file is cut. */
  readonly isEachAlone?: boolean;
}

export function listingChecker(
  file: ListingFile,
  context: BulkContext,
  options: ListingCheckerOptions = {},
): RowChecker {
  const columns = file.columnsFor(context.site);
  const facts = new FactChecker(context, { ...options, ...(file.mayRepeat ? { isEachAlone: true } : {}) });
  const places = new Places(columns);
  const { counts } = facts;
  const width = options.isSeparated && isHeadingFile(file) ? file.headings.length : Number.POSITIVE_INFINITY;
  return {
    counts,
    check(row, cells) {
      if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))
        return shiftedRow(row, cells, width, counts);
      const blank = file.blank(cells);
      const read = blank === null ? null : factsOf(columns, cells, blank);
      if (read !== null && (Object.keys(read.facts).length > 0 || read.unread.size > 0))
        return withQuoted(facts.check(row, read, { cells, places }), file.quoted?.(cells) ?? null);
      if (cells.some((cell) => cell.trim() !== '')) counts.leftOut += 1;
      return null;
    },
    end: () => facts.end(),
  };
}

/** With what the marketplace itself says of the row. */
function withQuoted(checked: CheckedRow, quoted: string | null): CheckedRow {
  return quoted === null
    ? checked
    : { ...checked, problems: checked.problems.map((problem) => ({ ...problem, quoted })) };
}

/** Nothing in it is what its heading says. */
function shiftedRow(row: number, cells: readonly string[], headings: number, counts: Tally): CheckedRow {
  const at = { row, column: null, name: null };
  const problems = [noteProblem(at, 'shifted', { cells: cells.length, headings })];
  counts.checked += 1;
  tally(counts, problems);
  return { name: null, problems, unknown: [], notUnderstood: [], judged: null };
}

/** Cells in which facts were read, and where each fact stands among them. */
interface ReadCells {
  readonly cells: readonly string[];
  readonly places: Places;
}

/** Checks listings by their facts, one after another. */
export class FactChecker {
  readonly counts = emptyTally();
  readonly #context: BulkContext;
  readonly #judge: RowJudge;
  readonly #firstRows: Map<string, number> | null;

  constructor(context: BulkContext, { isEachAlone = false }: ListingCheckerOptions) {
    this.#context = context;
    this.#judge = new RowJudge('file/listings', context);
    this.#firstRows = isEachAlone ? null : new Map();
  }

  check(row: number, read: RowFacts, { cells, places }: ReadCells): CheckedRow {
    const { counts } = this;
    const identity = identityIn(read.facts, this.#context);
    const name = identity?.sku ?? identity?.asin ?? codeIn(read.facts) ?? identity?.code ?? null;
    const gathered = this.#judge.gather(read, identity);
    const notUnderstood = [...gathered.unread].filter(
      (fact) => read.unread.has(fact) || read.facts[fact] !== undefined,
    );
    const { findings, unknown } = this.#judge.judge(gathered, identity);
    counts.checked += 1;
    if (identity && Object.keys(this.#context.known.seen(identity)).length > 0) counts.known += 1;
    const otherwise = places.of('sku', null);
    const at = (fact: FactName) => ({ row, column: places.of(fact, null), name });
    const problems = [
      ...notUnderstood.map((fact) => cellNote(fact, read, at(fact), { cells, places })),
      ...this.#repeated(identity?.sku ?? null, at('sku')),
      ...findings.map((finding) =>
        found(finding, row, { cells, column: places.column(finding, cells, gathered), otherwise }, name),
      ),
    ].sort(byLevel);
    tally(counts, problems);
    return { name, problems, unknown, notUnderstood, judged: () => this.#judge.known(gathered) };
  }

  end(): readonly Problem[] {
    for (const [name, rows] of this.#judge.missing) this.counts.missing.set(name, rows);
    return [];
  }

  #repeated(sku: string | null, at: Pick<Problem, 'row' | 'column' | 'name'>): readonly Problem[] {
    if (sku === null || this.#firstRows === null) return [];
    const first = this.#firstRows.get(sku);
    if (first === undefined) this.#firstRows.set(sku, at.row);
    return first === undefined ? [] : [noteProblem(at, 'sku-twice', { text: sku, row: first })];
  }
}

/** Of a cell that is not understood, or two that say different things. */
function cellNote(
  fact: FactName,
  { unread }: RowFacts,
  at: Pick<Problem, 'row' | 'column' | 'name'>,
  { cells, places }: ReadCells,
): Problem {
  const kind = places.isTwice(fact) && unread.has(fact) ? 'contradicting' : 'not-understood';
  return noteProblem(at, kind, { fact, text: cells[at.column ?? -1]?.slice(0, LONGEST_SHOWN) ?? '' });
}

/** The seller's own code, as written. */
function codeIn({ itemCode, sellerSku }: WireFacts): string | null {
  return textOf(itemCode) ?? textOf(sellerSku);
}

const LONGEST_SHOWN = 60;

/** Where in its row a finding stands. */
export interface Place {
  readonly cells: readonly string[];
  /** Of what it is about; null where that is not in the row. */
  readonly column: number | null;
  /** What names its listing. */
  readonly otherwise: number | null;
}

/** A finding at its place in the file. A cell that holds nothing is none: what is known from the shop stands elsewhere. */
export function found(
  finding: Finding,
  row: number,
  { cells, column, otherwise }: Place,
  name: string | null,
): Problem {
  const place = column ?? (otherwise !== null && isFilled(cells, otherwise) ? otherwise : null);
  const fromShop = column === null ? seenInShop(finding) : [];
  const { level, rule } = finding;
  return { row, column: place, name, level, rule, finding, note: null, products: 1, fromShop };
}

/** Known to be empty. */
export function isEmpty(value: WireValue | undefined): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

export function isFilled(cells: readonly string[], column: number): boolean {
  return (cells[column] ?? '').trim() !== '';
}

/** The compared facts that are known from the shop's pages and reports, or that the seller entered for it. */
function seenInShop({ origins }: Finding): FactName[] {
  return (Object.keys(origins) as FactName[]).filter((name) => {
    const by = origins[name]?.by;
    return by === 'seen' || by === 'entry' || by === 'orders';
  });
}

function identityIn(facts: WireFacts, { known }: BulkContext): Identity | null {
  const sku = textOf(facts.sku);
  const asin = textOf(facts.asin);
  const code = normalizeCode(codeIn(facts));
  const [listing] = idsOf({
    sku,
    asin,
    skcId: textOf(facts.skcId),
    spuId: textOf(facts.spuId),
    productId: textOf(facts.productId),
  });
  if (listing !== undefined) return known.resolve({ listing, sku, asin, code });
  return code === null ? null : { listing: codeListing(code), sku, asin, code };
}

/** Longer than any SKU (40 characters) or ASIN (10): not one. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= 100 ? value : null;
}

/** Where facts stand in the file. */
export class Places {
  readonly #facts = new Map<FactName, number>();
  readonly #twice = new Set<FactName>();
  readonly #bullets = new Map<number, number>();

  constructor(columns: readonly ListingColumn[]) {
    for (const column of columns) {
      if (column.holds === 'bullet') this.#bullets.set(column.number - 1, column.index);
      if (column.holds === 'product-id') this.#facts.set('gtin', column.index);
      if (column.holds !== 'fact') continue;
      if (this.#facts.has(column.fact)) this.#twice.add(column.fact);
      else this.#facts.set(column.fact, column.index);
    }
  }

  isTwice(fact: FactName): boolean {
    return this.#twice.has(fact);
  }

  of(fact: FactName, item: number | null): number | null {
    if (fact === 'bullets') return this.#bullets.get(item ?? 0) ?? this.#facts.get(fact) ?? null;
    return this.#facts.get(fact) ?? null;
  }

  /**
   * The column of the first field that a finding is about and that the row has. An empty cell is one only where its
   * emptiness is what was judged.
   */
  column({ marks, item }: Finding, cells: readonly string[], { facts }: GatheredFacts): number | null {
    for (const mark of marks) {
      const column = this.of(mark, item);
      if (column !== null && (isFilled(cells, column) || isEmpty(facts[mark]))) return column;
    }
    return null;
  }
}
