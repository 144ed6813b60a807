// Class names come in families: `full_productInfo__x1` and `full_productInfoLeft__x2` are different elements. A
// selector therefore matches a whole stem, up to the suffix a build appends, or a whole ending, after the prefix of a
// component kit.

/**
 * Matches an element with a class that is this stem, alone or with a build's suffix: `stem__hash`, `stem_5-999-0`,
 * `stem--hash`.
 */
export function classStem(stem: string): string {
  return `${holding(stem)}:is(.${stem},${beginningWith(`${stem}_`)},${beginningWith(`${stem}--`)})`;
}

/** Matches an element with a class that starts like this. `start` ends at a word boundary: `content-`. */
export function classStart(start: string): string {
  return `${holding(start)}:is(${beginningWith(start)})`;
}

/** Matches an element with a class that ends like this, in any kit: `-table-tr` in `theme-arco-table-tr`. */
export function classEnd(end: string): string {
  return `${holding(end)}:is([class$="${end}"],[class*="${end} "])`;
}

/** Rules out most elements at once, which saves trying each form. */
function holding(part: string): string {
  return `[class*="${part}"]`;
}

function beginningWith(start: string): string {
  return `[class^="${start}"],[class*=" ${start}"]`;
}
