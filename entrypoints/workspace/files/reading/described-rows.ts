import { type FactName, factKinds, type Kind } from '../../../../rules/engine/facts.ts';
import { isNaming } from '../../../background/understanding/naming.ts';
import type { Row } from './rows-of-text.ts';

/** Below the headings of some templates stand rows that explain them; more than these nobody has seen. */
const MOST_DESCRIBED = 4;

/** What is to be filled in, as templates say it under each heading. Inferred from everyday use. */
const MARKER =
  /^[[(（【]?(?:required|optional|mandatory|recommended|preferred|conditionally required|not required|必填|选填|非必填|可选|条件必填|必須|任意|推奨|pflichtfeld|erforderlich|optional|obligatoire|facultatif|obligatorio|opcional|obbligatorio|facoltativo)[\])）】]?[.:*。]?$/iu;

/** Kinds whose cells hold a figure. */
const FIGURES: ReadonlySet<Kind> = new Set(['money', 'percent', 'decimal', 'count', 'day', 'moment']);

/** Words, and no code: several words, or Chinese or Japanese of some length, without a digit. */
function isProse(cell: string): boolean {
  if (/\d/u.test(cell)) return /(?:\p{L}+\s+){4}/u.test(cell.slice(0, 200));
  return /\p{L}+\s+\p{L}+/u.test(cell.slice(0, 200)) || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{4}/u.test(cell);
}

/**
 * How many rows directly below the headings explain them and are no listings: each of their cells says whether it is to
 * be filled in, or the listing's name and every figure in them are sentences.
 * @param below the rows below the headings
 * @param columns what the columns hold; null where that is not known
 */
export function describedRows(below: readonly Row[], columns: readonly (FactName | null)[]): number {
  let count = 0;
  for (const row of below.slice(0, MOST_DESCRIBED)) {
    if (!isDescription(row, columns)) break;
    count += 1;
  }
  // Below the explanations stands something that they explain.
  return below.slice(count).some((row) => row.some((cell) => cell.trim() !== '')) ? count : 0;
}

function isDescription(row: Row, columns: readonly (FactName | null)[]): boolean {
  const filled = row.flatMap((cell, index): [string, FactName | null][] =>
    cell.trim() === '' ? [] : [[cell.trim(), columns[index] ?? null]],
  );
  if (filled.length < 2) return false;
  if (filled.every(([cell]) => MARKER.test(cell))) return true;
  const telling = filled.filter(([, fact]) => fact !== null && (isNaming(fact) || FIGURES.has(factKinds[fact])));
  const proseIn = (cells: typeof filled) => cells.filter(([cell]) => isProse(cell) || MARKER.test(cell)).length;
  // A figure that is written in words is no row of explanations as long as its SKU is one.
  return telling.length > 0 && proseIn(telling) === telling.length && proseIn(filled) * 3 >= filled.length * 2;
}
