import { type Limits, type Policy, readPolicy } from '../engine/policy.ts';
import { Big } from '../measures/decimals.ts';
import file from '../policies/amazon/returns-fee.json' with { type: 'json' };

const shape = {
  /** With fewer units shipped in a month nothing is charged. */
  minUnits: 'count',
  /** Units of a new parent product that are free, and for how many days it is new. */
  newSelectionUnits: 'count',
  newSelectionDays: 'count',
  /** Fee categories that pay for every return instead. */
  everyReturnCategories: 'texts',
  returnLimits: 'table',
} as const;

export interface ReturnsTable extends Omit<Limits<typeof shape>, 'returnLimits'> {
  /** Return rate in percent by fee category, above which returns are charged. */
  readonly returnLimits: ReadonlyMap<string, Big>;
}

export const returnsFees: Policy<ReturnsTable> = readTables();

function readTables(): Policy<ReturnsTable> {
  const policy = readPolicy(file, shape);
  return {
    ...policy,
    periods: policy.periods.map(({ values, ...period }) => ({
      ...period,
      values: values && { ...values, returnLimits: readLimits(values.returnLimits) },
    })),
  };
}

function readLimits(limits: Record<string, string>): ReturnsTable['returnLimits'] {
  return new Map(Object.entries(limits).map(([category, percent]) => [category, new Big(percent)]));
}
