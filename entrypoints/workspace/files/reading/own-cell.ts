import { type FactName, factKinds, type WireValue } from '../../../../rules/engine/facts.ts';
import type { Marketplace, Site } from '../../../../rules/engine/sites.ts';
import { parseCount, parseDecimal, parseMoney, parsePercent } from '../../../background/understanding/numbers.ts';
import { conditionIn } from './conditions.ts';
import { siteDayLocale, siteLocale } from './site-locale.ts';
import { dayIn } from './spreadsheet-days.ts';

/** How cells of a seller's own table are written. */
export interface Writing {
  /** Of numbers and words, BCP 47. */
  readonly locale: string;
  /** Of days, BCP 47. */
  readonly dayLocale: string;
  /** ISO 4217 code of the store's prices. */
  readonly currency: string;
}

/** How the sellers of a site write. */
export function writingOf(marketplace: Marketplace, site: Site, currency: string): Writing {
  return { locale: siteLocale(marketplace, site), dayLocale: siteDayLocale(marketplace, site), currency };
}

/** A filled cell of a seller's own table as a fact; undefined where it is not understood. Text stays as it is. */
export function ownCell(fact: FactName, cell: string, { locale, dayLocale, currency }: Writing): WireValue | undefined {
  if (fact === 'condition') return conditionIn(cell, locale);
  switch (factKinds[fact]) {
    case 'money':
      return moneyIn(cell, locale, currency);
    case 'percent':
      return parsePercent(cell, locale);
    case 'decimal':
      return parseDecimal(cell, locale);
    case 'count':
      return wholeNumber(cell, locale);
    case 'day':
      return dayIn(cell, dayLocale);
    default:
      return cell;
  }
}

/**
 * A whole number as spreadsheets write one: "12", "1,250", and with a fraction of nothing, "1.0", "1,00". With three
 * zeros behind a separator nobody knows whether it is a thousand.
 */
export function wholeNumber(cell: string, locale: string): number | undefined {
  const count = parseCount(cell, locale);
  if (count !== undefined) return count;
  const [, whole = ''] = /^(.*\d)[.,]0{1,2}$/su.exec(cell.trim()) ?? [];
  return whole === '' ? undefined : parseCount(whole, locale);
}

/** An amount in another currency is not one of the store's. */
function moneyIn(cell: string, locale: string, currency: string): string | undefined {
  // In China the yen sign is the yuan's.
  const written = currency === 'CNY' ? cell.replaceAll(/[¥￥]/g, '') : cell;
  const money = parseMoney(written, locale, currency);
  return money && (money.currency ?? currency) === currency ? money.amount : undefined;
}
