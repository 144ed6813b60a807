import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { chooseLanguage } from '../../../entrypoints/background/seller/decide.ts';
import { trySample } from '../../../entrypoints/background/workspace/sample.ts';
import { type Marketplace, marketplaces } from '../../../rules/engine/sites.ts';
import { plainText } from '../../tools/build.ts';

const now = new Date('2026-11-20T18:00:00Z');
/** Stands between a number and its unit. */
const NO_BREAK = '\u00a0';

const answer = (sample: Marketplace, typed: Record<string, string> = {}) =>
  trySample({ kind: 'try-sample', sample, typed }, now);

async function sentences(sample: Marketplace, typed: Record<string, string> = {}): Promise<string[]> {
  const { fields } = await answer(sample, typed);
  return fields.flatMap(({ fact, findings }) =>
    findings.map(({ sentence }) => `${fact}: ${plainText(sentence).replaceAll(NO_BREAK, ' ')}`),
  );
}

beforeEach(async () => {
  fakeBrowser.reset();
  await chooseLanguage('en');
});

describe('the sample products of the welcome page', () => {
  test.each(marketplaces)(
    '%s: something is wrong as it is filled in, with a card that says why and since when',
    async (sample) => {
      const { fields } = await answer(sample);
      const found = fields.flatMap(({ findings }) => findings);
      expect(found.length).toBeGreaterThan(0);
      for (const { card } of found) {
        expect(card.why).not.toBe('');
        expect(card.sources.length).toBeGreaterThan(0);
        expect([card.canIgnore, card.entries]).toEqual([false, []]);
      }
    },
  );

  test('Amazon: the coupon of 5% is rejected, the 6% it asks for pass', async () => {
    expect(await sentences('amazon')).toContainEqual(
      'couponPercent: Coupon will be rejected: after 5% off, $93.67 is not 5% below the Was Price $98.00. Use at least 6% off, or bring the price to $98.00 or less.',
    );
    expect(await sentences('amazon', { couponPercent: '6' })).toEqual([]);
  });

  test('Temu: 7.00 above the suggestion may lock 840.00, the suggested price nothing', async () => {
    expect((await sentences('temu')).join(' ')).toContain('¥840.00');
    expect(await sentences('temu', { declaredPrice: '38.00' })).toEqual([]);
  });

  test('TikTok Shop: a list price at the price passes', async () => {
    expect((await sentences('tiktok')).join(' ')).toContain('$20.00');
    expect(await sentences('tiktok', { listPrice: '20.00' })).toEqual([]);
  });

  test('what is not understood is said at its field, in place of any verdict', async () => {
    const { fields } = await answer('amazon', { yourPrice: 'about ten' });
    const price = fields.find(({ fact }) => fact === 'yourPrice');
    expect(price).toMatchObject({ value: 'about ten', findings: [] });
    expect(price?.refused).toContain('about ten');
  });

  test('facts that are not in the form are left alone, and nothing is stored', async () => {
    const before = await fakeBrowser.storage.local.get(null);
    expect(await sentences('temu', { orders30d: '1', nonsense: 'x' })).toEqual(await sentences('temu'));
    expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  });
});
