import type { FactName } from '../engine/facts.ts';
import type { PolicyFile } from '../engine/policy.ts';
import { Big } from '../measures/decimals.ts';
import annualVerification from '../policies/amazon/annual-verification.json' with { type: 'json' };
import imageCount from '../policies/amazon/image-count.json' with { type: 'json' };
import lowInventoryFee from '../policies/amazon/low-inventory-fee.json' with { type: 'json' };
import priceJump from '../policies/amazon/price-jump.json' with { type: 'json' };
import redLine from '../policies/temu/high-price-rate-red-line.json' with { type: 'json' };
import measuredLarger from '../policies/temu/measured-larger.json' with { type: 'json' };
import retailPriceRatio from '../policies/temu/retail-price-ratio.json' with { type: 'json' };
import titleMinWords from '../policies/temu/title-min-words-semi.json' with { type: 'json' };

/** A number the seller can choose. It becomes a fact of this name, which its rules prefer to the policy's value. */
export interface Threshold {
  readonly fact: FactName;
  readonly kind: 'money' | 'percent' | 'decimal' | 'count';
  /** Ids of the rules that use it. */
  readonly rules: readonly string[];
  /** The policy whose value of the same name applies until the seller chooses; null: its rules then lack a number. */
  readonly policy: PolicyFile | null;
  /** The smallest and largest sensible number, exact decimals. */
  readonly minimum: string;
  readonly maximum: string;
  /** Must not be above this other threshold. */
  readonly notAbove?: FactName;
}

/** Every number a seller may choose. */
export const thresholds = [
  {
    fact: 'jumpPercent',
    kind: 'percent',
    rules: ['amazon/price-far-above-recent'],
    policy: priceJump as PolicyFile,
    minimum: '1',
    maximum: '500',
  },
  {
    fact: 'minImages',
    kind: 'count',
    rules: ['amazon/image-count'],
    policy: imageCount as PolicyFile,
    minimum: '1',
    maximum: '9',
  },
  {
    fact: 'minDaysOfSupply',
    kind: 'count',
    rules: ['amazon/low-inventory-fee'],
    policy: lowInventoryFee as PolicyFile,
    // Below this the fee itself is charged, so only an earlier warning can be chosen.
    minimum: '28',
    maximum: '365',
  },
  {
    fact: 'reminderDays',
    kind: 'count',
    rules: ['amazon/annual-verification-due'],
    policy: annualVerification as PolicyFile,
    minimum: '1',
    maximum: '365',
  },
  {
    fact: 'targetMarginPercent',
    kind: 'percent',
    rules: [
      'amazon/margin-below-floor',
      'amazon/price-bounds-missing',
      'temu/declared-below-cost',
      'tiktok/margin-below-floor',
    ],
    policy: null,
    minimum: '0',
    maximum: '95',
  },
  {
    fact: 'minProfit',
    kind: 'money',
    rules: ['temu/declared-below-cost', 'temu/exemption-offer-margin'],
    policy: null,
    minimum: '0',
    maximum: '1000000',
  },
  {
    fact: 'redLine',
    kind: 'percent',
    rules: ['temu/high-price-rate-red-line'],
    policy: redLine as PolicyFile,
    minimum: '1',
    maximum: '100',
  },
  {
    fact: 'measureTolerance',
    kind: 'percent',
    rules: ['temu/measured-larger'],
    policy: measuredLarger as PolicyFile,
    minimum: '0',
    maximum: '100',
  },
  {
    fact: 'ratioMin',
    kind: 'decimal',
    rules: ['temu/retail-price-ratio'],
    policy: retailPriceRatio as PolicyFile,
    minimum: '0.1',
    maximum: '100',
    notAbove: 'ratioMax',
  },
  {
    fact: 'ratioMax',
    kind: 'decimal',
    rules: ['temu/retail-price-ratio'],
    policy: retailPriceRatio as PolicyFile,
    minimum: '0.1',
    maximum: '1000',
  },
  {
    fact: 'minWords',
    kind: 'count',
    rules: ['temu/title-min-words-semi'],
    policy: titleMinWords as PolicyFile,
    minimum: '1',
    maximum: '50',
  },
  {
    fact: 'warnAtPoints',
    kind: 'count',
    rules: ['tiktok/violation-points'],
    policy: null,
    minimum: '1',
    maximum: '47',
  },
] as const satisfies readonly Threshold[];

export type ThresholdName = (typeof thresholds)[number]['fact'];

export const thresholdNames = thresholds.map(({ fact }) => fact) as readonly ThresholdName[];

/** A threshold by its fact's name; undefined for another fact. */
export function thresholdOf(fact: string): (Threshold & { readonly fact: ThresholdName }) | undefined {
  return thresholds.find((one) => one.fact === fact);
}

/** The default until the seller chooses: the policy's latest value in force, exact; null if there is none. */
export function usualValue({ fact, policy }: Threshold): string | null {
  const value = policy?.periods.findLast(({ status }) => status === 'in-force')?.values?.[fact];
  return value === undefined ? null : String(value);
}

const DECIMAL = /^\d{1,12}(?:\.\d{1,6})?$/;

/** Whether a text is an allowed number for a threshold. */
export function isAllowed({ kind, minimum, maximum }: Threshold, text: string): boolean {
  if (!DECIMAL.test(text) || (kind === 'count' && text.includes('.'))) return false;
  const value = new Big(text);
  return value.gte(minimum) && value.lte(maximum);
}
