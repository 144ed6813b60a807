import { defineConsole } from '../console.ts';
import { temuReaders } from './readers.ts';
import { temuHosts, temuSellerId, temuSite, temuStore } from './store.ts';
import { temuUnreadPages } from './unread-pages.ts';

export const temuConsole = defineConsole({
  hosts: temuHosts,
  hostsWithoutPages: ['seller.kuajingmaihuo.com'],
  store: temuStore,
  readers: temuReaders,
  unreadPages: temuUnreadPages,
  site: temuSite,
  sellerId: temuSellerId,
  sample: {
    site: 'global',
    currency: 'CNY',
    page: 'temu/product-select',
    filled: { declaredPrice: '45.00', suggestedDeclaredPrice: '38.00' },
    known: { orders30d: 120 },
  },
});
