import { useEffect, useId, useState } from 'react';
import { marketplaceNamed } from '../../../rules/engine/sites.ts';
import type { ItemElsewhere, ListedListing, SameItems } from '../../background/messages/listings.ts';
import { listingAddress } from '../shell/addresses.ts';
import { storeLabel } from '../shell/ScopePicker.tsx';
import type { ViewProps } from '../shell/view-props.ts';
import { ExchangeRateForm } from './ExchangeRateForm.tsx';
import type { ListingPartProps } from './part-props.ts';

/** Most listings suggested for a link. */
const MOST_OFFERED = 5;
const TYPED_MS = 200;

interface Place {
  readonly store: string;
  readonly listing: string;
}

interface ElsewhereProps extends ListingPartProps {
  readonly stores: ViewProps['settings']['stores'];
}

/** The same item in other shops, prices side by side, linked by the seller's code or by hand. */
export function ListingElsewhere({ view, texts, ask, announce, stores }: ElsewhereProps) {
  const id = useId();
  const [found, setFound] = useState<SameItems | null>(null);
  const [undo, setUndo] = useState<{
    readonly other: Place;
    readonly same: boolean | null;
    readonly told: string;
  } | null>(null);
  const { say } = texts;
  const own = { store: view.store.key, listing: view.listing };
  const others = stores.filter(({ key }) => key !== own.store);

  const load = async () => {
    const answer = await ask({ kind: 'same-items', ...own }).catch(() => undefined);
    if (answer !== undefined) setFound(answer);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view stands for the listing
  useEffect(() => void load(), [ask, view]);
  const link = async (other: Place, same: boolean | null) => {
    const answer = await ask({ kind: 'link-item', ...own, other, same }).catch(() => undefined);
    if (!answer?.done) announce(answer?.sentence ?? say('unanswered'), 'failure');
    await load();
    return answer?.done === true;
  };
  const decide = async (other: Place & { readonly name: string }, same: boolean | null, back: boolean | null) => {
    if (!(await link({ store: other.store, listing: other.listing }, same))) return;
    const told = say(same === true ? 'linked' : 'unlinked', { name: other.name });
    setUndo({ other: { store: other.store, listing: other.listing }, same: back, told });
    announce(told);
  };

  if (!found || others.length === 0) return null;
  return (
    <section className="listing-part" aria-labelledby={id}>
      <h2 id={id}>{say('elsewhereTitle')}</h2>
      {undo && (
        <p className="undo">
          <span>{undo.told}</span>
          <button
            type="button"
            className="link"
            onClick={() => {
              void link(undo.other, undo.same);
              setUndo(null);
            }}
          >
            {say('undo')}
          </button>
        </p>
      )}
      {found.items.length === 0 ? (
        <p className="lead">
          {found.code === null ? say('elsewhereNoCode') : say('elsewhereNone', { code: found.code })}
        </p>
      ) : (
        <Items
          items={found.items}
          texts={texts}
          onUnlink={(item) =>
            void decide(
              { ...placeOf(item), name: item.name },
              item.by === 'hand' ? null : false,
              item.by === 'hand' ? true : null,
            )
          }
        />
      )}
      {found.rates.map((rate) => (
        <ExchangeRateForm
          key={`${rate.from} ${rate.to} ${rate.rate}`}
          rate={rate}
          texts={texts}
          ask={ask}
          onSaved={(told) => {
            announce(told);
            void load();
          }}
        />
      ))}
      {found.apart.map((item) => (
        <p key={`${item.store.key} ${item.listing}`} className="help">
          {say('elsewhereApart', { name: item.name, store: storeLabel(item.store, texts) })}{' '}
          <button
            type="button"
            className="link"
            onClick={() => void decide({ ...placeOf(item), name: item.name }, null, false)}
          >
            {say('linkAgain')}
          </button>
        </p>
      ))}
      <LinkByHand others={others} texts={texts} ask={ask} onLink={(other) => void decide(other, true, null)} />
    </section>
  );
}

function placeOf({ store, listing }: ItemElsewhere): Place {
  return { store: store.key, listing };
}

interface ItemsProps extends Pick<ListingPartProps, 'texts'> {
  readonly items: readonly ItemElsewhere[];
  readonly onUnlink: (item: ItemElsewhere) => void;
}

function Items({ items, texts, onUnlink }: ItemsProps) {
  const { say } = texts;
  return (
    <ul className="elsewhere">
      {items.map((item) => (
        <li key={`${item.store.key} ${item.listing}`}>
          <span className="elsewhere-name">
            <a href={listingAddress(placeOf(item))}>{item.name}</a>
            <span className="elsewhere-note">
              {storeLabel(item.store, texts)} ·{' '}
              {item.by === 'code' ? say('byCode', { code: item.code }) : say('byHand')}
            </span>
          </span>
          <span className="elsewhere-price">
            {item.price || say('priceUnknown')}
            {marketplaceNamed[item.store.marketplace].priceIsPaidBy === 'platform' && item.price !== '' && (
              <span className="elsewhere-note">{say('declaredShort')}</span>
            )}
            {item.converted && (
              <span className="elsewhere-note">
                {say('converted', { amount: item.converted.shown, day: item.converted.day })}
              </span>
            )}
            {item.difference !== '' && (
              <span className="elsewhere-note">{say('compared', { difference: item.difference })}</span>
            )}
          </span>
          <button
            type="button"
            className="button-quiet"
            aria-label={say('unlinkOf', { name: item.name })}
            onClick={() => onUnlink(item)}
          >
            {say('unlink')}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface LinkByHandProps extends Pick<ListingPartProps, 'texts' | 'ask'> {
  readonly others: ViewProps['settings']['stores'];
  readonly onLink: (other: Place & { readonly name: string }) => void;
}

/** Finds a listing in another shop and links it. */
function LinkByHand({ others, texts, ask, onLink }: LinkByHandProps) {
  const id = useId();
  const [store, setStore] = useState(others[0]?.key ?? '');
  const [search, setSearch] = useState('');
  const [offered, setOffered] = useState<readonly ListedListing[]>([]);
  useEffect(() => {
    if (search.trim() === '') {
      setOffered([]);
      return;
    }
    let ended = false;
    const question = {
      kind: 'listings',
      store,
      found: null,
      worst: null,
      search,
      sort: 'worst',
      descending: false,
    } as const;
    const pause = setTimeout(async () => {
      const answer = await ask({ ...question, from: 0, most: MOST_OFFERED }).catch(() => undefined);
      if (!ended && answer) setOffered(answer.rows);
    }, TYPED_MS);
    return () => {
      ended = true;
      clearTimeout(pause);
    };
  }, [ask, store, search]);
  const { say } = texts;
  return (
    <details className="link-by-hand">
      <summary>{say('linkByHand')}</summary>
      <div className="toolbar">
        <div className="scope">
          <label htmlFor={id}>{say('store')}</label>
          <select id={id} className="input" value={store} onChange={({ target }) => setStore(target.value)}>
            {others.map((other) => (
              <option key={other.key} value={other.key}>
                {storeLabel(other, texts)}
              </option>
            ))}
          </select>
        </div>
        <input
          type="search"
          className="input search"
          aria-label={say('findListing')}
          placeholder={say('findListing')}
          maxLength={200}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      <ul className="elsewhere">
        {offered.map(({ listing, name, code, price }) => (
          <li key={listing}>
            <span className="elsewhere-name">
              {name}
              <span className="elsewhere-note">{code}</span>
            </span>
            <span className="elsewhere-price">{price}</span>
            <button
              type="button"
              className="button"
              aria-label={say('linkOf', { name })}
              onClick={() => {
                onLink({ store, listing, name });
                setSearch('');
              }}
            >
              {say('link')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
