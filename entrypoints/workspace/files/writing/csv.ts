/** Signs with which a spreadsheet takes a cell for a formula, in their full width too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/u;

/** A row without its end. Whatever a cell says, no spreadsheet runs it: an apostrophe makes it text. Numbers stay numbers. */
export function csvRow(cells: readonly (string | number)[]): string {
  return cells.map((cell) => quoted(asText(String(cell)))).join(',');
}

function asText(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
