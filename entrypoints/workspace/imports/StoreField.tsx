import { useId } from 'react';
import { type Marketplace, marketplaces, sitesOf } from '../../../rules/engine/sites.ts';
import type { ImportStore } from '../../background/messages/imports.ts';
import type { Texts } from '../shell/texts.ts';

export interface StoreDraft {
  /** Key of a known store; empty: a new one, of which the rest tells. */
  readonly key: string;
  readonly marketplace: Marketplace;
  readonly site: string;
  readonly name: string;
}

interface StoreFieldProps {
  readonly label: string;
  /** What of a new store is not known yet; its name never is. */
  readonly asks: readonly ('marketplace' | 'site')[];
  readonly draft: StoreDraft;
  readonly stores: readonly ImportStore[];
  readonly texts: Texts;
  readonly onChange: (draft: StoreDraft) => void;
}

/** Which store rows are for: one that is known, or a new one. */
export function StoreField({ label, asks, draft, stores, texts: { say }, onChange }: StoreFieldProps) {
  const id = useId();
  return (
    <div className="site-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={draft.key}
        onChange={({ target }) => onChange({ ...draft, key: target.value })}
      >
        {stores.map(({ key, marketplace, site, name }) => (
          <option key={key} value={key}>
            {say('storeOption', { marketplace: say(marketplace), site, name })}
          </option>
        ))}
        <option value="">{say('storeNew')}</option>
      </select>
      {draft.key === '' && (
        <>
          {asks.includes('marketplace') && (
            <select
              className="input"
              aria-label={say('marketplaces')}
              value={draft.marketplace}
              onChange={({ target }) => {
                const marketplace = target.value as Marketplace;
                onChange({ ...draft, marketplace, site: sitesOf[marketplace][0] ?? '' });
              }}
            >
              {marketplaces.map((one) => (
                <option key={one} value={one}>
                  {say(one)}
                </option>
              ))}
            </select>
          )}
          {asks.includes('site') && (
            <select
              className="input"
              aria-label={say('storeSite')}
              value={draft.site}
              onChange={({ target }) => onChange({ ...draft, site: target.value })}
            >
              {sitesOf[draft.marketplace].map((site) => (
                <option key={site}>{site}</option>
              ))}
            </select>
          )}
          <input
            className="input store-name"
            aria-label={say('storeName')}
            placeholder={say('storeName')}
            maxLength={200}
            value={draft.name}
            onChange={({ target }) => onChange({ ...draft, name: target.value })}
          />
          <p className="help">{say('storeNameHelp')}</p>
        </>
      )}
    </div>
  );
}
