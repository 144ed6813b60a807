import { type FactName, factKinds } from '../../../../rules/engine/facts.ts';
import type { Site } from '../../../../rules/engine/sites.ts';
import { amazonSite } from '../../../background/consoles/amazon/store.ts';
import type { Blank } from './cells.ts';
import { conditionIn } from './conditions.ts';
import type { ListingColumn, ListingFile, WordReader } from './listing-columns.ts';
import { siteDayLocale } from './site-locale.ts';
import { dayIn } from './spreadsheet-days.ts';

// Reports reference, section 9. Column keys are the same in every language; labels and values are not.

const fulfilment: WordReader = (code) => {
  if (code === 'DEFAULT') return 'MFN';
  return /^AMAZON(?:_|$)/u.test(code) ? 'AFN' : undefined;
};

const parentage: WordReader = (text) => (/^(?:parent|child)$/iu.test(text) ? text.toLowerCase() : undefined);

const readers: { readonly [Name in FactName]?: WordReader } = {
  fulfilment,
  parentage,
};

/** Keys of the unified template without their qualifiers, and path columns of the legacy one. */
const facts: Readonly<Record<string, FactName>> = {
  'contribution_sku#1.value': 'sku',
  'product_type#1.value': 'productType',
  'item_name#1.value': 'title',
  'brand#1.value': 'brand',
  'product_description#1.value': 'description',
  'generic_keyword#1.value': 'searchTerms',
  // Labelled "Item Highlight".
  'title_differentiation#1.value': 'itemHighlights',
  'condition_type#1.value': 'condition',
  'list_price#1.value': 'listPrice',
  'list_price#1.value_with_tax': 'listPrice',
  'purchasable_offer#1.our_price#1.schedule#1.value_with_tax': 'yourPrice',
  'purchasable_offer#1.discounted_price#1.schedule#1.value_with_tax': 'salePrice',
  'purchasable_offer#1.discounted_price#1.schedule#1.start_at': 'saleStart',
  'purchasable_offer#1.discounted_price#1.schedule#1.end_at': 'saleEnd',
  'purchasable_offer#1.minimum_seller_allowed_price#1.schedule#1.value_with_tax': 'minSellerPrice',
  'purchasable_offer#1.maximum_seller_allowed_price#1.schedule#1.value_with_tax': 'maxSellerPrice',
  'purchasable_offer#1.map_price#1.schedule#1.value_with_tax': 'mapPrice',
  'fulfillment_availability#1.fulfillment_channel_code': 'fulfilment',
  'fulfillment_availability#1.quantity': 'quantity',
  'fulfillment_availability#1.lead_time_to_ship_max_days': 'handlingDays',
  'parentage_level#1.value': 'parentage',
  // Legacy
  item_sku: 'sku',
  feed_product_type: 'productType',
  item_name: 'title',
  brand_name: 'brand',
  product_description: 'description',
  generic_keywords: 'searchTerms',
  title_differentiation: 'itemHighlights',
  condition_type: 'condition',
  list_price: 'listPrice',
  list_price_with_tax: 'listPrice',
  standard_price: 'yourPrice',
  sale_price: 'salePrice',
  sale_from_date: 'saleStart',
  sale_end_date: 'saleEnd',
  quantity: 'quantity',
};

const productIds: ReadonlySet<string> = new Set(['amzn1.volt.ca.product_id_value', 'external_product_id']);
const productIdTypes: ReadonlySet<string> = new Set(['amzn1.volt.ca.product_id_type', 'external_product_id_type']);
/** What is to be done with the row. The legacy column and the words are not in the samples: general knowledge. */
const actions: ReadonlySet<string> = new Set(['::record_action', 'update_delete']);

interface Key {
  readonly path: string;
  /** Marketplace id the column is for; null: for every one. */
  readonly marketplace: string | null;
  /** ALL, or B2B for business prices; null where the column has none. */
  readonly audience: string | null;
}

/** No key is longer, and looking for brackets in one costs the square of its length. */
const LONGEST_KEY = 1000;

function keyOf(heading: string): Key {
  if (heading.length > LONGEST_KEY) return { path: '', marketplace: null, audience: null };
  const qualifier = (name: string) => new RegExp(`\\[${name}=([^\\]]*)\\]`, 'u').exec(heading)?.[1] ?? null;
  return {
    path: heading.trim().replaceAll(/\[[^\]]*\]/gu, ''),
    marketplace: qualifier('marketplace_id'),
    audience: qualifier('audience'),
  };
}

/** Settings of the template in its first row, such as `attributeRow=5`, or null where there are none. */
function settingsOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, string> | null {
  const first = rows[0]?.find((cell) => /(?:TemplateType|feedType)=/u.test(cell));
  if (first === undefined) return null;
  const parts = (rows[0] ?? []).join('&').replace('settings=', '').split('&');
  return new Map(parts.flatMap((part) => (part.includes('=') ? [part.split('=', 2) as [string, string]] : [])));
}

/** Recognises Amazon's listing templates by their settings row; null for anything else. */
export function recogniseFlatFile(rows: readonly (readonly string[])[]): ListingFile | null {
  const settings = settingsOf(rows);
  if (!settings) return null;
  const isUnified = settings.get('TemplateType') === 'unified' || settings.get('feedType') === '256';
  const row = (name: string, usual: number) => Number(settings.get(name) ?? usual) - 1;
  const keyRow = isUnified ? row('attributeRow', 5) : 2;
  const keys = (rows[keyRow] ?? []).map(keyOf);
  const columns = keys.flatMap(({ path }, index) => columnOf(path, index));
  if (!columns.some((column) => column.holds === 'fact' && column.fact === 'sku')) return null;
  const primary = siteOf(settings.get('primaryMarketplaceId') ?? '');
  const others = keys.map(({ marketplace }) => (marketplace === null ? null : siteOf(marketplace)));
  const sites = [...new Set([primary, ...others])].filter((site) => site !== null);
  const language = settings.get('contentLanguageTag')?.replace('_', '-') ?? null;
  const action = keys.findIndex(({ path }) => actions.has(path));
  return {
    kind: isUnified ? 'unified-flat-file' : 'legacy-flat-file',
    headingRow: isUnified ? row('labelRow', 4) : 1,
    firstRow: isUnified ? row('dataRow', 7) : 3,
    sites,
    columnsFor: (site) =>
      columns
        .filter(({ index }) => holdsFor(keys[index] as Key, site))
        .map((column) => ({ ...column, ...inLanguage(column, site, language) })),
    unknownHeadings: [],
    blank: (cells) => blankOf(action < 0 ? '' : (cells[action] ?? '')),
  };
}

function columnOf(path: string, index: number): readonly ListingColumn[] {
  const bullet = /^bullet_point(?:#(\d+)\.value|(\d+))$/u.exec(path);
  if (bullet) return [{ index, holds: 'bullet', number: Number(bullet[1] ?? bullet[2]) }];
  if (productIds.has(path)) return [{ index, holds: 'product-id' }];
  if (productIdTypes.has(path)) return [{ index, holds: 'product-id-type' }];
  const fact = Object.hasOwn(facts, path) ? facts[path] : undefined;
  if (fact === undefined) return [];
  const words = readers[fact];
  return [{ index, holds: 'fact', fact, ...(words ? { words } : {}) }];
}

/** Conditions are written in the template's language, and sale days, alone or with a time behind them, as its site does. */
function inLanguage(column: ListingColumn, site: Site, language: string | null): { readonly words?: WordReader } {
  if (column.holds !== 'fact') return {};
  if (column.fact === 'condition') return { words: (text) => conditionIn(text, language) };
  if (factKinds[column.fact] !== 'day') return {};
  return { words: (text) => ISO_DAY.exec(text)?.[1] ?? dayIn(text, siteDayLocale('amazon', site)) };
}

/** As the template asks for days, alone or with a time behind them. */
const ISO_DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/u;

/** Business prices are other prices of the same listing. */
function holdsFor({ marketplace, audience }: Key, site: Site): boolean {
  if (audience !== null && audience !== 'ALL') return false;
  return marketplace === null || siteOf(marketplace) === site;
}

function siteOf(marketplaceId: string): Site | null {
  return amazonSite({ by: 'page-global', text: marketplaceId }, 'en');
}

/** An update leaves what is empty as it is; a whole listing has it empty. A listing that is deleted has no problems. */
function blankOf(action: string): Blank | null {
  if (/delete/iu.test(action)) return null;
  return /partial/iu.test(action) ? 'unknown' : 'empty';
}
