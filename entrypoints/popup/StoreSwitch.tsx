import { useId, useRef, useState } from 'react';
import { Counts } from '../../components/Counts.tsx';
import { marketplaceNamed } from '../../rules/engine/sites.ts';
import type { StoreOverview } from '../background/messages/overview.ts';
import { Chevron } from './Chevron.tsx';
import type { Texts } from './texts.ts';

interface StoreSwitchProps {
  readonly texts: Texts;
  readonly stores: readonly StoreOverview[];
  readonly store: StoreOverview | undefined;
  readonly onStore: (key: string) => void;
}

/** Names the shop shown below; with several shops it expands to a list of them. */
export function StoreSwitch({ texts, stores, store, onStore }: StoreSwitchProps) {
  const [listed, setListed] = useState(false);
  const switcher = useRef<HTMLButtonElement>(null);
  const id = useId();

  if (stores.length === 0) return null;
  if (stores.length === 1 && store) {
    return (
      <div className="store">
        <StoreName store={store} texts={texts} />
      </div>
    );
  }

  const choose = (key: string) => {
    setListed(false);
    onStore(key);
    switcher.current?.focus();
  };

  return (
    <nav className="stores" aria-label={texts.say('stores')}>
      <button
        ref={switcher}
        type="button"
        className="store store-button"
        aria-expanded={listed}
        aria-controls={id}
        onClick={() => setListed(!listed)}
      >
        {store ? (
          <StoreName store={store} texts={texts} />
        ) : (
          <span className="store-name">{storesCount(texts, stores)}</span>
        )}
        <Chevron />
      </button>
      <ul className="stores-list" id={id} hidden={!listed} aria-label={storesCount(texts, stores)}>
        {stores.map((other) => (
          <li key={other.key}>
            <button
              type="button"
              className="store store-button"
              aria-current={other.key === store?.key}
              onClick={() => choose(other.key)}
            >
              <StoreName store={other} texts={texts} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function storesCount(texts: Texts, stores: readonly StoreOverview[]): string {
  return texts.say('storesCount', { count: stores.length });
}

function StoreName({ store, texts }: { readonly store: StoreOverview; readonly texts: Texts }) {
  const name = texts.marketplaces[store.marketplace];
  return (
    <>
      <span className={`marketplace marketplace-${store.marketplace}`} title={name}>
        <span aria-hidden="true">{marketplaceNamed[store.marketplace].mark}</span>
        <span className="visually-hidden">{name} </span>
      </span>
      <span className="store-site">{store.site} </span>
      <span className="store-name" title={store.name}>
        {store.name}{' '}
      </span>
      <Counts counts={store.counts} words={texts.levels} />
    </>
  );
}
