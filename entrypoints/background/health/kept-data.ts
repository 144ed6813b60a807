import { forgetCatalogueResults } from '../database/catalogue-query.ts';
import { countStore, deleteAllRows, deleteStoreRows } from '../database/everything.ts';
import { storeRows } from '../database/settings-findings.ts';
import type { KeptData, KeptOfStore } from '../messages/data.ts';
import type { Done } from '../messages/words.ts';
import { recheckAll } from '../page/recheck.ts';
import { type InterfaceText, interfaceText } from '../present/messages.ts';
import { siteName } from '../present/store.ts';
import type { Decisions } from '../seller/decision-types.ts';
import { decisions, forgetDecisions, replaceAll } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { isTakingOver, type Stored } from '../seller/stored-decisions.ts';
import { repairAfterFailure, reportLeftOut } from './damage.ts';

/** How much is kept. Rejects when the database refuses. */
export async function keptData(): Promise<KeptData> {
  const decided = await decisions();
  const language = languageOf(decided);
  const rows = await storeRows();
  const stores = await Promise.all(
    rows.map(async ({ key, marketplace, site, sellerName, sellerId }): Promise<KeptOfStore> => {
      const kept = await countStore(key);
      const name = sellerName ?? sellerId ?? '';
      return {
        key,
        marketplace,
        site: siteName(marketplace, site, language),
        name,
        ...kept,
        decisions: decisionsOf(decided, key),
      };
    }),
  );
  return {
    stores,
    listings: stores.reduce((sum, { listings }) => sum + listings, 0),
    decisions: allDecisions(decided),
  };
}

function decisionsOf({ entered, ignored, settings }: Decisions, store: string): number {
  const { rules = {}, thresholds = {} } = settings?.stores[store] ?? {};
  const own = [entered, ignored].flat().filter((one) => one.store === store).length;
  return own + Object.keys(rules).length + Object.keys(thresholds).length;
}

function allDecisions(decided: Decisions): number {
  const { entered, ignored, turnedOff, settings, taught = [], exchangeRates = [] } = decided;
  const scopes = settings ? [settings.allStores, ...Object.values(settings.stores)] : [];
  const chosen = scopes.reduce(
    (sum, { rules, thresholds }) => sum + Object.keys(rules).length + Object.keys(thresholds).length,
    0,
  );
  const lists = [entered, ignored, turnedOff, taught, exchangeRates, settings?.ownChecks ?? []];
  return lists.reduce((sum, { length }) => sum + length, chosen);
}

/**
 * Deletes what is kept of a store, or everything. The database goes first: killed in between, a second try finishes it.
 * Open console pages begin anew, as if they had just been opened.
 */
export async function deleteData(store: string | null): Promise<Done> {
  const language = languageOf(await decisions());
  const refused = (text: InterfaceText): Done => ({ done: false, sentence: interfaceText(language, text) });
  try {
    await (store === null ? deleteAllRows() : deleteStoreRows(store));
    await replaceAll((stored) => (store === null ? {} : withoutStore(stored, store)));
  } catch {
    return refused('notDeleted');
  }
  void recheckAll('restart');
  return { done: true };
}

/** What is stored without that of a store, under whatever key: items that name it, and what lies under its own key. */
export function withoutStore(stored: Stored, store: string): Stored {
  return Object.fromEntries(Object.entries(stored).map(([key, value]) => [key, without(value, store)]));
}

function without(value: unknown, store: string): unknown {
  if (Array.isArray(value)) return value.filter((item) => !names(item, store));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, item]) => key !== store && !isOf(item, store));
  return Object.fromEntries(kept.map(([key, item]) => [key, without(item, store)]));
}

/** An item of the store, or one that joins listings of several. */
function names(item: unknown, store: string): boolean {
  if (typeof item !== 'object' || item === null) return false;
  return isOf(item, store) || Object.values(item).some((part) => isOf(part, store));
}

function isOf(item: unknown, store: string): boolean {
  return typeof item === 'object' && item !== null && 'store' in item && item.store === store;
}

/**
 * Takes over the decisions of a backup whose rows are in place, and lets every page begin anew with them.
 * @param leftOut damaged rows that are not among them
 */
export async function finishRestore(leftOut: number): Promise<Done> {
  forgetDecisions();
  if (leftOut > 0) await reportLeftOut(leftOut).catch(repairAfterFailure);
  // The rows were replaced from a page.
  forgetCatalogueResults();
  const language = languageOf(await decisions());
  if (await isTakingOver()) return { done: false, sentence: interfaceText(language, 'decisionsWait') };
  void recheckAll('restart');
  return { done: true };
}
