import type { Snapshot } from '../../console.content/reading/reading.ts';
import type { Store } from '../shops/stores.ts';
import type { TabPage } from './tabs.ts';

const YUAN = /^\s*[¥￥]|cny|人民币/i;
const DOLLAR = /^\s*(?:US)?\$|usd|美元/i;

/**
 * A Temu shop with the currency its page shows: yuan or US dollars. The first amount with a mark says it; until one
 * does, what was seen before, else yuan. Other marketplaces' sites have one currency each.
 */
export function inOwnCurrency(store: Store, { records }: Pick<Snapshot, 'records'>, before: TabPage | null): Store {
  if (!store.known || store.marketplace !== 'temu') return store;
  for (const { fields } of records)
    for (const reading of Object.values(fields)) {
      if (reading.state !== 'written' || reading.kind !== 'money') continue;
      const { text, mark = '' } = reading;
      // "$2.99" under a header that says CNY: the amount's own sign counts.
      const said = [text, mark].find((part) => DOLLAR.test(part) || YUAN.test(part));
      if (said !== undefined) return { ...store, currency: DOLLAR.test(said) ? 'USD' : 'CNY' };
    }
  const known = before?.store.known && before.store.key === store.key ? before.store.currency : store.currency;
  return { ...store, currency: known };
}
