import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import type { Site } from '../../../rules/engine/marketplace.ts';
import type { Big } from '../../../rules/measures/decimals.ts';
import type { StoreMark } from '../../console.content/reading/reading.ts';
import type { StoreGuide } from './guide.ts';
import type { Reader } from './reader.ts';

/** Beginning of a page's path, and its name in the console: both as in the consoles reference. */
export type UnreadPageName = readonly [path: RegExp, name: { readonly en: string; readonly 'zh-CN': string }];

export function inBoth(en: string, chinese: string): UnreadPageName[1] {
  return { en, 'zh-CN': chinese };
}

/** A made-up product in a form: no real listing, brand or shop. */
export interface Sample {
  readonly site: Site;
  readonly currency: string;
  /** The page kind it is judged as. */
  readonly page: string;
  /** The fields of the form, as they are filled in at first. */
  readonly filled: { readonly [Name in FactName]?: string };
  /** What a seller would have entered before. */
  readonly known: { readonly [Name in FactName]?: WireValue };
}

/** What is known of one marketplace's console. */
export interface Console {
  /** Hosts with the site each stands for, or null where it stands for several. */
  readonly hosts: { readonly [host: string]: string | null };
  /** Hosts of those that have none of the pages that are read. */
  readonly hostsWithoutPages?: readonly string[];
  readonly store: StoreGuide;
  readonly readers: readonly Reader[];
  /** Pages that no reader knows. */
  readonly unreadPages: readonly UnreadPageName[];
  /** The site that a mark on a page in `language` names, or null when it names none. */
  readonly site: (mark: StoreMark, language: string) => string | null;
  /** A seller's id, or null for a text that is none. */
  readonly sellerId: (text: string | null) => string | null;
  readonly sample: Sample;
  /** Prices from which a coupon may start and to which it may lead, by the Was Price; left out where nothing limits them. */
  readonly couponPrices?: (wasPrice: Big, day: string, site: Site, digits: number) => CouponPrices | null;
}

export interface CouponPrices {
  readonly maxPrice: Big;
  readonly maxNetPrice: Big;
}

/** What the worker needs of a marketplace beside its {@link defineMarketplace definition}. */
export function defineConsole(console: Console): Console {
  return console;
}
