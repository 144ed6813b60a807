import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { storeCheck } from '../../../entrypoints/background/database/checks.ts';
import type { SettingsAnswer } from '../../../entrypoints/background/messages/settings.ts';
import { route } from '../../../entrypoints/background/router.ts';
import type { FindingsRow } from '../../../entrypoints/background/rows/rows.ts';
import { decisions, forgetDecisions } from '../../../entrypoints/background/seller/decisions.ts';
import type { Update } from '../../../entrypoints/background/seller/update.ts';
import { updatesProgress, workOff } from '../../../entrypoints/background/seller/updating.ts';
import { freshDatabase, rowsStored } from '../../database/in-node.ts';
import { check, DE, NOON, offer, said, shop, US } from '../../database/rows.ts';
import { freshWorker, ownPage } from '../worker.ts';

// Stored listings are judged again behind a change of the settings, by the settings as they are then.

freshDatabase();
freshWorker();

const now = new Date(NOON);
const rule = 'amazon/price-far-above-recent';
/** More than two slices. */
const LISTINGS = 60;
const names = Array.from({ length: LISTINGS }, (_, index) => `S${String(index).padStart(3, '0')}`);

const ask = (message: object) => route(message, ownPage, now) as Promise<SettingsAnswer>;
/** How far above the last paid price a price may be, in percent. */
const threshold = (input: string, store: string | null = null) =>
  ask({ kind: 'change-threshold', fact: 'jumpPercent', store, input });
const turn = (on: boolean, store: string | null = null) => ask({ kind: 'change-rule', rule, store, on });

beforeEach(async () => {
  // Each 30 % above what was last paid: too much by the default of 20 %.
  const facts = said({ yourPrice: '13.00', recentSalePrice: '10.00' });
  for (const key of [DE, US])
    await storeCheck(
      shop(key),
      names.map((sku) => check(offer(sku), [], { said: facts })),
      NOON,
    );
  await threshold('19');
  await done();
});

/** Resolves once nothing is left to do. */
async function done(): Promise<void> {
  await vi.waitFor(
    async () => {
      await workOff();
      expect((await decisions()).updates ?? []).toEqual([]);
    },
    { timeout: 20_000, interval: 5 },
  );
}

/** How many listings of a store the rule found a problem in. */
async function found(store: string): Promise<number> {
  const rows = (await rowsStored()).findings as FindingsRow[];
  return rows.filter((row) => row.store === store && row.problems.some(([, id]) => id === rule)).length;
}

describe('a changed setting', () => {
  test('is what every stored listing of every store is judged by', async () => {
    expect([await found(US), await found(DE)]).toEqual([LISTINGS, LISTINGS]);
    await threshold('40');
    await done();
    expect([await found(US), await found(DE)]).toEqual([0, 0]);
    expect((await rowsStored()).summaries).toMatchObject([
      { store: DE, listings: LISTINGS, counts: { error: 0, warning: 0, info: 0 } },
      { store: US, listings: LISTINGS, counts: { error: 0, warning: 0, info: 0 } },
    ]);
  });

  test('of one store leaves the listings of another', async () => {
    await threshold('40', US);
    await done();
    expect([await found(US), await found(DE)]).toEqual([0, LISTINGS]);
  });

  test('that is changed again before all is done holds as it was chosen last', async () => {
    void threshold('40');
    void threshold('19');
    await threshold('40');
    await done();
    expect([await found(US), await found(DE)]).toEqual([0, 0]);
    void threshold('19');
    void threshold('40');
    await threshold('19');
    await done();
    expect([await found(US), await found(DE)]).toEqual([LISTINGS, LISTINGS]);
  });

  test('takes a check that is turned off out of every listing, and brings it back', async () => {
    await turn(false);
    await done();
    expect([await found(US), await found(DE)]).toEqual([0, 0]);
    await turn(true);
    await done();
    expect([await found(US), await found(DE)]).toEqual([LISTINGS, LISTINGS]);
  });
});

describe('a worker that was stopped with something left to do', () => {
  const left = (parts: Partial<Update>): Update => ({
    ...{ id: 7, rules: [rule], store: null, after: null, done: 0, total: 2 * LISTINGS },
    ...parts,
  });

  /** What the browser holds after the stop, and nothing in memory. */
  async function stoppedWith(updates: readonly Update[], jumpPercent: string): Promise<void> {
    const { settings } = await decisions();
    const allStores = { rules: {}, ...settings?.allStores, thresholds: { jumpPercent } };
    await browser.storage.local.set({ settings: { ...settings, allStores }, updates });
    forgetDecisions();
  }

  test('goes on after the last listing that was done, and does none before it again', async () => {
    await stoppedWith([left({ after: [US, 'sku:S039'], done: LISTINGS + 40 })], '40');
    expect(await updatesProgress()).toEqual({ done: LISTINGS + 40, total: 2 * LISTINGS });
    await done();
    // The twenty that were left; what was done before the stop is as that left it.
    expect([await found(DE), await found(US)]).toEqual([LISTINGS, 40]);
    expect(await browser.storage.local.get('updates')).toEqual({});
    expect(await browser.alarms.get('updates')).toBeUndefined();
  });

  test('goes on with the next store', async () => {
    await stoppedWith([left({ after: [DE, 'sku:S059'], done: LISTINGS })], '40');
    await done();
    expect([await found(DE), await found(US)]).toEqual([LISTINGS, 0]);
  });

  test('does one store alone where the setting is that one’s', async () => {
    await stoppedWith([left({ store: DE, total: LISTINGS })], '40');
    await done();
    expect([await found(DE), await found(US)]).toEqual([0, LISTINGS]);
  });

  test('does what waits behind it, too, each for its own store', async () => {
    await stoppedWith([left({ store: DE, total: LISTINGS }), left({ id: 8, store: US, total: LISTINGS })], '40');
    await done();
    expect([await found(DE), await found(US)]).toEqual([0, 0]);
  });

  test('has an alarm that wakes it until then', async () => {
    const created = vi.spyOn(browser.alarms, 'create');
    await stoppedWith([left({})], '40');
    await done();
    expect(created).toHaveBeenCalledWith('updates', { periodInMinutes: 1 });
    expect([await found(DE), await found(US)]).toEqual([0, 0]);
  });
});
