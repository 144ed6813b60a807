import { classStem } from '../../../console.content/reading/class-names.ts';
import type { StoreMark } from '../../../console.content/reading/reading.ts';
import { labelKey } from '../../../console.content/reading/text.ts';
import type { StoreGuide } from '../guide.ts';
import { regions } from './labels.ts';

/** Console hosts with the site each stands for, or null where it stands for several. Consoles reference, section 2. */
export const temuHosts: { readonly [host: string]: string | null } = {
  'agentseller.temu.com': 'global',
  'agentseller-us.temu.com': 'us',
  'agentseller-eu.temu.com': 'eu',
  'seller.kuajingmaihuo.com': null,
};

const MALL = classStem('account-info_mallInfo');
const REGION = classStem('index-module__drLabel');

/**
 * Where the console says which store it shows: consoles reference, section 4. One store has the same id on the hosts of
 * every region. The address names neither store nor site nor language.
 */
export const temuStore: StoreGuide = {
  sellerName: [`${MALL} [data-testid="beast-core-ellipsis"]`, MALL],
  country: [
    `${classStem('index-module__routeName')} ${REGION}`,
    REGION,
    `a${classStem('index-module__drItem')}${classStem('index-module__active')}`,
  ],
  sellerId: { parameter: '' },
  storage: { sellerId: [{ key: 'agentseller-mall-info-id' }, { key: 'mall-info-id' }] },
  siteParameters: [],
  localeParameter: '',
};

const byRegion = new Map(
  Object.entries(regions).flatMap(([site, words]) =>
    Object.values(words)
      .flat()
      .map((name) => [labelKey(name), site] as const),
  ),
);

/**
 * The site that a mark on a page names, or null when it names none: 商家中心 is the console of every region. The names
 * are few and never mean two regions, so the page's language does not matter.
 */
export function temuSite({ text }: StoreMark, _language: string): string | null {
  return byRegion.get(labelKey(text)) ?? null;
}

/** A store's id, digits only, or null for what is none. */
export function temuSellerId(text: string | null): string | null {
  return text && /^\d{6,20}$/.test(text) ? text : null;
}
