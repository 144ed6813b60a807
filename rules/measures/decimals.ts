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

// Works out only the digits that are asked for: the 30 of a quotient otherwise take several times as long.
const Short = Big();

function quotient(a: Big, b: Big, digits: number, rounding: 0 | 1): Big {
  Short.DP = digits;
  Short.RM = rounding;
  return new Big(new Short(a).div(b));
}

/** `a / b` rounded down like `floorTo`; `b` is positive. */
export function floorQuotient(a: Big, b: Big, digits: number): Big {
  const rounded = quotient(a, b, digits, Big.roundDown);
  return rounded.times(b).gt(a) ? rounded.minus(unit(digits)) : rounded;
}

/** `a / b` rounded up like `ceilTo`; `b` is positive. */
export function ceilQuotient(a: Big, b: Big, digits: number): Big {
  const rounded = quotient(a, b, digits, Big.roundDown);
  return rounded.times(b).lt(a) ? rounded.plus(unit(digits)) : rounded;
}

/** `a / b` rounded like `roundTo`. */
export function roundQuotient(a: Big, b: Big, digits: number): Big {
  return quotient(a, b, digits, Big.roundHalfUp);
}

const units: Big[] = [];

/** One minor unit: 0.01 for two digits, 1 for none. */
export function unit(digits: number): Big {
  units[digits] ??= new Big(10).pow(-digits);
  return units[digits];
}

// Read off the digits, in a tenth of the time of big.js, which makes another number of the 0 or rounds a copy first.

export function isPositive(value: Big): boolean {
  return value.s > 0 && value.c[0] !== 0;
}

/** Digits after the point, without zeros at the end. */
export function decimalPlaces(value: Big): number {
  return Math.max(0, value.c.length - 1 - value.e);
}

/** Whether a number has at most so many digits before its point. */
export function fitsDigits(value: Big, digits: number): boolean {
  return value.e < digits;
}

const HUNDREDTH = new Big('0.01');

/** `value` percent as a factor: 5 gives 0.05. Exact, and a fifth of the time of a division, which works out 30 digits. */
export function percent(value: Big): Big {
  return value.times(HUNDREDTH);
}

export function smaller(a: Big, b: Big): Big {
  return a.lt(b) ? a : b;
}

export function larger(a: Big, b: Big): Big {
  return a.gt(b) ? a : b;
}

export { Big };
