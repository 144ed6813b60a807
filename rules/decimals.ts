import { Big } from 'big.js';

// A quotient's digits beyond this decide no rounding here: amounts have at most 10 decimals and 15 digits before them.
Big.DP = 30;

/** Rounds down to a multiple of the currency's minor unit; for the highest value that still passes. */
export function floorTo(value: Big, digits: number): Big {
  const rounded = value.round(digits, Big.roundDown);
  return rounded.gt(value) ? rounded.minus(unit(digits)) : rounded;
}

/** Rounds up to a multiple of the currency's minor unit; for the lowest value that still passes. */
export function ceilTo(value: Big, digits: number): Big {
  const rounded = value.round(digits, Big.roundDown);
  return rounded.lt(value) ? rounded.plus(unit(digits)) : rounded;
}

/** Rounds to the nearest minor unit, half up; for fees. */
export function roundTo(value: Big, digits: number): Big {
  return value.round(digits, Big.roundHalfUp);
}

/** One minor unit: 0.01 for two digits, 1 for none. */
export function unit(digits: number): Big {
  return new Big(10).pow(-digits);
}

/** `value` percent as a factor: 5 gives 0.05. */
export function percent(value: Big): Big {
  return value.div(100);
}

export function smaller(a: Big, b: Big): Big {
  return a.lt(b) ? a : b;
}

export function larger(a: Big, b: Big): Big {
  return a.gt(b) ? a : b;
}

export { Big };
