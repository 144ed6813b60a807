import type { FactName, WireFacts, WireValue } from '../../../../rules/engine/facts.ts';
import type { GatheredFacts } from '../../../background/page/gathered-facts.ts';
import { byLevel, type Finding } from '../../../background/rows/finding.ts';
import { codeListing, type Identity, idsOf } from '../../../background/rows/listing-identity.ts';
import { normalizeCode } from '../../../background/rows/seller-code.ts';
import { factsOf, type ListingColumn, type ListingFile } from '../reading/listing-columns.ts';
import type { BulkContext } from './context.ts';
import { RowJudge } from './judge-row.ts';
import { emptyTally, noteProblem, type Problem, type Tally, tally } from './problem.ts';

/** Takes the rows of a file one after another and gives what is to be told of each. */
export interface RowChecker {
  /** `row` is 1-based. */
  check(row: number, cells: readonly string[]): readonly Problem[];
  /** What can be told only of the whole file. */
  end(): readonly Problem[];
  readonly counts: Tally;
}

export function listingChecker(file: ListingFile, context: BulkContext): RowChecker {
  const columns = file.columnsFor(context.site);
  const judge = new RowJudge('file/listings', context);
  const counts = emptyTally();
  const places = new Places(columns);
  const firstRows = new Map<string, number>();

  const checkRow = (row: number, cells: readonly string[]): readonly Problem[] => {
    const blank = file.blank(cells);
    const read = blank === null ? null : factsOf(columns, cells, blank);
    if (read === null || (Object.keys(read.facts).length === 0 && read.unread.size === 0)) {
      if (cells.some((cell) => cell.trim() !== '')) counts.leftOut += 1;
      return [];
    }
    const identity = identityIn(read.facts, context);
    const name = identity?.sku ?? identity?.asin ?? identity?.code ?? null;
    const at = (fact: FactName) => ({ row, column: places.of(fact, null), name });
    const gathered = judge.gather(read, identity);
    const problems: Problem[] = [];
    for (const fact of gathered.unread)
      if (read.unread.has(fact) || read.facts[fact] !== undefined)
        problems.push(
          noteProblem(at(fact), places.isTwice(fact) && read.unread.has(fact) ? 'contradicting' : 'not-understood', {
            fact,
            text: cells[places.of(fact, null) ?? -1]?.slice(0, LONGEST_SHOWN) ?? '',
          }),
        );
    if (identity?.sku && !file.mayRepeat) {
      const first = firstRows.get(identity.sku);
      if (first === undefined) firstRows.set(identity.sku, row);
      else problems.push(noteProblem(at('sku'), 'sku-twice', { text: identity.sku, row: first }));
    }
    counts.checked += 1;
    if (identity && Object.keys(context.known.seen(identity)).length > 0) counts.known += 1;
    for (const finding of judge.judge(gathered, identity))
      problems.push(
        found(
          finding,
          row,
          { cells, column: places.column(finding, cells, gathered), otherwise: places.of('sku', null) },
          name,
        ),
      );
    const quoted = file.quoted?.(cells) ?? null;
    return problems.sort(byLevel).map((problem) => (quoted === null ? problem : { ...problem, quoted }));
  };

  return {
    counts,
    check(row, cells) {
      const problems = checkRow(row, cells);
      tally(counts, problems);
      return problems;
    },
    end() {
      for (const [name, rows] of judge.missing) counts.missing.set(name, rows);
      return [];
    },
  };
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
  const code = normalizeCode(textOf(facts.itemCode) ?? textOf(facts.sellerSku));
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
class Places {
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
