import type { Facts } from '../../engine/facts.ts';
import { limitNotPublished, notApplicable, type Outcome, ok, violation } from '../../engine/outcome.ts';
import type { Big } from '../../measures/decimals.ts';

interface Discount extends Pick<Facts, 'promotionKind' | 'promptedMin' | 'promptedMax'> {
  readonly discountPercent: Big;
}

interface Range {
  readonly min?: Big;
  readonly max?: Big;
}

/** Judges the percentage of one kind of promotion. The limits of the open form come before the published ones; both pass. */
export function judgeDiscount(kind: string, facts: Discount, published: Range): Outcome {
  const { discountPercent, promotionKind, promptedMin, promptedMax } = facts;
  if (promotionKind && promotionKind !== kind) return notApplicable('no-trigger');
  const min = promptedMin ?? published.min;
  const max = promptedMax ?? published.max;
  if (!min || !max) return limitNotPublished();
  if (discountPercent.gte(min) && discountPercent.lte(max)) return ok();
  return violation({ values: { discountPercent }, fix: { min, max } });
}
