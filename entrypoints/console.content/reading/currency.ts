import type { CurrencyPatterns } from '../../background/consoles/guide.ts';

const NOTHING = /$^/;
let markPattern = NOTHING;
let moneyPattern = NOTHING;

/** Call with those of the guide before a page is read. */
export function knowCurrencies({ mark, money }: CurrencyPatterns): void {
  markPattern = new RegExp(mark, 'i');
  moneyPattern = new RegExp(money, 'i');
}

/** Whether a visible text is only a currency mark, such as `$`, `USD$` or `EUR`. */
export function isCurrencyMark(text: string): boolean {
  return markPattern.test(text);
}

/** Whether a visible text is one amount with a currency mark. Does not parse the amount. */
export function looksLikeMoney(text: string): boolean {
  return moneyPattern.test(text);
}
