import { inBoth, type UnreadPageName } from '../console.ts';

/** Pages of Seller Central that no reader knows, with the console's own words where they are documented in the language. */
export const amazonUnreadPages: readonly UnreadPageName[] = [
  [/^\/(?:home|gp\/homepage\.html|amazonsell\/business|global-dashboard)/, inBoth('Home', '首页')],
  [/^\/skucentral/, inBoth('SKU Central', 'SKU Central')],
  [/^\/fba\/sendtoamazon/, inBoth('Send to Amazon', 'Send to Amazon')],
  [/^\/coupons\/bulk-upload/, inBoth('Coupons in bulk', '批量创建优惠券')],
  [/^\/discounts/, inBoth('Price discounts and Prime exclusive discounts', '价格折扣与 Prime 专享折扣')],
  [/^\/merchandising-new/, inBoth('Deals', '秒杀')],
  [/^\/(?:promotions|promotion-central)/, inBoth('Promotions', '促销')],
  [/^\/automatepricing/, inBoth('Automate Pricing', '自动定价')],
  [/^\/(?:inventoryplanning\/manageinventoryhealth|manage\/fba-inventory)/, inBoth('FBA Inventory', '亚马逊物流库存')],
  [/^\/(?:product-?search|listing\/upload)/, inBoth('Add products', '添加商品')],
  [/^\/imaging\//, inBoth('Images', '图片')],
  [/^\/orders-v3/, inBoth('Orders', '订单')],
  [/^\/(?:reportcentral|listing\/reports|business-reports)/, inBoth('Reports', '报告')],
  [/^\/performance\//, inBoth('Account health and performance', '账户状况与绩效')],
  [/^\/account-switcher/, inBoth('Choose an account', '选择账户')],
];
