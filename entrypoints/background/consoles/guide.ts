import type { NoticeWording } from '../../console.content/reading/notices.ts';
import type { Layout } from './reader.ts';

/**
 * All that is needed to read one page: plain data, sent by the background for the page's address, so that the script in
 * the page holds no words and no anchors of any marketplace.
 */
export interface Guide {
  readonly readers: readonly PageGuide[];
  readonly store: StoreGuide;
  readonly currency: CurrencyPatterns;
}

/** Regular expressions without flags, matched in any case against a whole visible text. */
export interface CurrencyPatterns {
  /** A currency mark alone: `$`, `USD$`, `EUR`. */
  readonly mark: string;
  /** One amount with a mark. */
  readonly money: string;
}

/** How to prove and read one page kind. */
export interface PageGuide {
  readonly id: string;
  /** Tried in order. */
  readonly layouts: readonly Layout[];
  /** The console's own sentences that may stand on this page. */
  readonly notices: readonly NoticeWording[];
}

/** A text in the page's local storage: all of an entry, or what stands at a path of names in its JSON. */
export interface StoragePlace {
  readonly key: string;
  /** Names joined by points: `shop.shop_id`. */
  readonly path?: string;
}

/** Where a page says which store it shows. Of several selectors or places the first that holds a text wins. */
export interface StoreGuide {
  readonly sellerName: readonly string[];
  readonly country: readonly string[];
  /** A list whose chosen entry names the store. */
  readonly picker?: string;
  readonly sellerId: { readonly selector?: string; readonly attribute?: string; readonly parameter: string };
  /** Global variable of the page that holds the marketplace id; read from the text of its scripts. */
  readonly pageGlobal?: string;
  readonly storage?: {
    readonly sellerName?: readonly StoragePlace[];
    readonly sellerId?: readonly StoragePlace[];
    readonly site?: readonly StoragePlace[];
  };
  /** Parameters of the address that name the marketplace. */
  readonly siteParameters: readonly string[];
  /** Parameter of the address that asks for an interface language, `en_US`. */
  readonly localeParameter: string;
}
