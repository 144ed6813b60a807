// Classes come in families: `full_productInfo__x1` is another element than `full_productInfoLeft__x2`. A selector names a
// whole stem, up to the suffix that a build gives it, or a whole ending, behind the prefix of a component kit.

/** One of an element's classes is this stem, alone or with a build's suffix: `stem__hash`, `stem_5-999-0`, `stem--hash`. */
export function classStem(stem: string): string {
  return `${holding(stem)}:is(.${stem},${beginningWith(`${stem}_`)},${beginningWith(`${stem}--`)})`;
}

/** One of an element's classes begins so. `start` ends where a word does: `content-`. */
export function classStart(start: string): string {
  return `${holding(start)}:is(${beginningWith(start)})`;
}

/** One of an element's classes ends so, whatever kit it is of: `-table-tr` in `theme-arco-table-tr`. */
export function classEnd(end: string): string {
  return `${holding(end)}:is([class$="${end}"],[class*="${end} "])`;
}

/** Says of most elements at once that they are none, which saves looking for each of the forms. */
function holding(part: string): string {
  return `[class*="${part}"]`;
}

function beginningWith(start: string): string {
  return `[class^="${start}"],[class*=" ${start}"]`;
}
