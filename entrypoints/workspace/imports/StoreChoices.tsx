import { type FormEvent, useState } from 'react';
import { sitesOf } from '../../../rules/engine/sites.ts';
import type { ImportStore } from '../../background/messages/imports.ts';
import type { FoundSite, StoreChoice } from '../files/reading/worker-messages.ts';
import type { Texts } from '../shell/texts.ts';
import { candidatesFor } from './import-queue.ts';
import { type StoreDraft, StoreField } from './StoreField.tsx';

interface StoreChoicesProps {
  readonly sites: readonly FoundSite[];
  readonly stores: readonly ImportStore[];
  readonly texts: Texts;
  readonly onStore: (choices: readonly StoreChoice[]) => void;
}

/** Asks for which store the rows of each site are. */
export function StoreChoices({ sites, stores, texts, onStore }: StoreChoicesProps) {
  const { say } = texts;
  const [drafts, setDrafts] = useState<readonly StoreDraft[]>(() =>
    sites.map((found) => ({
      key: candidatesFor(found, stores)[0]?.key ?? '',
      marketplace: found.marketplace,
      site: found.site ?? sitesOf[found.marketplace][0] ?? '',
      name: '',
    })),
  );
  const isComplete = drafts.every(({ key, name }) => key !== '' || name.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    onStore(
      sites.map(({ site, marketplace }, index) => {
        const { key, site: chosen, name } = drafts[index] as StoreDraft;
        return { site, store: key === '' ? { marketplace, site: chosen, name: name.trim() } : { key } };
      }),
    );
  };
  return (
    <form className="store-choices" onSubmit={submit}>
      <p className="job-line">{say('storeAsk')}</p>
      {sites.map((found, index) => (
        <StoreField
          key={found.site ?? ''}
          label={
            found.site === null
              ? say('storeOfFile', { count: found.rows })
              : say('storeOfSite', { site: found.site, count: found.rows })
          }
          asks={found.site === null ? ['site'] : []}
          draft={drafts[index] as StoreDraft}
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
