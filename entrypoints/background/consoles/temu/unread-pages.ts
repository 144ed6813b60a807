import { inBoth, type UnreadPageName } from '../console.ts';

/** Pages of Temu's console that no reader knows. It has no documented English: its words are translated. */
export const temuUnreadPages: readonly UnreadPageName[] = [
  [/^\/goods\/label/, inBoth('Product barcodes (商品条码管理)', '商品条码管理')],
  [/^\/goods\/create\/category/, inBoth('New product (新建商品)', '新建商品')],
  [/^\/newon\/invite-bids/, inBoth('Opportunity products (机会商品)', '机会商品')],
  [/^\/goods\/bonded/, inBoth('Bonded products (保税商品管理)', '保税商品管理')],
  [/^\/goods\/retrieval-board/, inBoth('US product sales (美国商品销售管理)', '美国商品销售管理')],
  [/^\/goods\/stocking-vacuum/, inBoth('Vacuum packing (备货抽真空)', '备货抽真空')],
  [/^\/newon\/hot-prop-plan-home/, inBoth('Bestseller plan (爆款扶持计划)', '爆款扶持计划')],
  [
    /^\/material\/(?:image-task|guide)/,
    inBoth('Images, videos and manuals (图片/视频更新任务、说明书)', '图片/视频更新任务、说明书'),
  ],
  [/^\/main\/privilege-center/, inBoth('Benefits (权益中心)', '权益中心')],
  [/^\/stock\/fully-mgt\/sale-manage\/board/, inBoth('Sold-out board (售罄看板)', '售罄看板')],
  [/^\/stock\/fully-mgt\/sale-manage/, inBoth('Sales management (销售管理)', '销售管理')],
  [/^\/wms\/deliver-examine-board/, inBoth('Shipping performance (发货表现评估)', '发货表现评估')],
  [/^\/main\/order-manager\/shipping/, inBoth('Shipping desk (发货台)', '发货台')],
  [/^\/govern\//, inBoth('Compliance', '合规')],
  [/^\/labor\//, inBoth('Settlement', '结算')],
  [/^\/activity\/marketing-activity/, inBoth('Activities (营销活动)', '营销活动')],
  [/^\/main\/(?:mall-)?flux-analysis|^\/main\/flow-grow/, inBoth('Traffic (流量)', '流量')],
  [/^\/$/, inBoth('Home (首页)', '首页')],
];
