/** One figure of the bench. */
export interface Row {
  /** Tells it from the other figures of its part, in this run and in those that were kept. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The largest value that is not too much; nothing for figures that are only told. */
  readonly budget?: number;
  /** What else belongs to this run's value, such as the page it was measured on. */
  readonly note?: string;
}

/** What is measured together. Throws when it could not be measured. */
export type Measure = () => Promise<readonly Row[]>;

/** How often each part measures; figures are medians unless their row says otherwise. */
export const ROUNDS = Number(process.env.PREFLIGHT_BENCH_ROUNDS ?? 7);
