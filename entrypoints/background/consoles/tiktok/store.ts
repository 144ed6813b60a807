import { sitesOf } from '../../../../rules/engine/sites.ts';
import type { StoreMark } from '../../../console.content/reading/reading.ts';
import type { StoragePlace, StoreGuide } from '../guide.ts';

/** Console hosts with the site each stands for, or null where it stands for several. Consoles reference 2.1. */
export const tiktokHosts: { readonly [host: string]: string | null } = {
  'seller-us.tiktok.com': 'US',
  'seller-uk.tiktok.com': 'UK',
  'seller-ie.tiktok.com': 'IE',
  'seller-es.tiktok.com': 'ES',
  'seller-fr.tiktok.com': 'FR',
  'seller-de.tiktok.com': 'DE',
  'seller-it.tiktok.com': 'IT',
  'seller-mx.tiktok.com': 'MX',
  'seller-br.tiktok.com': 'BR',
  'seller-jp.tiktok.com': 'JP',
  'seller-sg.tiktok.com': 'SG',
  'seller-my.tiktok.com': 'MY',
  'seller-th.tiktok.com': 'TH',
  'seller-ph.tiktok.com': 'PH',
  'seller-vn.tiktok.com': 'VN',
  'seller-id.tokopedia.com': 'ID',
  // Before the move to Tokopedia.
  'seller-id.tiktok.com': 'ID',
  'seller.us.tiktokshopglobalselling.com': 'US',
  // The United Kingdom and four countries of the European Union.
  'seller.eu.tiktokshopglobalselling.com': null,
  'seller.tiktokshopglobalselling.com': null,
  // Older, still linked.
  'seller.tiktokglobalshop.com': null,
};

const ACCOUNT = 'ecom_seller_base_account_info';

/** A name of the account entry, whose payload stands in `value.data`, in `data` or flat. Consoles reference 4. */
function inAccount(path: string): StoragePlace[] {
  return ['value.data.', 'data.', ''].map((before) => ({ key: ACCOUNT, path: `${before}${path}` }));
}

/** Where the console says which shop it shows. Nothing of the header is documented, only its storage and address. */
export const tiktokStore: StoreGuide = {
  sellerName: [],
  country: [],
  sellerId: { parameter: 'shop_id' },
  storage: {
    sellerName: [...inAccount('shop.shop_name'), ...inAccount('global_seller.global_seller_name')],
    sellerId: inAccount('shop.shop_id'),
    site: [...inAccount('shop.region'), { key: 'current_shop_region' }],
  },
  siteParameters: ['shop_region'],
  // Documented for the academy only.
  localeParameter: 'lang',
};

/** The site that a mark names, or null when it names none. Regions are ISO 3166 codes: the United Kingdom is GB. */
export function tiktokSite({ text }: StoreMark, _language: string): string | null {
  // An entry of its own may be kept as JSON: "US" with its quotes.
  const region = text.replace(/^"(.*)"$/, '$1').toUpperCase();
  const site = region === 'GB' ? 'UK' : region;
  return sitesOf.tiktok.includes(site) ? site : null;
}

/** A shop's id, or null for what is none. */
export function tiktokSellerId(text: string | null): string | null {
  return text !== null && /^\d{15,20}$/.test(text) ? text : null;
}
