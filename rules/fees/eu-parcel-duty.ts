import type { Facts } from '../engine/facts.ts';
import { notApplicable, type Outcome, ok, unknown, violation } from '../engine/outcome.ts';
import type { Big } from '../measures/decimals.ts';

/** The duty's numbers, in euros. */
export interface ParcelDuty {
  /** For each kind of goods in the parcel. */
  readonly perKind: Big;
  /** Value up to which a parcel pays it instead of the ordinary tariff. */
  readonly upTo: Big;
}

/**
 * The flat duty on a parcel from outside the EU.
 * @param consumerPrice value of the parcel in euros
 */
export function parcelDuty(
  consumerPrice: Facts['consumerPrice'],
  itemKinds: number,
  { perKind, upTo }: ParcelDuty,
): Outcome {
  if (!consumerPrice) return unknown('consumerPrice');
  // Above the limit the ordinary tariff holds, which is by kind of goods and not known here.
  if (consumerPrice.gt(upTo)) return notApplicable('no-trigger');
  if (itemKinds < 1) return ok();
  return violation({ values: { consumerPrice, itemKinds, duty: perKind.times(itemKinds) }, fix: {} });
}
