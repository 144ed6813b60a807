import { readFileSync } from 'node:fs';

const sample = `${import.meta.dirname}/../reports/amazon/flatfile_unified_feed256.tsv`;

/**
 * A listing template of Amazon's with many invented listings: every column of the sample, texts of a usual length, one
 * listing in ten with a forbidden phrase in its title and one in five with a list price below its price.
 */
export function listingTemplate(listings: number): Buffer {
  const head = readFileSync(sample, 'utf8').split('\n').slice(0, 6);
  const keys = head[4]?.split('\t') ?? [];
  const lines = Array.from({ length: listings }, (_, listing) => keys.map((key) => cellOf(key, listing)).join('\t'));
  return Buffer.from([...head, ...lines, ''].join('\n'));
}

function cellOf(key: string, listing: number): string {
  const bullet = /^bullet_point\[.*#(\d)/.exec(key);
  if (bullet) return `Holds 350 ml and is dishwasher safe, point ${bullet[1]} of demo listing ${listing}`;
  if (key.startsWith('contribution_sku')) return `DEMO-${listing}`;
  if (key.startsWith('item_name'))
    return `Demo mug 350 ml number ${listing} with handle and lid, invented${listing % 10 === 0 ? ' best seller!' : ''}`;
  if (key.startsWith('brand')) return 'Harborline';
  if (key.startsWith('product_description')) return `What demo listing ${listing} is made of and how to clean it.`;
  if (key.startsWith('generic_keyword')) return 'mug cup demo coffee tea';
  if (key.startsWith('condition_type')) return 'New';
  if (key.startsWith('list_price')) return listing % 5 === 0 ? '15.00' : '22.00';
  if (key.includes('[audience=ALL]#1.our_price')) return '18.50';
  if (key.endsWith('fulfillment_channel_code')) return 'DEFAULT';
  return key === 'fulfillment_availability#1.quantity' ? '7' : '';
}
