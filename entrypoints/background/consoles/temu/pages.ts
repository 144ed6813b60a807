import type { ConsolePages } from '../page-kind.ts';

/** What is judged on the pages of Temu's console. */
export const temuPages: ConsolePages = {
  editor: 'temu/goods-edit',
  kinds: {
    'temu/goods-edit': {
      topics: ['offer', 'fees'],
      shared: true,
      list: 'skus',
      ownTopics: ['content', 'media'],
      productRules: ['temu/item-code-charset', 'temu/volume-ordering'],
      tellsMargin: true,
    },
    'temu/goods-list': { topics: ['offer', 'content'], rows: true, nothingTyped: true, opensAt: '/goods/list' },
    'temu/order-price': {
      topics: ['offer', 'fees'],
      rows: true,
      list: 'orders',
      nothingTyped: true,
      ofThisPage: ['adjustNo', 'priceType', 'suggestedDeclaredPrice'],
      tellsMargin: true,
      opensAt: '/main/adjust-price-manage/order-price',
    },
    'temu/product-select': {
      topics: ['offer', 'fees'],
      rows: true,
      tellsMargin: true,
      opensAt: '/newon/product-select',
    },
    'temu/high-price': {
      topics: ['offer', 'account'],
      nothingTyped: true,
      opensAt: '/main/adjust-price-manage/high-price',
    },
    'temu/activity-detail': { topics: ['promotion'], rows: true },
    'temu/recommended-retail-price': {
      topics: ['offer'],
      shared: true,
      rows: true,
      nothingTyped: true,
      opensAt: '/goods/recommended-retail-price',
    },
  },
};
