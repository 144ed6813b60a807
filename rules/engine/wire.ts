import type { Big } from 'big.js';
import { type FactName, factKinds, type Kind, type WireValue } from './facts.ts';
import { type FigureName, figureKinds } from './figures.ts';
import type { Figures } from './outcome.ts';

/** A figure as it travels and is stored. Exact decimals are strings. */
export type WireFigure = string | number | boolean | readonly string[];

/** A fact's value as a displayable figure; null for rows, prices by site and colours, which their own fields show. */
export function asFigure(value: WireValue | undefined): WireFigure | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value;
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? (value as readonly string[]) : null;
}
export type WireFigures = { readonly [name: string]: WireFigure };

/** Unit of a figure, fact or fix by name; null for an unknown name. */
export function kindOf(name: string): Kind | null {
  if (Object.hasOwn(factKinds, name)) return factKinds[name as FactName];
  if (Object.hasOwn(figureKinds, name)) return figureKinds[name as FigureName];
  return null;
}

/**
 * Figures with exact decimals as text. Money has at least the currency's digits ("38.50", JPY "38") and keeps further
 * ones. Unknown figures are omitted.
 */
export function toWire(figures: Figures, digits: number): WireFigures {
  const wire: Record<string, WireFigure> = {};
  for (const [name, figure] of Object.entries(figures)) {
    if (figure === null || figure === undefined) continue;
    wire[name] = isDecimal(figure) ? decimalText(figure, kindOf(name) === 'money' ? digits : 0) : figure;
  }
  return wire;
}

function isDecimal(figure: WireFigure | Big): figure is Big {
  return typeof figure === 'object' && 'toFixed' in figure;
}

function decimalText(value: Big, minimumDigits: number): string {
  const decimals = Math.max(minimumDigits, value.c.length - 1 - value.e);
  return value.toFixed(decimals);
}
