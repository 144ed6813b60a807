import type { ConsolePages } from '../page-kind.ts';

/** What is judged on the pages of Seller Central. */
export const amazonPages: ConsolePages = {
  editor: 'amazon/listing-editor',
  kinds: {
    'amazon/listing-editor': {
      topics: ['offer', 'content', 'fees'],
      changesPrice: true,
      ofThisPage: ['lowestOfferPrice'],
      tellsMargin: true,
    },
    'amazon/manage-inventory': {
      topics: ['offer', 'content', 'fees'],
      rows: true,
      tellsMargin: true,
      opensAt: '/myinventory/inventory',
    },
    'amazon/pricing-health': {
      topics: ['offer', 'content', 'fees'],
      rows: true,
      tellsMargin: true,
      opensAt: '/pricing/health',
    },
    'amazon/coupon-create': {
      topics: ['coupon'],
      shared: true,
      createsCoupon: true,
      tellsMargin: true,
      opensAt: '/coupons/create-coupon',
    },
    'amazon/coupon-dashboard': {
      topics: ['coupon'],
      rows: true,
      list: 'coupons',
      wholeCouponTitle: true,
      opensAt: '/coupons',
    },
  },
};
