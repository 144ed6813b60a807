import type { NoticeWording } from '../../../console.content/reading/notices.ts';

/** An amount as it may be written: currency before or behind, ending with the last digit or the currency. */
const CURRENCY =
  '(?:\\p{Sc}|円|zł|kr|TL|[A-Z]{2}\\$|EUR|GBP|USD|CAD|MXN|BRL|SEK|PLN|TRY|AED|SAR|EGP|ZAR|INR|SGD|AUD|JPY)';
const AMOUNT = `((?:${CURRENCY}\\s?){0,2}\\d(?:[\\d.,\u00a0\u202f ]*\\d)?(?:\\s?${CURRENCY})?)`;

const amount = (before: string): string => `${before}\\s*${AMOUNT}`;

/**
 * Amazon's coupon errors. English: help page "Understanding coupon errors" (GLBL4T5C9UAB9T5P) and its predecessor of
 * early 2024. German: names in the notice of 2024-03. Chinese: the 30-day rule as quoted by sellers, and words reported
 * in 2025-11; the current Chinese sentences are not public, so single words count there, in an alert only.
 */
export const couponNotices: readonly NoticeWording[] = [
  {
    kind: 'price-above-was',
    sentence: /\bDecrease (?:the )?Your Price\b/.source,
    amounts: {
      currentPrice: amount('(?<!Decrease )Your Price:'),
      suggestedYourPrice: amount('Decrease (?:the )?Your Price to'),
    },
  },
  {
    kind: 'net-not-below-was',
    sentence: /\bIncrease coupon discount\b|\bCurrent Net Price\b|\bRequired Net Price\b/.source,
    amounts: {
      currentNetPrice: amount('Current Net Price:[^\\n=]*='),
      requiredNetPrice: amount('Required Net Price:'),
    },
  },
  {
    kind: 'net-not-below-was',
    sentence: /^Increase discount$|^Rabatt erhöhen$/.source,
    inAlert: true,
  },
  {
    kind: 'net-not-below-was',
    sentence: /Promotion price \(buyable price ?- ?discount value\) must be lower/.source,
  },
  {
    kind: 'no-sales-history',
    sentence: /Insufficient sales history|do not have a sufficient sales history/.source,
  },
  {
    kind: 'discount-minimum',
    sentence: /Minimum Discount Issue|Discount must be a minimum of|未满足最低折扣要求/.source,
  },
  {
    kind: 'discount-maximum',
    sentence: /Maximum Discount Issue|Discount must be a maximum of/.source,
  },
  {
    kind: 'low-inventory',
    sentence: /excluded this ASIN from your coupon due to insufficient inventory/.source,
  },
  {
    kind: 'price-history-older',
    sentence:
      /Price history issue|meet coupon price history requirements|Problem mit dem Preisverlauf|折扣价格至少比过去 ?30 ?天内的最低商品价格低/
        .source,
  },
  { kind: 'no-sales-history', sentence: /销售历史|sales history/.source, inAlert: true },
  { kind: 'discount-minimum', sentence: /最低折扣/.source, inAlert: true },
  { kind: 'price-history-older', sentence: /Was Price|历史售价|历史价格|参考价/.source, inAlert: true },
];
