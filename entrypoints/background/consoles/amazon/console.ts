import { eligiblePrices } from '../../../../rules/amazon/coupon/coupon-eligible-prices.ts';
import { defineConsole } from '../console.ts';
import { amazonReaders } from './readers.ts';
import { amazonHosts, amazonSellerId, amazonSite, amazonStore } from './store.ts';
import { amazonUnreadPages } from './unread-pages.ts';

export const amazonConsole = defineConsole({
  hosts: amazonHosts,
  store: amazonStore,
  readers: amazonReaders,
  unreadPages: amazonUnreadPages,
  site: amazonSite,
  sellerId: amazonSellerId,
  sample: {
    site: 'US',
    currency: 'USD',
    page: 'amazon/listing-editor',
    filled: { title: 'Enamel camping mug with lid, 12 oz', yourPrice: '98.60', couponPercent: '5' },
    known: { wasPrice: '98.00' },
  },
  couponPrices: eligiblePrices,
});
