import { type ReactNode, useEffect, useId, useState } from 'react';
import { Counts } from '../../../components/Counts.tsx';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type { StoreGlance } from '../../background/messages/listings.ts';
import { listAddress } from '../shell/addresses.ts';
import { EmptyWorkspace } from '../shell/EmptyWorkspace.tsx';
import { storeLabel } from '../shell/ScopePicker.tsx';
import type { Texts } from '../shell/texts.ts';
import type { ViewProps } from '../shell/view-props.ts';
import { Trend } from './Trend.tsx';

/** Most rules and facts named per shop; the lists have them all. */
const MOST = 5;
const MOST_UNKNOWN = 3;

/** Every shop at a glance: problems, money at risk, missing facts and the trend. */
export function Overview({ ask, settings, texts }: ViewProps) {
  const stores = useGlances(ask, settings);
  return (
    <>
      <header className="view-head">
        <h1>{texts.say('viewOverview')}</h1>
      </header>
      {stores === 'unanswered' && <p className="remark">{texts.say('unanswered')}</p>}
      {stores === 'asked' && <p className="visually-hidden">{texts.say('loading')}</p>}
      {typeof stores === 'object' && stores.length === 0 && <EmptyWorkspace texts={texts} />}
      {typeof stores === 'object' && stores.map((store) => <Store key={store.key} store={store} texts={texts} />)}
    </>
  );
}

/** Reloads after a change of settings, and when the window gets the focus. */
function useGlances(ask: ViewProps['ask'], stamp: unknown): readonly StoreGlance[] | 'asked' | 'unanswered' {
  const [stores, setStores] = useState<readonly StoreGlance[] | 'asked' | 'unanswered'>('asked');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp stands for language and settings
  useEffect(() => {
    let ended = false;
    const load = async () => {
      const answer = await ask({ kind: 'store-glances' }).catch(() => undefined);
      if (!ended) setStores(answer ?? 'unanswered');
    };
    void load();
    addEventListener('focus', load);
    return () => {
      ended = true;
      removeEventListener('focus', load);
    };
  }, [ask, stamp]);
  return stores;
}

interface StoreProps {
  readonly store: StoreGlance;
  readonly texts: Texts;
}

function Store({ store, texts }: StoreProps) {
  const id = useId();
  return (
    <section className="glance" aria-labelledby={id}>
      <header className="glance-head">
        <h2 id={id}>
          <a href={listAddress({ store: store.key })}>{storeLabel(store, texts)}</a>
        </h2>
        <Counts counts={store.counts} words={texts.levels} />
        <p className="glance-lead">{texts.say('glanceChecked', { listings: store.listings, day: store.seen })}</p>
      </header>
      {store.listings > 0 && <Parts store={store} texts={texts} />}
    </section>
  );
}

/** Always shows problems and unknowns, since silence would mean all is well; amounts and a trend only if any. */
function Parts({ store, texts }: StoreProps) {
  return (
    <div className="glance-parts">
      <Part title={texts.say('glanceProblems')}>
        <Problems store={store} texts={texts} />
      </Part>
      <Part title={texts.say('glanceUnknowns')}>
        <Unknowns store={store} texts={texts} />
      </Part>
      {store.atRisk.length > 0 && (
        <Part title={texts.say('glanceRisk')}>
          <Risk store={store} texts={texts} />
        </Part>
      )}
      {store.days.length > 1 && (
        <Part title={texts.say('glanceTrend')}>
          <Trend days={store.days} texts={texts} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, and each store has parts of these names
    <div className="glance-part" role="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </div>
  );
}

function Problems({ store, texts }: StoreProps) {
  const { key, problems } = store;
  if (problems.length === 0) return <p className="lead">{texts.say('glanceClear')}</p>;
  return (
    <>
      <ul className="glance-list">
        {problems.slice(0, MOST).map(({ rule, level, title, count }) => (
          <li key={rule}>
            <SeverityMark level={level} word={texts.levels[level]} />
            <a href={listAddress({ store: key, found: rule })}>{title}</a>
            <span className="glance-count">{texts.say('glanceListings', { count })}</span>
          </li>
        ))}
      </ul>
      {problems.length > MOST && (
        <p className="glance-more">
          <a href={listAddress({ store: key })}>{texts.say('glanceMore', { count: problems.length - MOST })}</a>
        </p>
      )}
    </>
  );
}

function Unknowns({ store, texts }: StoreProps) {
  if (store.unknowns.length === 0) return <p className="lead">{texts.say('glanceUnknownsNone')}</p>;
  return (
    <ul className="glance-list">
      {store.unknowns.slice(0, MOST_UNKNOWN).map(({ fact, sentence, help }) => (
        <li key={fact}>
          <SeverityMark level="unknown" />
          <span>
            {sentence} <span className="glance-help">{help}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Risk({ store, texts }: StoreProps) {
  return (
    <ul className="glance-list glance-risk">
      {store.atRisk.map(({ rule, title, of, amount, listings }) => (
        <li key={`${rule} ${of}`}>
          <strong>{amount}</strong>
          <span>
            <a href={listAddress({ store: store.key, found: rule })}>{title}</a>{' '}
            <span className="glance-help">
              {texts.say(of === 'total' ? 'riskTotal' : 'riskUnit', { count: listings })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
