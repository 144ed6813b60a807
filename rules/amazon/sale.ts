import { feeLines } from '../fees/lines.ts';
import type { Sale } from '../fees/margin.ts';

export const amazonSale: Sale = (facts, { site, day }) => {
  const { lines, open, price } = feeLines(facts, { site, day });
  return { price, fees: lines, open };
};
