import { describe, expect, test } from 'vitest';
import { resolveStore } from '../../../entrypoints/background/shops/stores.ts';
import type { StoreMark, StoreSignals } from '../../../entrypoints/console.content/reading/reading.ts';

const US = 'ATVPDKIKX0DER';
const DE = 'A1PA6795UKMFR9';
const SA = 'A17E79C6D8DWNP';

const signals = (...marks: [by: StoreMark['by'], text: string][]): StoreSignals => ({
  sellerName: 'Harbor Demo Goods',
  sellerId: null,
  marks: marks.map(([by, text]) => ({ by, text })),
});
const resolve = (hostSite: string | null, page: StoreSignals) => resolveStore('amazon', hostSite, page, 'en-US');

describe('the store of a page', () => {
  test('is what the page names, whatever the host says', () => {
    const store = resolve('AE', signals(['page-global', SA], ['header', 'saudi arabia']));
    expect(store).toMatchObject({ known: true, site: 'SA', key: 'amazon|SA|Harbor Demo Goods', onlyHost: false });
  });

  test('is unknown when two of the page’s own signals disagree, and says which', () => {
    expect(resolve('US', signals(['header', 'united states'], ['page-global', DE]))).toEqual({
      known: false,
      marketplace: 'amazon',
      reason: 'signals-disagree',
      proofs: [
        { by: 'page-global', site: 'DE' },
        { by: 'header', site: 'US' },
      ],
    });
  });

  test('falls back to the host of the sender and says so, also beside a header that is not understood', () => {
    expect(resolve('US', signals())).toMatchObject({ known: true, site: 'US', onlyHost: true });
    expect(resolve('US', signals(['header', 'all stores']))).toMatchObject({ known: true, site: 'US', onlyHost: true });
  });

  test('is unknown where the host stands for several sites and nothing else names one', () => {
    expect(resolve(null, signals())).toMatchObject({ known: false, reason: 'no-site' });
  });

  test('is unknown when the page carries the id of a marketplace that is no store, whatever else it says', () => {
    const fulfilment = 'A38D8NSA03LJTC';
    expect(resolve('DE', signals(['page-global', fulfilment]))).toMatchObject({ reason: 'site-not-known' });
    expect(resolve('DE', signals(['header', 'germany'], ['address', fulfilment]))).toMatchObject({
      reason: 'site-not-known',
    });
  });

  test('takes the seller’s id where there is no name, and is unknown without either', () => {
    const named = { ...signals(), sellerName: ' \u00a0 ', sellerId: 'amzn1.merchant.o.DEMO' };
    expect(resolve('US', named)).toMatchObject({ key: 'amazon|US|amzn1.merchant.o.DEMO' });
    expect(resolve('US', { ...named, sellerId: '' })).toMatchObject({ reason: 'no-seller' });
  });

  test('stays the same when the page writes the name with other spaces', () => {
    const spaced = { ...signals(['page-global', US]), sellerName: 'Harbor\n   Demo Goods ' };
    expect(resolve('US', spaced)).toMatchObject({ key: 'amazon|US|Harbor Demo Goods' });
  });

  test('keeps the same seller of two sites apart', () => {
    const [us, de] = [US, DE].map((id) => resolve(null, signals(['page-global', id])));
    expect(us?.known && de?.known && us.key !== de.key).toBe(true);
  });
});
