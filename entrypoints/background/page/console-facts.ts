import type { WireFacts } from '../../../rules/engine/facts.ts';

/** What the address of a console page says by itself: whether a shop is local, and which kind of promotion is made. */
export function consoleFacts(page: string | null, address: string): WireFacts {
  const { hostname, pathname } = new URL(address);
  const facts: WireFacts = {};
  // A country's own console is for shops of that country.
  if (/^seller-[a-z]{2}\.(?:tiktok|tokopedia)\.com$/.test(hostname)) facts.sellerMode = 'local';
  if (page === 'tiktok/discount') facts.promotionKind = 'product-discount';
  if (page === 'tiktok/flash-sale') facts.promotionKind = flashKind(pathname);
  return facts;
}

function flashKind(path: string): string {
  if (path.includes('/live-flash-sale/')) return 'live-flash';
  return path.includes('/creator-flash-sale/') ? 'creator-live' : 'flash';
}
