import { type FormEvent, useId, useState } from 'react';
import { sitesOf } from '../../../rules/sites.ts';
import type { FoundSite, ImportStore, StoreChoice } from '../../background/imports/worker-messages.ts';
import type { Texts } from '../texts.ts';
import { candidatesFor } from './import-queue.ts';

interface StoreChoicesProps {
  readonly sites: readonly FoundSite[];
  readonly stores: readonly ImportStore[];
  readonly texts: Texts;
  readonly onStore: (choices: readonly StoreChoice[]) => void;
}

interface Draft {
  /** Key of a known store; empty: a new one. */
  readonly key: string;
  readonly site: string;
  readonly name: string;
}

/** Asks for which store the rows of each site are. */
export function StoreChoices({ sites, stores, texts, onStore }: StoreChoicesProps) {
  const { say } = texts;
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    sites.map((found) => ({ key: candidatesFor(found, stores)[0]?.key ?? '', site: found.site ?? 'US', name: '' })),
  );
  const isComplete = drafts.every(({ key, name }) => key !== '' || name.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    onStore(
      sites.map(({ site, marketplace }, index) => {
        const { key, site: chosen, name } = drafts[index] as Draft;
        return { site, store: key === '' ? { marketplace, site: chosen, name: name.trim() } : { key } };
      }),
    );
  };
  return (
    <form className="store-choices" onSubmit={submit}>
      <p className="job-line">{say('storeAsk')}</p>
      {sites.map((found, index) => (
        <SiteChoice
          key={found.site ?? ''}
          found={found}
          draft={drafts[index] as Draft}
          stores={candidatesFor(found, stores)}
          texts={texts}
          onChange={(draft) => setDrafts(drafts.map((one, at) => (at === index ? draft : one)))}
        />
      ))}
      <button type="submit" className="button button-primary" disabled={!isComplete}>
        {say('storeTake')}
      </button>
    </form>
  );
}

interface SiteChoiceProps {
  readonly found: FoundSite;
  readonly draft: Draft;
  readonly stores: readonly ImportStore[];
  readonly texts: Texts;
  readonly onChange: (draft: Draft) => void;
}

function SiteChoice({ found, draft, stores, texts: { say }, onChange }: SiteChoiceProps) {
  const id = useId();
  return (
    <div className="site-choice">
      <label htmlFor={id}>
        {found.site === null
          ? say('storeOfFile', { count: found.rows })
          : say('storeOfSite', { site: found.site, count: found.rows })}
      </label>
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
          {found.site === null && (
            <select
              className="input"
              aria-label={say('storeSite')}
              value={draft.site}
              onChange={({ target }) => onChange({ ...draft, site: target.value })}
            >
              {sitesOf[found.marketplace].map((site) => (
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
