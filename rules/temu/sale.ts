import type { Sale } from '../fees/margin.ts';

/** Temu pays the declared price; what it charges beside that is in no public table. */
export const temuSale: Sale = ({ declaredPrice }, { digits }) => ({
  price: declaredPrice?.toFixed(digits) ?? null,
  fees: [],
  open: [],
});
