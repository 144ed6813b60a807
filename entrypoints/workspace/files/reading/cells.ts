import { type FactName, factKinds, isFactName, type Kind, type WireValue } from '../../../../rules/engine/facts.ts';
import { codesIn } from '../../../../rules/measures/error-codes.ts';
import { conditionIn } from './conditions.ts';

/** What a cell says: a value in wire form, null for "known to be empty", undefined for "not known". */
export type CellValue = WireValue | undefined;

/** How an empty cell is meant. */
export type Blank = 'unknown' | 'empty';

const YES = /^(?:true|yes|y|1|是)$/iu;
const NO = /^(?:false|no|n|0|否)$/iu;

/**
 * Reads a cell as the fact of its column. "?" is not known whatever `blank` says. What is no value of the fact's kind is
 * handed on as it is, for `parseFacts` to refuse.
 */
export function cellValue(name: FactName, cell: string, blank: Blank): CellValue {
  const text = cell.trim();
  if (text === '') return blank === 'empty' ? null : undefined;
  if (text === '?') return undefined;
  // A condition that is not understood is none: it must not count as a used one.
  if (name === 'condition') return conditionIn(text, null);
  if (name === 'errorCodes') return errorCodes(text);
  switch (factKinds[name]) {
    case 'percent':
      return text.replace(/\s*[%％]$/u, '');
    case 'count':
      return text.replace(/[.,]0{1,2}$/u, '');
    case 'flag':
      if (YES.test(text)) return true;
      return NO.test(text) ? false : text;
    case 'moment':
      return text.replace(' ', 'T');
    case 'texts':
    case 'moneys':
    case 'rows':
    case 'prices':
    case 'colours':
      return exactValue(factKinds[name], parsed(text));
    default:
      return text;
  }
}

/** A cell without any code is no list of codes, and is refused rather than taken for none. */
function errorCodes(text: string): CellValue {
  const codes = codesIn(text);
  return codes.length > 0 ? codes : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A value of a JSON line as the fact of its key. Left out or undefined: not known; null: known to be empty. */
export function jsonValue(name: FactName, value: unknown): CellValue {
  return exactValue(factKinds[name], value) as CellValue;
}

/** Digits that a binary number holds exactly as they were written. */
const EXACT_DIGITS = 15;

/** JSON writes amounts as numbers; here they are exact text. Everything else stays as it is. */
function exactValue(kind: Kind, value: unknown): WireValue {
  if (typeof value === 'number' && (kind === 'money' || kind === 'percent' || kind === 'decimal')) return exact(value);
  if (kind === 'moneys' && Array.isArray(value)) return value.map((amount) => exactValue('money', amount)) as string[];
  if (kind === 'rows' && Array.isArray(value)) return value.map(exactRow);
  if (kind === 'prices' && isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([site, price]) => [site, exactValue('money', price)])) as {
      [site: string]: string;
    };
  return value as WireValue;
}

function exactRow(row: unknown): { [name: string]: WireValue } {
  if (!isRecord(row)) return row as { [name: string]: WireValue };
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      isFactName(name) ? exactValue(factKinds[name], value) : (value as WireValue),
    ]),
  );
}

function exact(value: number): WireValue {
  const text = String(value);
  return text.replace(/\D/gu, '').length <= EXACT_DIGITS ? text : value;
}

function isRecord(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
