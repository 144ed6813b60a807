import { type ListingCheck, storeCheck } from '../../../entrypoints/background/database/checks.ts';
import { marginOn, storedMargin } from '../../../entrypoints/background/listings/margin.ts';
import { gatherFacts } from '../../../entrypoints/background/page/facts.ts';
import { judge } from '../../../entrypoints/background/page/judging.ts';
import { listingIn } from '../../../entrypoints/background/rows/listing-identity.ts';
import type { SeenFacts, StoreRow } from '../../../entrypoints/background/rows/rows.ts';
import { dayIn } from '../../../entrypoints/background/understanding/site-days.ts';
import { timeZoneOf } from '../../../entrypoints/background/understanding/time-zones.ts';
import type { WireFacts } from '../../../rules/engine/facts.ts';

/** Pages on which the demo listings were seen. */
const pages: { readonly [marketplace: string]: string } = {
  amazon: 'amazon/manage-inventory',
  temu: 'temu/goods-list',
  tiktok: 'tiktok/product-list',
};

const nouns = [
  '马克杯 Stoneware mug',
  'Cutting board, bamboo',
  '保温杯 Travel tumbler',
  'Desk lamp',
  '收纳盒 Storage box',
];

/** Synthetic facts of the listing with a number: some are fine, some have problems. */
function demoFacts(marketplace: StoreRow['marketplace'], index: number, visit: number): WireFacts {
  const code = `DEMO-${String(index).padStart(5, '0')}`;
  const price = (14 + ((index * 37) % 400) / 10 + ((visit * 7) % 5)).toFixed(2);
  if (marketplace === 'temu')
    return {
      sku: String(70_000_000 + index),
      itemCode: code,
      productName: `${nouns[index % nouns.length]} ${index}`,
      declaredPrice: price,
      ...(index % 3 === 0 ? { comparablePrice: (Number(price) - 2).toFixed(2), orders30d: 10 + (index % 90) } : {}),
    };
  if (marketplace === 'tiktok') return { productId: String(80_000_000 + index), sellerSku: code, price };
  return {
    sku: code,
    asin: `B0DEMO${String(index).padStart(4, '0')}`,
    title: `${nouns[index % nouns.length]} ${index}`,
    yourPrice: price,
    fulfilment: index % 2 === 0 ? 'AFN' : 'MFN',
    quantity: index % 7,
    ...(index % 4 === 0 ? { salePrice: (Number(price) + 1).toFixed(2) } : {}),
    ...(index % 5 === 0 ? { minSellerPrice: null, maxSellerPrice: null } : {}),
    ...(index % 10 === 5 ? { wasPrice: (Number(price) - 1.5).toFixed(2) } : {}),
    ...(index % 6 === 0 ? { feeCategory: 'home', unitCost: '6.50' } : {}),
  };
}

/**
 * Checks and stores a store's first `count` demo listings with the real rules, as if a table had shown them.
 * @param visit 0 for the last one; an earlier one saw other prices
 */
export async function storeDemoListings(store: StoreRow, count: number, now: Date, visit = 0): Promise<void> {
  const { key, marketplace, site, currency } = store;
  const page = pages[marketplace];
  if (page === undefined) throw new Error(`There are no demo listings of ${marketplace}.`);
  const today = dayIn(timeZoneOf(marketplace, site), now);
  const context = { page, marketplace, site, currency, notices: [], shared: null, now, today, off: new Set<string>() };
  const checks = Array.from({ length: count }, (_, index): ListingCheck => {
    const facts = demoFacts(marketplace, index, visit);
    const fields = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, { state: 'read' as const, value: value ?? null, via: '' }]),
    );
    const identity = listingIn(fields);
    if (!identity) throw new Error('A demo listing has no name.');
    const gathered = gatherFacts(fields, identity, context, { entered: new Map(), seen: {}, paid: [] });
    const { findings, topics } = judge(gathered, context);
    const said: SeenFacts = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, { value: value ?? null, page, day: today }]),
    );
    const name = String(facts.title ?? facts.productName ?? facts.sellerSku);
    const address = 'https://sellercentral.amazon.com/myinventory/inventory';
    return {
      identity,
      name,
      currency,
      address,
      said,
      findings,
      topics,
      margin: storedMargin(marginOn(today, gathered.facts, context)),
    };
  });
  await storeCheck({ ...store, key, seen: today }, checks, now.getTime());
}
