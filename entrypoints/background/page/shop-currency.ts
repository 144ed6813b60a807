import { currencyOf, marketplaceNamed } from '../../../rules/engine/sites.ts';
import type { Snapshot } from '../../console.content/reading/reading.ts';
import type { Store } from '../shops/stores.ts';
import type { TabPage } from './tabs.ts';

/** How pages write currencies that can differ between shops of one site. */
const signs: readonly (readonly [currency: string, sign: RegExp])[] = [
  ['USD', /^\s*(?:US)?\$|usd|美元/i],
  ['CNY', /^\s*[¥￥]|cny|人民币/i],
];

/**
 * Sets the currency of a shop whose site does not determine it. The first amount with a currency mark decides; until
 * then the currency seen before, otherwise the usual one.
 */
export function inOwnCurrency(store: Store, { records }: Pick<Snapshot, 'records'>, before: TabPage | null): Store {
  if (!store.known || currencyOf(store.marketplace, store.site) !== null) return store;
  const { shopCurrencies } = marketplaceNamed[store.marketplace];
  const possible = signs.filter(([currency]) => shopCurrencies.includes(currency));
  for (const { fields } of records)
    for (const reading of Object.values(fields)) {
      if (reading.state !== 'written' || reading.kind !== 'money') continue;
      const { text, mark = '' } = reading;
      // "$2.99" under a header that says CNY: the amount's own sign counts.
      for (const part of [text, mark]) {
        const said = possible.find(([, sign]) => sign.test(part));
        if (said) return { ...store, currency: said[0] };
      }
    }
  const known = before?.store.known && before.store.key === store.key ? before.store.currency : store.currency;
  return { ...store, currency: known };
}
