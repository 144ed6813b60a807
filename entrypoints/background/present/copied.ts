import { fieldsFor } from '../../../rules/engine/typed-into.ts';
import { kindOf, type WireFigure } from '../../../rules/engine/wire.ts';
import type { Finding } from '../rows/finding.ts';

/**
 * A value as typed into the console: the page's decimal separator and day order, without grouping or currency signs.
 * Null for values that cannot be typed. `pageLanguage`: the page's BCP 47 language; null: exact numbers and ISO days.
 */
export function typed(name: string, value: WireFigure, pageLanguage: string | null): string | null {
  if (typeof value === 'boolean' || Array.isArray(value)) return null;
  const text = String(value);
  const kind = kindOf(name);
  if (kind === 'day') return pageLanguage === null ? text : dayIn(pageLanguage, text);
  if (kind !== 'money' && kind !== 'percent' && kind !== 'decimal') return text;
  return pageLanguage === null ? text : text.replace('.', decimalSeparator(pageLanguage));
}

/** Whether a number of a fix is a value to enter, and so deserves a copy button. */
export function isEntered(name: string, { marks }: Pick<Finding, 'marks'>): boolean {
  return fieldsFor(name, marks).length > 0;
}

function decimalSeparator(language: string): string {
  try {
    const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1.5);
    return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  } catch {
    // The page's language attribute may hold anything.
    return '.';
  }
}

function dayIn(language: string, iso: string): string {
  try {
    const options = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      timeZone: 'UTC',
      // No console accepts years of the Thai calendar.
      calendar: 'gregory',
      numberingSystem: 'latn',
    } as const;
    return new Intl.DateTimeFormat(language, options).format(Date.parse(iso));
  } catch {
    return iso;
  }
}
