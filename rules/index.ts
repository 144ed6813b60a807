import { amazonRules } from './amazon/index.ts';
import { amazonSale } from './amazon/sale.ts';
import type { Rule } from './engine/rule.ts';
import { byMarketplace, type Marketplace, marketplaces } from './engine/sites.ts';
import type { Sale } from './fees/margin.ts';
import { temuRules } from './temu/index.ts';
import { temuSale } from './temu/sale.ts';
import { tiktokRules } from './tiktok/index.ts';
import { tiktokSale } from './tiktok/sale.ts';

/** What each marketplace demands and what it charges. */
const books: Readonly<Record<Marketplace, { readonly rules: readonly Rule[]; readonly sale: Sale }>> = {
  amazon: { rules: amazonRules, sale: amazonSale },
  temu: { rules: temuRules, sale: temuSale },
  tiktok: { rules: tiktokRules, sale: tiktokSale },
};

/** Every rule of every marketplace. */
export const allRules: readonly Rule[] = marketplaces.flatMap((marketplace) => books[marketplace].rules);

export const sales: Readonly<Record<Marketplace, Sale>> = byMarketplace(({ name }) => books[name].sale);
