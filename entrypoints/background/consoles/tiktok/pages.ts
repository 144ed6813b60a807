import type { WireFacts } from '../../../../rules/engine/facts.ts';
import type { ConsolePages } from '../page-kind.ts';

/** What is judged on the pages of TikTok Shop's console. */
export const tiktokPages: ConsolePages = {
  editor: 'tiktok/product-edit',
  kinds: {
    'tiktok/product-edit': {
      topics: ['offer', 'fees'],
      shared: true,
      list: 'skus',
      ownTopics: ['content', 'media', 'account'],
      productRules: ['tiktok/seller-sku', 'tiktok/stock-range'],
      tellsMargin: true,
      opensAt: '/product/create',
      addressSays: ofShop,
    },
    'tiktok/product-list': {
      topics: ['offer', 'fees'],
      rows: true,
      nothingTyped: true,
      tellsMargin: true,
      opensAt: '/product/manage',
      addressSays: ofShop,
    },
    'tiktok/discount': {
      topics: ['promotion'],
      shared: true,
      ownTopics: ['promotion'],
      tellsMargin: true,
      opensAt: '/promotion/marketing-tools/discount/create',
      addressSays: (address) => ({ ...ofShop(address), promotionKind: 'product-discount' }),
    },
    'tiktok/flash-sale': {
      topics: ['promotion'],
      shared: true,
      ownTopics: ['promotion'],
      tellsMargin: true,
      opensAt: '/promotion/marketing-tools/flash-sale/create',
      addressSays: (address) => ({ ...ofShop(address), promotionKind: flashKind(address) }),
    },
    'tiktok/deposit': { topics: ['account'], opensAt: '/deposit', addressSays: ofShop },
  },
};

/** A country's own console is for shops of that country. */
function ofShop({ hostname }: URL): WireFacts {
  return /^seller-[a-z]{2}\.(?:tiktok|tokopedia)\.com$/.test(hostname) ? { sellerMode: 'local' } : {};
}

function flashKind({ pathname }: URL): string {
  if (pathname.includes('/live-flash-sale/')) return 'live-flash';
  return pathname.includes('/creator-flash-sale/') ? 'creator-live' : 'flash';
}
