import type { FactName, WireFacts } from '../../../../rules/engine/facts.ts';
import type { Rule } from '../../../../rules/engine/rule.ts';
import { couponFacts } from '../../../background/page/coupon-facts.ts';
import { byLevel, type Finding } from '../../../background/rows/finding.ts';
import { type Coupon, type CouponField, type CouponFile, couponOf } from '../reading/coupon-file.ts';
import { found, isEmpty, isFilled, type Place, type RowChecker } from './check-listings.ts';
import type { BulkContext } from './context.ts';
import { RowJudge, type Unjudged } from './judge-row.ts';
import { emptyTally, noteProblem, type Problem, tally } from './problem.ts';

/** Facts of the spreadsheet as a whole. */
const fileFacts: ReadonlySet<FactName> = new Set<FactName>(['couponRows', 'lastUsedRow']);
/** Facts that follow from those of a coupon alone. */
const followingFacts: ReadonlySet<FactName> = new Set<FactName>(['couponDays', 'couponTitleLength', 'hoursUntilStart']);

const isOfFile = ({ needs }: Rule) => needs.some((name) => fileFacts.has(name));
const isOfCoupon = (rule: Rule) =>
  [...rule.needs, ...(rule.uses ?? [])].every((name) => couponFacts.has(name) || followingFacts.has(name));
const isOfProduct = (rule: Rule) => !isOfFile(rule) && !isOfCoupon(rule);

/** The file as a whole has no cell of its own. */
const NOWHERE: Place = { cells: [], column: null, otherwise: null };

const ASIN = /^[A-Z0-9]{10}$/u;

/**
 * Checks a spreadsheet of coupons: each coupon by itself, then with each of its products, whose prices, Was Prices and
 * stock come from the store, then the file as a whole.
 */
export function couponChecker(file: CouponFile, context: BulkContext): RowChecker {
  const counts = emptyTally();
  const ofFile = new RowJudge('file/coupons', context, isOfFile);
  const ofCoupon = new RowJudge('file/coupons', context, isOfCoupon);
  const ofProduct = new RowJudge('file/coupons', context, isOfProduct);
  let lastUsedRow = 0;

  const column = (fact: FactName | CouponField): number | null =>
    fact === 'couponChildAsins' ? (file.columns.asins ?? null) : (file.columns[fact as CouponField] ?? null);
  const placeOf = ({ marks }: Finding, cells: readonly string[], facts: WireFacts): Place => ({
    cells,
    column:
      marks
        .map((mark) => [mark, column(mark)] as const)
        .find(([mark, one]) => one !== null && (isFilled(cells, one) || isEmpty(facts[mark])))?.[1] ?? null,
    otherwise: column('asins'),
  });

  const checkRow = (
    row: number,
    cells: readonly string[],
    coupon: Coupon,
  ): { problems: Problem[]; unknown: readonly Unjudged[] } => {
    const created = { ...coupon.facts, couponCreatedOn: context.day };
    const given = { facts: created, unread: coupon.unread };
    const own = ofCoupon.judge(ofCoupon.gather(given, null), null);
    const problems = own.findings.map((finding) => found(finding, row, placeOf(finding, cells, created), null));
    const ofProducts: Problem[] = [];
    for (const asin of new Set(coupon.asins)) {
      if (!ASIN.test(asin)) continue;
      const offers = context.known.offersOf(asin);
      if (offers.some((offer) => Object.keys(context.known.seen(offer)).length > 0)) counts.known += 1;
      for (const offer of offers)
        for (const finding of ofProduct.judge(ofProduct.gather(given, offer), offer).findings)
          ofProducts.push(
            found(finding, row, placeOf(finding, cells, created), offer.sku === null ? asin : `${asin} (${offer.sku})`),
          );
    }
    const all = [...notes(row, coupon), ...problems, ...together(ofProducts)];
    return { problems: all.sort(byLevel), unknown: own.unknown };
  };

  const notes = (row: number, { facts, unread, asins, empty }: Coupon): Problem[] => {
    const at = (field: FactName | CouponField) => ({ row, column: column(field), name: null });
    const twice = [...new Set(asins.filter((asin, index) => asins.indexOf(asin) !== index))];
    const odd = [...new Set(asins.filter((asin) => !ASIN.test(asin)))];
    const both = typeof facts.couponPercent === 'string' && typeof facts.couponAmount === 'string';
    const surplus = facts.couponType === 'percent' ? 'couponAmount' : 'couponPercent';
    return [
      ...empty.map((field) => noteProblem(at(field), 'empty', { fact: field })),
      ...[...unread].map((fact) => noteProblem(at(fact), 'not-understood', { fact, text: '' })),
      ...twice.map((asin) => noteProblem({ ...at('asins'), name: asin }, 'asin-twice', { text: asin })),
      ...odd.map((text) => noteProblem(at('asins'), 'no-asin', { text: text.slice(0, LONGEST_SHOWN) })),
      ...(both ? [noteProblem(at(surplus), 'both-discounts', { fact: surplus })] : []),
    ];
  };

  return {
    counts,
    check(row, cells) {
      const coupon = couponOf(file, cells);
      if (!coupon) return null;
      lastUsedRow = row;
      counts.checked += 1;
      const { problems, unknown } = checkRow(row, cells, coupon);
      const told = problems.map((problem) => withText(problem, cells));
      tally(counts, told);
      return { name: null, problems: told, unknown, notUnderstood: [...coupon.unread], judged: null };
    },
    end() {
      const facts = { couponRows: counts.checked, lastUsedRow };
      const whole = ofFile.judge(ofFile.gather({ facts, unread: new Set() }, null), null);
      const problems = whole.findings.map((finding) => ({
        ...found(finding, lastUsedRow, NOWHERE, null),
        column: column('asins'),
      }));
      tally(counts, problems);
      for (const judge of [ofCoupon, ofProduct])
        for (const [name, rows] of judge.missing) counts.missing.set(name, (counts.missing.get(name) ?? 0) + rows);
      return problems;
    },
  };
}

/** What is the same for several products is told once, with their number. */
function together(problems: readonly Problem[]): readonly Problem[] {
  const same = Map.groupBy(problems, ({ rule, finding }) =>
    JSON.stringify([rule, finding?.message, finding?.values, finding?.fix]),
  );
  return [...same.values()].flatMap(([first, ...others]) => (first ? [{ ...first, products: others.length + 1 }] : []));
}

const LONGEST_SHOWN = 60;

/** What stands in the cell that is not understood. */
function withText(problem: Problem, cells: readonly string[]): Problem {
  const { note, column } = problem;
  if (note?.kind !== 'not-understood' || column === null) return problem;
  const text = (cells[column] ?? '').slice(0, LONGEST_SHOWN);
  return { ...problem, note: { ...note, values: { ...note.values, text } } };
}
