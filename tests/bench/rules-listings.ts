import type { WireFacts, WireValue } from '../../rules/engine/facts.ts';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Marketplaces for which listings are invented. */
export type Measured = 'amazon' | 'temu' | 'tiktok';

type Random = () => number;

const WORDS = (
  'harborline stainless steel water bottle with straw lid insulated travel mug for coffee and tea leakproof ' +
  'kitchen storage box set of organiser shelf bamboo cutting board large small medium black white green washable ' +
  'cotton pillow case soft breathable cooling summer winter gift kids dog cat bed cover waterproof outdoor camping ' +
  'lamp rechargeable led light usb cable fast phone holder car mount desk stand adjustable foldable compact'
).split(' ');
/** What some sellers write and platforms object to. */
const SLIPS = ['Best Seller', 'FREE SHIPPING', '100% quality guaranteed', '★', 'www.example.com', '5 stars!', '保温杯'];

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** An amount with two decimals, in wire form. */
function amount(random: Random, least: number, most: number): string {
  return (whole(random, least * 100, most * 100) / 100).toFixed(2);
}

/** A price some percent away from another. */
function near(random: Random, price: string, least: number, most: number): string {
  return ((Number(price) * whole(random, least, most)) / 100).toFixed(2);
}

/** A text of about so many characters; one in twelve has a slip. */
function text(random: Random, length: number): string {
  const words: string[] = [];
  for (let characters = 0; characters < length; ) {
    const word = pick(random, WORDS);
    words.push(words.length % 3 === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word);
    characters += word.length + 1;
  }
  if (random() < 1 / 12) words.splice(whole(random, 0, words.length), 0, pick(random, SLIPS));
  return words.join(' ');
}

/** Keeps each fact of a group with a chance, as exports have some columns and not others. */
function perhaps(random: Random, chance: number, facts: () => WireFacts): WireFacts {
  return random() < chance ? facts() : {};
}

const makers: Record<Measured, (random: Random, name: string) => WireFacts> = {
  amazon(random, name) {
    const yourPrice = amount(random, 3, 120);
    return {
      sku: name,
      title: text(random, whole(random, 30, 190)),
      brand: 'Harborline',
      yourPrice,
      quantity: whole(random, 0, 900),
      condition: 'new_new',
      fulfilment: random() < 0.6 ? 'AFN' : 'MFN',
      isMedia: random() < 0.05,
      bullets: Array.from({ length: whole(random, 2, 5) }, () => text(random, whole(random, 40, 180))),
      ...perhaps(random, 0.5, () => ({ description: text(random, whole(random, 150, 900)) })),
      ...perhaps(random, 0.5, () => ({ searchTerms: text(random, whole(random, 60, 280)).toLowerCase() })),
      ...perhaps(random, 0.3, () => ({
        salePrice: near(random, yourPrice, 70, 105),
        saleStart: '2026-11-01',
        saleEnd: random() < 0.8 ? '2026-12-31' : '2026-11-10',
      })),
      ...perhaps(random, 0.4, () => ({ listPrice: near(random, yourPrice, 90, 140) })),
      ...perhaps(random, 0.5, () => ({
        minSellerPrice: near(random, yourPrice, 60, 102),
        maxSellerPrice: near(random, yourPrice, 98, 180),
      })),
      ...perhaps(random, 0.3, () => ({
        couponType: 'percent',
        couponPercent: String(whole(random, 3, 60)),
        couponStart: '2026-11-25',
        couponEnd: '2026-12-15',
        couponBudget: amount(random, 80, 900),
        wasPrice: near(random, yourPrice, 70, 120),
        isNewAsin: false,
      })),
      ...perhaps(random, 0.4, () => ({ unitCost: near(random, yourPrice, 20, 80), feeCategory: 'kitchen' })),
      ...perhaps(random, 0.3, () => ({ sizeTier: 'large-standard', shippingWeightOz: String(whole(random, 4, 60)) })),
      ...perhaps(random, 0.3, () => ({ recentSalePrice: near(random, yourPrice, 60, 130) })),
    };
  },
  temu(random, name) {
    const declaredPrice = amount(random, 5, 200);
    return {
      sku: name,
      managedMode: pick(random, ['full', 'semi', 'local']),
      productName: text(random, whole(random, 30, 290)),
      declaredPrice,
      isApparel: random() < 0.3,
      carouselCount: whole(random, 1, 12),
      ...perhaps(random, 0.6, () => ({ suggestedDeclaredPrice: near(random, declaredPrice, 70, 120) })),
      ...perhaps(random, 0.5, () => ({ comparablePrice: near(random, declaredPrice, 80, 120) })),
      ...perhaps(random, 0.4, () => ({ unitCost: near(random, declaredPrice, 40, 110), minProfit: '1.00' })),
      ...perhaps(random, 0.5, () => ({ itemCode: `HL-${name}`, stock: String(whole(random, 0, 500)) })),
      ...perhaps(random, 0.5, () => ({
        imageWidth: pick(random, [600, 800, 1340, 1600]),
        imageHeight: pick(random, [800, 1600, 1785]),
        imageBytes: whole(random, 100_000, 3_500_000),
        imageFormat: pick(random, ['jpg', 'png', 'gif']),
      })),
      ...perhaps(random, 0.4, () => ({
        activityPrice: near(random, declaredPrice, 60, 105),
        dailyPrice: declaredPrice,
        activityStock: whole(random, 1, 200),
      })),
      ...perhaps(random, 0.4, () => ({ length: '30', width: '20.5', height: '12', weight: '800', dimUnit: 'cm' })),
      ...perhaps(random, 0.3, () => ({
        skus: Array.from({ length: whole(random, 1, 6) }, () => ({
          declaredPrice: near(random, declaredPrice, 90, 110),
          comparablePrice: near(random, declaredPrice, 90, 110),
          orders30d: whole(random, 0, 400),
        })),
      })),
      ...perhaps(random, 0.3, () => ({ retailPrice: near(random, declaredPrice, 150, 600), retailCurrency: 'USD' })),
    };
  },
  tiktok(random, name) {
    const price = amount(random, 1, 900);
    return {
      sellerSku: name,
      title: text(random, whole(random, 15, 260)),
      price,
      stock: String(whole(random, 0, 3000)),
      mainImageCount: whole(random, 0, 9),
      skuCount: whole(random, 1, 120),
      attributeTypes: whole(random, 0, 4),
      ...perhaps(random, 0.6, () => ({ description: text(random, whole(random, 100, 900)) })),
      ...perhaps(random, 0.3, () => ({ highlights: Array.from({ length: 3 }, () => text(random, 60)) })),
      ...perhaps(random, 0.5, () => ({
        sellerMode: pick(random, ['local', 'local-warehouse', 'cross-border-warehouse']),
      })),
      ...perhaps(random, 0.4, () => ({ listPrice: near(random, price, 80, 160) })),
      ...perhaps(random, 0.6, () => ({
        weight: String(whole(random, 1, 90)),
        weightUnit: 'kg',
        length: String(whole(random, 1, 150)),
        width: String(whole(random, 1, 100)),
        height: String(whole(random, 1, 80)),
        dimUnit: 'cm',
      })),
      ...perhaps(random, 0.5, () => ({
        imageWidth: pick(random, [200, 300, 600, 1600, 5000]),
        imageHeight: pick(random, [300, 600, 1600]),
        imageBytes: whole(random, 100_000, 12_000_000),
        isFirst: true,
      })),
      ...perhaps(random, 0.3, () => ({
        promotionKind: pick(random, ['product-discount', 'flash']),
        discountPercent: String(whole(random, 1, 95)),
        promotionPrice: near(random, price, 30, 100),
        promotionStart: '2026-12-01',
        promotionEnd: '2026-12-10',
      })),
      ...perhaps(random, 0.3, () => ({ unitCost: near(random, price, 20, 90), targetMarginPercent: '15' })),
    };
  },
};

/** Invented listings of a marketplace as an export may have them, in wire form; the same for the same random numbers. */
export function* listingsOf(marketplace: Measured, count: number, random: Random): Generator<WireFacts> {
  for (let index = 0; index < count; index += 1) yield makers[marketplace](random, `${marketplace}-${index + 1}`);
}

/** A cell of a table, as the check reads it. */
export function cellOf(value: WireValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
