import { type FactName, factKinds, type WireValue } from '../../../../rules/engine/facts.ts';
import { parseDay } from '../../../background/understanding/days.ts';
import { parseCount, parseDecimal, parseMoney, parsePercent } from '../../../background/understanding/numbers.ts';

/** How cells of a seller's own table are written. */
export interface Writing {
  /** BCP 47, as of `siteLocale`. */
  readonly locale: string;
  /** ISO 4217 code of the store's prices. */
  readonly currency: string;
}

/** A filled cell of a seller's own table as a fact; undefined where it is not understood. Text stays as it is. */
export function ownCell(fact: FactName, cell: string, { locale, currency }: Writing): WireValue | undefined {
  switch (factKinds[fact]) {
    case 'money':
      return moneyIn(cell, locale, currency);
    case 'percent':
      return parsePercent(cell, locale);
    case 'decimal':
      return parseDecimal(cell, locale);
    case 'count':
      return parseCount(cell, locale);
    case 'day':
      return parseDay(cell, locale);
    default:
      return cell;
  }
}

/** An amount in another currency is not one of the store's. */
function moneyIn(cell: string, locale: string, currency: string): string | undefined {
  // In China the yen sign is the yuan's.
  const written = currency === 'CNY' ? cell.replaceAll(/[¥￥]/g, '') : cell;
  const money = parseMoney(written, locale, currency);
  return money && (money.currency ?? currency) === currency ? money.amount : undefined;
}
