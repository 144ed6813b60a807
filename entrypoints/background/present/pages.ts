import type { Language } from '../messages/words.ts';
import { type ListOf, pageKind } from '../page/page-kinds.ts';
import { type InterfaceText, interfaceText } from './messages.ts';

const names: { readonly [page: string]: InterfaceText } = {
  'amazon/listing-editor': 'pageListingEditor',
  'amazon/manage-inventory': 'pageManageInventory',
  'amazon/pricing-health': 'pagePricingHealth',
  'amazon/coupon-create': 'pageCouponCreate',
  'amazon/coupon-dashboard': 'pageCouponDashboard',
  'temu/goods-edit': 'pageTemuGoodsEdit',
  'temu/goods-list': 'pageTemuGoodsList',
  'temu/order-price': 'pageTemuOrderPrice',
  'temu/product-select': 'pageTemuProductSelect',
  'temu/high-price': 'pageTemuHighPrice',
  'temu/activity-detail': 'pageTemuActivity',
  'temu/recommended-retail-price': 'pageTemuRetailPrice',
  'tiktok/product-edit': 'pageTiktokProductEdit',
  'tiktok/product-list': 'pageTiktokProductList',
  'tiktok/discount': 'pageTiktokDiscount',
  'tiktok/flash-sale': 'pageTiktokFlashSale',
  'tiktok/deposit': 'pageTiktokDeposit',
  'report/listings': 'reportListings',
  'report/inventory': 'reportInventory',
  'report/fees': 'reportFees',
  'report/low-inventory-fees': 'reportLowInventoryFees',
  'report/flat-file': 'reportFlatFile',
  'report/table': 'reportTable',
};

const lists = {
  products: 'listOfProducts',
  coupons: 'listOfCoupons',
  orders: 'listOfOrders',
  skus: 'listOfSkus',
} as const satisfies Record<ListOf, InterfaceText>;

/** What the rows of a page's list are called: "products", "coupons". */
export function rowsName(page: string | null, language: Language): string {
  return interfaceText(language, lists[pageKind(page).list ?? 'products']);
}

/** What a kind of page, or a report in its place, is called. */
export function pageName(page: string | null, language: Language): string {
  const name = page !== null && Object.hasOwn(names, page) ? names[page] : undefined;
  return interfaceText(language, name ?? 'pageUnknown');
}
