import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { TextName } from './texts.ts';

/** On which pages of each console something is checked. */
export const marketplacePages: Readonly<Record<Marketplace, TextName>> = {
  amazon: 'emptyAmazon',
  temu: 'emptyTemu',
  tiktok: 'emptyTiktok',
};
