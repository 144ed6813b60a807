import { useEffect, useRef, useState } from 'react';
import type { ListingView } from '../../background/messages/listings.ts';
import { type ListingPlace, listAddress, listingPlace } from '../shell/addresses.ts';
import { storeLabel } from '../shell/ScopePicker.tsx';
import type { Texts } from '../shell/texts.ts';
import type { ViewProps } from '../shell/view-props.ts';
import { ListingElsewhere } from './ListingElsewhere.tsx';
import { ListingFacts } from './ListingFacts.tsx';
import { ListingFindings } from './ListingFindings.tsx';
import { ListingHistory } from './ListingHistory.tsx';
import { ListingMargin } from './ListingMargin.tsx';
import { ListingWaiting } from './ListingWaiting.tsx';
import { ListingWhatIf } from './ListingWhatIf.tsx';
import type { ListingPartProps } from './part-props.ts';

/** One listing: findings, margin, known and missing facts. */
export function Listing(props: ViewProps) {
  const place = listingPlace(props.target);
  if (!place) return <Gone texts={props.texts} store={null} />;
  return <KnownListing key={JSON.stringify([place.store, place.listing])} {...props} place={place} />;
}

function KnownListing({ ask, texts, settings, announce, place }: ViewProps & { readonly place: ListingPlace }) {
  const { store, listing, rule } = place;
  const { view, reload } = useListing(ask, store, listing, settings);
  if (view === 'unanswered') return <p className="remark">{texts.say('unanswered')}</p>;
  if (view === 'asked') return <h1 className="visually-hidden">{texts.say('loading')}</h1>;
  if (view === null) return <Gone texts={texts} store={store} />;

  const onEnter: ListingPartProps['onEnter'] = async (fact, input) => {
    const answer = await ask({ kind: 'enter-stored', store, listing, fact, input }).catch(() => undefined);
    if (answer?.done) announce(texts.say('saved'));
    reload();
    return answer ?? { done: false, sentence: texts.say('unanswered') };
  };
  const part: ListingPartProps = { view, texts, ask, announce, onEnter };
  return (
    <>
      <Head view={view} texts={texts} />
      <ListingFindings {...part} rule={rule} />
      <ListingWhatIf {...part} />
      <ListingHistory {...part} />
      <ListingMargin {...part} />
      <ListingElsewhere {...part} stores={settings.stores} />
      <ListingWaiting {...part} />
      <ListingFacts {...part} />
    </>
  );
}

type Answer = ListingView | null | 'asked' | 'unanswered';

/** Reloads after an entry, a change of settings, and when the window gets the focus. */
function useListing(ask: ViewProps['ask'], store: string, listing: string, stamp: unknown) {
  const [view, setView] = useState<Answer>('asked');
  const load = useRef<() => void>(() => {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp stands for language, settings and entries
  useEffect(() => {
    let ended = false;
    const ask_ = async () => {
      const answer = await ask({ kind: 'listing', store, listing }).catch(() => undefined);
      if (!ended) setView(answer === undefined ? 'unanswered' : answer);
    };
    load.current = () => void ask_();
    void ask_();
    addEventListener('focus', ask_);
    return () => {
      ended = true;
      removeEventListener('focus', ask_);
    };
  }, [ask, store, listing, stamp]);
  return { view, reload: () => load.current() };
}

function Gone({ texts, store }: { readonly texts: Texts; readonly store: string | null }) {
  return (
    <section className="empty">
      <h1>{texts.say('listingGone')}</h1>
      <p>{texts.say('listingGoneLead')}</p>
      <p>
        <a href={listAddress({ store })}>{texts.say('allListings')}</a>
      </p>
    </section>
  );
}

function Head({ view, texts }: { readonly view: ListingView; readonly texts: Texts }) {
  const { store, name, sku, asin, address, changed } = view;
  return (
    <header className="view-head listing-head">
      <p className="crumb">
        <a href={listAddress({ store: store.key })}>{texts.say('allListings')}</a>
        <span>{storeLabel(store, texts)}</span>
      </p>
      <h1>{name}</h1>
      <p className="listing-meta">
        {sku !== null && <span>{texts.say('sku', { sku })}</span>}
        {asin !== null && <span>{texts.say('asin', { asin })}</span>}
        <span>{texts.say('lastChanged', { day: changed })}</span>
        {address !== null && (
          <a href={address} target="_blank" rel="noreferrer">
            {texts.say('openInConsole')}
          </a>
        )}
      </p>
    </header>
  );
}
