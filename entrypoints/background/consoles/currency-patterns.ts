import type { CurrencyPatterns } from './guide.ts';

/**
 * Currency marks in the consoles' shops: a sign, a code, or both. Which currency a mark means is understood later; in
 * the page they only tell a unit from a label.
 */
const CODE = '(?:USD|CAD|MXN|BRL|GBP|EUR|SEK|PLN|TRY|AED|SAR|EGP|ZAR|INR|SGD|AUD|JPY|CNY|MYR|THB|PHP|VND|IDR)';
// Signs as a range: browsers build the class of all currency signs slowly.
const SIGN = '[$£¥￥฿₠-⃀]';
const WORD = String.raw`円|元|人民币|美元|RMB|RS\.?|RP\.?|RM|ZŁ|KR|TL|R|Đ|د\.إ|ر\.س|ج\.م`;
const MARK = String.raw`(?:(?:${CODE}|US|CA?|AU?|SG?|MX|R)?\s*${SIGN}|${CODE}|${WORD})`;
const NUMBER = String.raw`\d(?:[\d.,\s'’]*\d)?`;

/** Patterns of whole texts, in any case. */
export const currencyPatterns: CurrencyPatterns = {
  mark: `^${MARK}$`,
  money: String.raw`^(?:${MARK}\s*${NUMBER}(?:\s*${MARK})?|${NUMBER}\s*${MARK})$`,
};
