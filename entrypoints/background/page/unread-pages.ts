import type { Marketplace } from '../../../rules/engine/sites.ts';
import { consoleOf, consoles } from '../consoles/guides.ts';
import type { UnreadPage } from '../messages/overview.ts';
import type { Language } from '../messages/words.ts';
import { pageName } from '../present/pages.ts';
import { type Form, formOf } from './forms.ts';

/** Beginning of a page's path, and its name in the console: both as in the consoles reference. */
type Named = readonly [path: RegExp, name: Readonly<Record<Language, string>>];

const both = (en: string, chinese: string) => ({ en, 'zh-CN': chinese });

/**
 * Pages of the consoles that no reader knows. A name is the console's own word where it is documented in the language;
 * Temu's console has no documented English, and its words are translated.
 */
const unreadPages: Readonly<Record<Marketplace, readonly Named[]>> = {
  amazon: [
    [/^\/(?:home|gp\/homepage\.html|amazonsell\/business|global-dashboard)/, both('Home', '首页')],
    [/^\/skucentral/, both('SKU Central', 'SKU Central')],
    [/^\/fba\/sendtoamazon/, both('Send to Amazon', 'Send to Amazon')],
    [/^\/coupons\/bulk-upload/, both('Coupons in bulk', '批量创建优惠券')],
    [/^\/discounts/, both('Price discounts and Prime exclusive discounts', '价格折扣与 Prime 专享折扣')],
    [/^\/merchandising-new/, both('Deals', '秒杀')],
    [/^\/(?:promotions|promotion-central)/, both('Promotions', '促销')],
    [/^\/automatepricing/, both('Automate Pricing', '自动定价')],
    [/^\/(?:inventoryplanning\/manageinventoryhealth|manage\/fba-inventory)/, both('FBA Inventory', '亚马逊物流库存')],
    [/^\/(?:product-?search|listing\/upload)/, both('Add products', '添加商品')],
    [/^\/imaging\//, both('Images', '图片')],
    [/^\/orders-v3/, both('Orders', '订单')],
    [/^\/(?:reportcentral|listing\/reports|business-reports)/, both('Reports', '报告')],
    [/^\/performance\//, both('Account health and performance', '账户状况与绩效')],
    [/^\/account-switcher/, both('Choose an account', '选择账户')],
  ],
  temu: [
    [/^\/goods\/label/, both('Product barcodes (商品条码管理)', '商品条码管理')],
    [/^\/goods\/create\/category/, both('New product (新建商品)', '新建商品')],
    [/^\/newon\/invite-bids/, both('Opportunity products (机会商品)', '机会商品')],
    [/^\/goods\/bonded/, both('Bonded products (保税商品管理)', '保税商品管理')],
    [/^\/goods\/retrieval-board/, both('US product sales (美国商品销售管理)', '美国商品销售管理')],
    [/^\/goods\/stocking-vacuum/, both('Vacuum packing (备货抽真空)', '备货抽真空')],
    [/^\/newon\/hot-prop-plan-home/, both('Bestseller plan (爆款扶持计划)', '爆款扶持计划')],
    [
      /^\/material\/(?:image-task|guide)/,
      both('Images, videos and manuals (图片/视频更新任务、说明书)', '图片/视频更新任务、说明书'),
    ],
    [/^\/main\/privilege-center/, both('Benefits (权益中心)', '权益中心')],
    [/^\/stock\/fully-mgt\/sale-manage\/board/, both('Sold-out board (售罄看板)', '售罄看板')],
    [/^\/stock\/fully-mgt\/sale-manage/, both('Sales management (销售管理)', '销售管理')],
    [/^\/wms\/deliver-examine-board/, both('Shipping performance (发货表现评估)', '发货表现评估')],
    [/^\/main\/order-manager\/shipping/, both('Shipping desk (发货台)', '发货台')],
    [/^\/govern\//, both('Compliance', '合规')],
    [/^\/labor\//, both('Settlement', '结算')],
    [/^\/activity\/marketing-activity/, both('Activities (营销活动)', '营销活动')],
    [/^\/main\/(?:mall-)?flux-analysis|^\/main\/flow-grow/, both('Traffic (流量)', '流量')],
    [/^\/$/, both('Home (首页)', '首页')],
  ],
  tiktok: [
    [/^\/homepage/, both('Home', '首页')],
    [/^\/product\/batch/, both('Bulk upload', '批量上传')],
    [/^\/product\/rating/, both('Product ratings', '商品评价')],
    [/^\/product\/stock/, both('Inventory', '管理库存')],
    [/^\/product\/opportunity/, both('Product opportunities', '商品机会')],
    [/^\/promotion\/campaign/, both('Campaigns', '营销活动')],
    [/^\/promotion\//, both('Promotions', '促销活动')],
    [/^\/order/, both('Orders', '订单')],
    [/^\/compass\//, both('Data', '数据')],
    [/^\/finance\//, both('Finance', '财务')],
    [/^\/logistics\//, both('Shipping', '物流')],
    [/^\/health-center\/experience-score/, both('Shop experience score', '店铺体验分')],
    [/^\/compliance\//, both('Compliance board', '合规看板')],
    [/^\/(?:profile|account)\//, both('Settings', '设置')],
  ],
};

/** Where a page kind opens without naming a listing; null where it takes one. */
export const entrances: { readonly [page: string]: string } = {
  'amazon/manage-inventory': '/myinventory/inventory',
  'amazon/pricing-health': '/pricing/health',
  'amazon/coupon-create': '/coupons/create-coupon',
  'amazon/coupon-dashboard': '/coupons',
  'temu/goods-list': '/goods/list',
  'temu/order-price': '/main/adjust-price-manage/order-price',
  'temu/product-select': '/newon/product-select',
  'temu/high-price': '/main/adjust-price-manage/high-price',
  'temu/recommended-retail-price': '/goods/recommended-retail-price',
  'tiktok/product-edit': '/product/create',
  'tiktok/product-list': '/product/manage',
  'tiktok/discount': '/promotion/marketing-tools/discount/create',
  'tiktok/flash-sale': '/promotion/marketing-tools/flash-sale/create',
  'tiktok/deposit': '/deposit',
};

/** The older console of Temu, which has none of the pages that are read. */
const WITHOUT_PAGES: ReadonlySet<string> = new Set(['seller.kuajingmaihuo.com']);

/** What a tab shows when it is a page of a console that is not checked; null for every other tab. */
export async function unreadPage(tab: number, language: Language): Promise<UnreadPage | null> {
  const form = await formOf(tab);
  return form?.isUnread ? described(form, language) : null;
}

function described({ address }: Pick<Form, 'address'>, language: Language): UnreadPage | null {
  const { hostname, pathname, origin } = new URL(address);
  const found = consoleOf(hostname);
  if (!found) return null;
  const named = unreadPages[found.marketplace].find(([path]) => path.test(pathname));
  const opens = (page: string) => (WITHOUT_PAGES.has(hostname) ? undefined : entrances[page]);
  return {
    name: named?.[1][language] ?? null,
    checked: consoles[found.marketplace].readers.map(({ id }) => {
      const path = opens(id);
      return { name: pageName(id, language), address: path === undefined ? null : `${origin}${path}` };
    }),
  };
}
