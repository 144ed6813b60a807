import { type FormEvent, useState } from 'react';
import type { FactName } from '../../../rules/engine/facts.ts';
import { marketplaces, storeCurrency } from '../../../rules/engine/sites.ts';
import type { ImportStore } from '../../background/messages/imports.ts';
import { isNaming } from '../../background/understanding/naming.ts';
import type { TableMapping } from '../files/reading/mapped-table.ts';
import type { UnknownTable } from '../files/reading/recognise.ts';
import type { StoreChoice } from '../files/reading/worker-messages.ts';
import type { Texts } from '../shell/texts.ts';
import { type GuessColumns, MappingColumns, useColumns } from './MappingColumns.tsx';
import { type StoreDraft, StoreField } from './StoreField.tsx';

export interface MappingFormProps {
  readonly table: UnknownTable;
  readonly stores: readonly ImportStore[];
  readonly texts: Texts;
  readonly guess: GuessColumns;
  readonly onMap: (mapping: TableMapping, choice: StoreChoice) => void;
}

/** Asks what the columns of a table hold: guessed, shown with some rows, and corrected by the seller. */
export function MappingForm({ table, stores, texts, guess, onMap }: MappingFormProps) {
  const { say } = texts;
  const [draft, setDraft] = useState<StoreDraft>(() => ({
    key: stores[0]?.key ?? '',
    marketplace: stores[0]?.marketplace ?? marketplaces[0],
    site: stores[0]?.site ?? 'US',
    name: '',
  }));
  const known = stores.find(({ key }) => key === draft.key);
  const marketplace = known?.marketplace ?? draft.marketplace;
  const site = known?.site ?? draft.site;
  const explained = useColumns(table, marketplace, guess);
  if (!explained) return <p className="job-line">{say('loading')}</p>;

  const { guessed, columns } = explained;
  const lack = lackOf(columns);
  const isComplete = lack === null && (known !== undefined || draft.name.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    const currency = known?.currency ?? storeCurrency(marketplace, site);
    const store = known ? { key: known.key } : { marketplace, site, name: draft.name.trim() };
    onMap({ marketplace, site, currency, columns }, { site, store });
  };
  return (
    <form className="mapping" onSubmit={submit}>
      <p className="job-line">{say(guessed.isRemembered ? 'mappingRemembered' : 'mappingAsk')}</p>
      <StoreField
        label={say('storeOfTable')}
        asks={['marketplace', 'site']}
        draft={draft}
        stores={stores}
        texts={texts}
        onChange={setDraft}
      />
      <MappingColumns table={table} explained={explained} texts={texts} />
      <p className="help" role="status">
        {lack !== null && say(lack)}
      </p>
      <button type="submit" className="button button-primary" disabled={!isComplete}>
        {say('storeTake')}
      </button>
    </form>
  );
}

/** What is missing from the columns, as the name of a sentence. */
function lackOf(
  columns: readonly (FactName | null)[],
): 'mappingLacksName' | 'mappingLacksFact' | 'mappingTwice' | null {
  const facts = columns.filter((fact) => fact !== null);
  if (new Set(facts).size < facts.length) return 'mappingTwice';
  if (!facts.some(isNaming)) return 'mappingLacksName';
  return facts.some((fact) => !isNaming(fact)) ? null : 'mappingLacksFact';
}
