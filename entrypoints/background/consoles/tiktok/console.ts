import { defineConsole } from '../console.ts';
import { tiktokReaders } from './readers.ts';
import { tiktokHosts, tiktokSellerId, tiktokSite, tiktokStore } from './store.ts';
import { tiktokUnreadPages } from './unread-pages.ts';

export const tiktokConsole = defineConsole({
  hosts: tiktokHosts,
  store: tiktokStore,
  readers: tiktokReaders,
  unreadPages: tiktokUnreadPages,
  site: tiktokSite,
  sellerId: tiktokSellerId,
  sample: {
    site: 'US',
    currency: 'USD',
    page: 'tiktok/product-edit',
    filled: { title: 'Enamel camping mug', price: '20.00', listPrice: '18.00' },
    known: {},
  },
});
