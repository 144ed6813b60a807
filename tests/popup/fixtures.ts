import type { Overview, PageOverview, StoreOverview } from '../../entrypoints/background/messages/overview.ts';
import type { Card } from '../../entrypoints/background/messages/shown.ts';
import type { Counts, Language, RichText } from '../../entrypoints/background/messages/words.ts';

// Synthetic stores and products. The numbers follow from each other as the rules compute them.

export interface Fixture {
  readonly overview: Overview;
  /** Cards by finding; a finding without one is gone. */
  readonly cards: { readonly [finding: string]: Card };
}

export const fixtureNames = ['page', 'pending', 'stores', 'empty', 'unread', 'not-checked', 'long'] as const;
export type FixtureName = (typeof fixtureNames)[number];

export const fixtures: Readonly<Record<FixtureName, (language: Language) => Fixture>> = {
  /** A coupon page of a known store, with findings of every level. */
  page: (language) => ({
    overview: overview(language, {
      page: couponPage(language),
      stores: [harbor(language)],
      decisions: decisions(language),
    }),
    cards: cards(language),
  }),
  /** Decisions from the page: two wait, one was just carried out. */
  pending: (language) => ({
    overview: overview(language, {
      page: couponPage(language),
      stores: [harbor(language)],
      decisions: decisions(language).map((one, place) => (place === 0 ? { ...one, recent: true as const } : one)),
      pending: [
        {
          id: 'pending:1',
          sentence: inBoth(language, 'Turn off in every store: Title too long', '在所有店铺关闭：标题过长'),
        },
        { id: 'pending:2', sentence: inBoth(language, 'Enter Was Price: 24.99', '填写历史价格：24.99') },
      ],
    }),
    cards: cards(language),
  }),
  /** Five stores of three marketplaces, over a tab that is no console page. */
  stores: (language) => ({
    overview: overview(language, { stores: fiveStores(language), decisions: decisions(language) }),
    cards: cards(language),
  }),
  empty: (language) => ({ overview: overview(language, {}), cards: {} }),
  /** A console page that was not recognised, of a store that could not be told. */
  unread: (language) => ({
    overview: overview(language, {
      page: unreadPage(language),
      stores: fiveStores(language).slice(0, 2),
      remarks: [
        inBoth(
          language,
          'Storage is full: findings of this session are shown but not kept.',
          '存储空间已满：本次的提示能显示，但不会保存。',
        ),
      ],
    }),
    cards: {},
  }),
  /** A page of the console that no reader knows. */
  'not-checked': (language) => ({
    overview: overview(language, {
      unread: {
        name: inBoth(language, 'Product barcodes (商品条码管理)', '商品条码管理'),
        checked: [
          { name: inBoth(language, 'Edit product', '商品编辑'), address: null },
          { name: inBoth(language, 'Product list', '商品列表'), address: 'https://agentseller.temu.com/goods/list' },
        ],
      },
      stores: fiveStores(language).slice(0, 1),
    }),
    cards: {},
  }),
  /** Names and titles as long as they come, and markup as text. */
  long: (language) => ({
    overview: overview(language, { page: longPage(language), stores: [longStore(language)] }),
    cards: {},
  }),
};

function overview(language: Language, parts: Partial<Overview>): Overview {
  return { language, page: null, stores: [], decisions: [], moreDecisions: 0, pending: [], remarks: [], ...parts };
}

function inBoth<Text>(language: Language, en: Text, chinese: Text): Text {
  return language === 'en' ? en : chinese;
}

function rich(marked: string): RichText {
  return marked
    .split('**')
    .map((text, index) => (index % 2 === 1 ? { text, strong: true as const } : { text }))
    .filter(({ text }) => text !== '');
}

const none: Counts = { error: 0, warning: 0, info: 0, unknown: 0 };

// 32.00 at 10 % off is 28.80; 0.95 × 24.99 = 23.7405; 1 − 23.7405 / 32.00 = 25.8 %; 23.7405 / 0.90 = 26.378
const netSentence = (language: Language) =>
  rich(
    inBoth(
      language,
      'Coupon will be rejected: after 10% off, $28.80 is not 5% below the Was Price $24.99. Use at least **26%** off, or bring the price to **$26.37** or less.',
      '优惠券会被拒：打 9 折后 $28.80，没有比历史价格 $24.99 低 5%。折扣至少 **26%**，或把现价降到 **$26.37** 以内。',
    ),
  );

// 1.30 × 24.00 = 31.20
const aboveWasSentence = (language: Language) =>
  rich(
    inBoth(
      language,
      'Coupon will be rejected: $32.00 is more than 30% above the Was Price $24.00. Bring the price to **$31.20** or less.',
      '优惠券会被拒：现价 $32.00 比历史价格 $24.00 高出 30% 以上。请把现价降到 **$31.20** 以内。',
    ),
  );

// Apparel, US: 5 % up to 15.00, 10 % above: 0.75 and 1.50; 15.00 − 0.75 = 14.25, 15.01 − 1.50 = 13.51
const feeSentence = (language: Language) =>
  rich(
    inBoth(
      language,
      'At $15.01 the referral fee is 10% ($1.50) instead of 5% ($0.75). **$15.00** leaves you $0.74 more.',
      '定价 $15.01 佣金为 10%（$1.50），**$15.00** 只需 5%（$0.75），到手多 $0.74。',
    ),
  );

const unknownSentence = (language: Language) =>
  rich(
    inBoth(
      language,
      "Can't tell yet: the Was Price of B0DEMO0002 is not known. Enter it, or import the All Orders report.",
      '暂时无法判断：不知道 B0DEMO0002 的历史价格。可手动填写，或导入「所有订单」报告。',
    ),
  );

const titleSentence = (language: Language) =>
  rich(
    inBoth(
      language,
      'Title will be refused: 96 characters, the limit is 75. Remove **21**.',
      '标题会被拒：96 个字符，上限 75。请删去 **21** 个字符。',
    ),
  );

function levelNames(language: Language) {
  return inBoth(
    language,
    { error: 'Problem', warning: 'Warning', info: 'Tip', unknown: 'Can’t tell yet' },
    { error: '错误', warning: '警告', info: '建议', unknown: '无法判断' },
  );
}

function couponPage(language: Language): PageOverview {
  const words = levelNames(language);
  return {
    name: inBoth(language, 'Create a coupon', '创建优惠券'),
    store: { known: true, name: `Harbor Demo Goods · ${inBoth(language, 'US', '美国')}`, note: '' },
    storeKey: 'amazon:US:harbor',
    counts: { error: 1, warning: 1, info: 1, unknown: 1 },
    margin: null,
    findings: [
      {
        id: 'net',
        rule: 'amazon/coupon-net-not-below-was',
        level: 'error',
        levelName: words.error,
        sentence: netSentence(language),
        targets: [],
        inline: true,
        listing: 'B0DEMO0001 · DEMO-MUG-01',
      },
      {
        id: 'rating',
        rule: 'amazon/coupon-star-rating',
        level: 'warning',
        levelName: words.warning,
        sentence: rich(
          inBoth(
            language,
            'Coupon may be refused: 2.8 stars from 12 ratings, Amazon asks for at least **3**.',
            '优惠券可能被拒：12 条评分平均 2.8 星，亚马逊要求至少 **3** 星。',
          ),
        ),
        targets: [],
        inline: true,
        listing: 'B0DEMO0003 · DEMO-LAMP-03',
      },
      {
        id: 'fee',
        rule: 'amazon/referral-fee-band',
        level: 'info',
        levelName: words.info,
        sentence: feeSentence(language),
        targets: [],
        inline: true,
        listing: 'B0DEMO0004 · DEMO-SOCKS-04',
      },
      {
        id: 'unknown',
        rule: 'amazon/coupon-price-above-was',
        level: 'unknown',
        levelName: words.unknown,
        sentence: unknownSentence(language),
        targets: [],
        inline: true,
        listing: 'B0DEMO0002 · DEMO-BOWL-02',
      },
    ],
    health: {
      line: inBoth(language, '9 of 11 fields read', '11 个字段读到 9 个'),
      recognised: true,
      diagnosis: 'Preflight 0.1.0, reading of 2026-11-20',
      fields: [
        field('couponPercent', inBoth(language, 'Discount', '折扣'), '10%', 'label:Discount'),
        field('couponStart', inBoth(language, 'Start date', '开始日期'), '2026-12-01', 'label:Start date'),
        {
          ...field('couponBudget', inBoth(language, 'Budget', '预算'), '', ''),
          state: inBoth(language, 'not read: two fields fit', '没有读到：有两个字段符合'),
          unreadable: true,
          teach: true,
        },
      ],
    },
    remarks: [],
  };
}

function field(name: string, label: string, shown: string, via: string): PageOverview['health']['fields'][number] {
  return {
    record: 'page',
    field: name,
    label,
    state: 'read',
    shown,
    via,
    note: '',
    taught: false,
    unreadable: false,
    teach: false,
  };
}

function harbor(language: Language): StoreOverview {
  const words = levelNames(language);
  const coupons = 'https://sellercentral.amazon.com/coupons/create-coupon';
  return {
    key: 'amazon:US:harbor',
    marketplace: 'amazon',
    site: inBoth(language, 'US', '美国'),
    name: 'Harbor Demo Goods',
    counts: { error: 15, warning: 1, info: 2, unknown: 3 },
    listings: 42,
    problems: [
      {
        rule: 'amazon/coupon-net-not-below-was',
        level: 'error',
        levelName: words.error,
        title: inBoth(language, 'Coupon not far enough below the Was Price', '优惠券折后价没有低于历史价格 5%'),
        count: 2,
        listings: [
          { finding: 'net', name: 'B0DEMO0001 · DEMO-MUG-01', sentence: netSentence(language), address: coupons },
          { finding: 'above', name: 'B0DEMO0005 · DEMO-VASE-05', sentence: aboveWasSentence(language), address: null },
        ],
      },
      {
        rule: 'amazon/title-length',
        level: 'error',
        levelName: words.error,
        title: inBoth(language, 'Title too long', '标题过长'),
        count: 13,
        listings: [
          {
            finding: 'title',
            name: 'DEMO-MUG-01',
            sentence: titleSentence(language),
            address: 'https://sellercentral.amazon.com/abis/listing/edit?sku=DEMO-MUG-01',
          },
        ],
      },
      {
        rule: 'amazon/coupon-star-rating',
        level: 'warning',
        levelName: words.warning,
        title: inBoth(language, 'Star rating too low for a coupon', '星级达不到优惠券要求'),
        count: 1,
        listings: [],
      },
      {
        rule: 'amazon/referral-fee-band',
        level: 'info',
        levelName: words.info,
        title: inBoth(language, 'Price just above a fee step', '定价刚过佣金分档'),
        count: 2,
        listings: [
          { finding: 'fee', name: 'B0DEMO0004 · DEMO-SOCKS-04', sentence: feeSentence(language), address: coupons },
        ],
      },
    ],
    unknowns: [
      {
        fact: 'wasPrice',
        checks: 2,
        sentence: inBoth(language, 'The Was Price of 2 products is not known.', '有 2 个商品的历史价格未知。'),
        help: inBoth(language, 'Enter it in the warning beside the discount field.', '在折扣字段旁的提示里填写即可。'),
      },
      {
        fact: 'rating',
        checks: 1,
        sentence: inBoth(language, 'The star rating of 1 product is not known.', '有 1 个商品的星级未知。'),
        help: inBoth(language, 'Open its coupon page, or enter it there.', '打开它的优惠券页面，或在那里填写。'),
      },
    ],
    seen: '2026-11-19',
  };
}

function store(key: string, parts: Partial<StoreOverview>): StoreOverview {
  return {
    key,
    marketplace: 'amazon',
    site: 'US',
    name: 'Harbor Demo Goods',
    counts: none,
    listings: 0,
    problems: [],
    unknowns: [],
    seen: '2026-11-17',
    ...parts,
  };
}

function fiveStores(language: Language): StoreOverview[] {
  return [
    harbor(language),
    store('amazon:DE:harbor', {
      site: inBoth(language, 'DE', '德国'),
      listings: 17,
      seen: '2026-11-18',
    }),
    store('amazon:JP:minato', {
      site: inBoth(language, 'JP', '日本'),
      name: '港町デモショップ',
      counts: { ...none, error: 128, warning: 64, unknown: 9 },
      listings: 311,
    }),
    store('temu:US:harbor', {
      marketplace: 'temu',
      site: inBoth(language, 'Global', '全球'),
      name: '海港家居演示旗舰店',
      counts: { ...none, warning: 7 },
    }),
    store('tiktok:UK:harbor', {
      marketplace: 'tiktok',
      site: inBoth(language, 'UK', '英国'),
      name: 'Harbor Demo Goods Official Shop London',
      counts: { ...none, info: 2, unknown: 1 },
    }),
  ];
}

function unreadPage(language: Language): PageOverview {
  return {
    name: inBoth(language, 'Edit listing', '编辑商品'),
    store: {
      known: false,
      name: inBoth(language, 'Unknown store', '未知店铺'),
      note: inBoth(
        language,
        'The page says Germany, its address says the US. Nothing is saved until they agree.',
        '页面显示德国站，地址却是美国站。两者一致之前不会保存任何内容。',
      ),
    },
    storeKey: null,
    counts: none,
    margin: null,
    findings: [],
    health: {
      line: inBoth(language, '0 of 11 fields read', '11 个字段读到 0 个'),
      recognised: false,
      diagnosis: '',
      fields: [],
    },
    remarks: [
      inBoth(
        language,
        'Preflight could not read this page. It may have changed; check it yourself.',
        '没有读到本页的内容，页面可能改版了，请自行核对。',
      ),
    ],
  };
}

const markup = '<img src=x onerror=alert(1)> ';
const longName = `${markup}${'陶瓷马克杯大容量办公室咖啡杯 Ceramic-Mug-With-A-Very-Long-Unbroken-Name-For-Every-Desk '.repeat(3)}`;

function longPage(language: Language): PageOverview {
  const base = couponPage(language);
  const [first] = base.findings;
  return {
    ...base,
    storeKey: 'amazon:US:long',
    counts: { error: 1250, warning: 340, info: 1999, unknown: 88 },
    findings: first
      ? Array.from({ length: 12 }, (_, index) => ({
          ...first,
          id: `long ${index}`,
          listing: longName,
          sentence: [...first.sentence, { text: ` ${longName}` }],
        }))
      : [],
  };
}

function longStore(language: Language): StoreOverview {
  const base = harbor(language);
  return {
    ...base,
    key: 'amazon:US:long',
    name: longName,
    counts: { error: 1250, warning: 340, info: 1999, unknown: 88 },
    problems: base.problems.map((problem) => ({
      ...problem,
      title: `${problem.title}: ${longName}`,
      count: 1250,
      listings: problem.listings.map((listing) => ({ ...listing, name: longName })),
    })),
  };
}

function decisions(language: Language): Overview['decisions'] {
  return [
    {
      id: 'ignored:1',
      kind: 'ignored',
      sentence: inBoth(language, 'Ignored for DEMO-LAMP-03: Title too long', 'DEMO-LAMP-03 不再提醒：标题过长'),
    },
    {
      id: 'off:1',
      kind: 'turned-off',
      sentence: inBoth(language, 'Turned off: Price just above a fee step', '已关闭：定价刚过佣金分档'),
    },
    {
      id: 'entered:1',
      kind: 'entered',
      sentence: inBoth(language, 'Entered for B0DEMO0001: Was Price $24.99', 'B0DEMO0001 手动填写：历史价格 $24.99'),
    },
  ];
}

function cards(language: Language): Fixture['cards'] {
  const words = levelNames(language);
  return {
    net: {
      finding: 'net',
      rule: 'amazon/coupon-net-not-below-was',
      level: 'error',
      levelName: words.error,
      title: inBoth(language, 'Coupon not far enough below the Was Price', '优惠券折后价没有低于历史价格 5%'),
      sentence: netSentence(language),
      fixes: [
        { label: inBoth(language, 'Discount, at least', '折扣至少'), shown: '26%', copy: '26' },
        { label: inBoth(language, 'Or price, at most', '或现价最高'), shown: '$26.37', copy: '26.37' },
      ],
      reasons: [],
      why: inBoth(
        language,
        'Amazon compares the price after the coupon with the Was Price: the median price buyers paid in 90 days. It has to be at least 5% lower.',
        '亚马逊用折后价和历史价格（买家 90 天内实付价格的中位数）比较，至少要低 5%。',
      ),
      numbers: [
        {
          label: inBoth(language, 'Your price', '现价'),
          shown: '$32.00',
          origin: inBoth(language, 'read from this page', '从本页读到'),
        },
        {
          label: inBoth(language, 'Price after the coupon', '折后价'),
          shown: '$28.80',
          origin: inBoth(language, 'computed', '计算得出'),
        },
        {
          label: inBoth(language, 'Was Price', '历史价格'),
          shown: '$24.99',
          origin: inBoth(language, 'you entered it on 19 Nov 2026', '你在 2026年11月19日 填写'),
        },
        { label: inBoth(language, 'Highest price that passes', '能通过的最高折后价'), shown: '$23.74' },
      ],
      since: inBoth(language, '26 Dec 2024', '2024年12月26日'),
      sources: [
        {
          title: 'Understanding coupon errors',
          address: 'https://sellercentral.amazon.com/help/hub/reference/GLBL4T5C9UAB9T5P',
        },
      ],
      certainty: inBoth(language, "Amazon's own text", '亚马逊官方说明'),
      blind: inBoth(
        language,
        'Amazon does not show the Was Price; other sellers of the same product count too.',
        '亚马逊不公开历史价格；同一商品其他卖家的成交也会计入。',
      ),
      hints: [],
      entries: [],
      canIgnore: true,
      canImport: false,
      teach: null,
    },
    unknown: {
      finding: 'unknown',
      rule: 'amazon/coupon-price-above-was',
      level: 'unknown',
      levelName: words.unknown,
      title: inBoth(language, 'Price against the Was Price', '现价与历史价格'),
      sentence: unknownSentence(language),
      fixes: [],
      reasons: [],
      why: inBoth(
        language,
        'A coupon is rejected when the price is more than 30% above the Was Price.',
        '现价比历史价格高出 30% 以上时，优惠券会被拒。',
      ),
      numbers: [],
      since: inBoth(language, '26 Dec 2024', '2024年12月26日'),
      sources: [{ title: inBoth(language, 'Report without an address', '没有网址的报告'), address: null }],
      certainty: inBoth(language, 'Reported by several sources', '多方转述'),
      blind: null,
      hints: [],
      entries: [
        {
          fact: 'wasPrice',
          label: inBoth(language, 'Was Price', '历史价格'),
          kind: 'money',
          current: '',
          example: '24.99',
          help: inBoth(
            language,
            'Amazon shows it to buyers as the price struck through.',
            '买家页面上划掉的那个价格。',
          ),
        },
        {
          fact: 'couponStart',
          label: inBoth(language, 'Start date', '开始日期'),
          kind: 'day',
          current: '2026-12-01',
          example: '2026-12-01',
          help: inBoth(language, "In the store's time zone.", '按站点时区。'),
        },
        {
          fact: 'isNewAsin',
          label: inBoth(language, 'Never sold before', '新品，从未出单'),
          kind: 'flag',
          choices: [
            { value: 'true', label: inBoth(language, 'Yes', '是') },
            { value: 'false', label: inBoth(language, 'No', '否') },
          ],
          current: 'false',
          example: '',
          help: inBoth(language, 'New products are exempt.', '新品不受此限制。'),
        },
        {
          fact: 'couponKind',
          label: inBoth(language, 'Kind of coupon', '优惠券类型'),
          kind: 'choice',
          choices: [
            { value: 'standard', label: inBoth(language, 'Standard', '标准') },
            { value: 'reorder', label: inBoth(language, 'Reorder', '复购') },
          ],
          current: '',
          example: '',
          help: inBoth(language, 'As chosen in the first step.', '与第一步的选择一致。'),
        },
      ],
      canIgnore: false,
      canImport: true,
      teach: null,
    },
    fee: {
      finding: 'fee',
      // As a check of the seller's own: the reference does not tell of it.
      rule: null,
      level: 'info',
      levelName: words.info,
      title: inBoth(language, 'Price just above a fee step', '定价刚过佣金分档'),
      sentence: feeSentence(language),
      fixes: [{ label: inBoth(language, 'Price', '定价'), shown: '$15.00', copy: '15.00' }],
      reasons: [],
      why: inBoth(
        language,
        'The referral fee for apparel is 5% up to $15.00 and 10% above it, on the whole price.',
        '服装类 $15.00 及以下佣金 5%，超过后整个售价按 10% 计。',
      ),
      numbers: [
        { label: inBoth(language, 'You keep at $15.01', '定价 $15.01 到手'), shown: '$13.51' },
        { label: inBoth(language, 'You keep at $15.00', '定价 $15.00 到手'), shown: '$14.25' },
      ],
      since: null,
      sources: [],
      certainty: null,
      blind: null,
      hints: [],
      entries: [],
      canIgnore: true,
      canImport: false,
      teach: null,
    },
  };
}
