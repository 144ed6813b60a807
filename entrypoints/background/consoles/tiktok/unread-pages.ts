import { inBoth, type UnreadPageName } from '../console.ts';

/** Pages of TikTok Shop's console that no reader knows, with the console's own words where they are documented in the language. */
export const tiktokUnreadPages: readonly UnreadPageName[] = [
  [/^\/homepage/, inBoth('Home', '首页')],
  [/^\/product\/batch/, inBoth('Bulk upload', '批量上传')],
  [/^\/product\/rating/, inBoth('Product ratings', '商品评价')],
  [/^\/product\/stock/, inBoth('Inventory', '管理库存')],
  [/^\/product\/opportunity/, inBoth('Product opportunities', '商品机会')],
  [/^\/promotion\/campaign/, inBoth('Campaigns', '营销活动')],
  [/^\/promotion\//, inBoth('Promotions', '促销活动')],
  [/^\/order/, inBoth('Orders', '订单')],
  [/^\/compass\//, inBoth('Data', '数据')],
  [/^\/finance\//, inBoth('Finance', '财务')],
  [/^\/logistics\//, inBoth('Shipping', '物流')],
  [/^\/health-center\/experience-score/, inBoth('Shop experience score', '店铺体验分')],
  [/^\/compliance\//, inBoth('Compliance board', '合规看板')],
  [/^\/(?:profile|account)\//, inBoth('Settings', '设置')],
];
