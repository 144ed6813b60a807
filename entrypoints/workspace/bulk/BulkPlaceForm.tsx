import { useId, useState } from 'react';
import type { BulkPlace } from '../../background/messages/bulk.ts';
import { tellsOfListings } from '../files/checking/columns.ts';
import type { BulkScope } from '../files/checking/context.ts';
import type { OpenedFile } from '../files/checking/worker-messages.ts';
import { type ExplainedColumns, type GuessColumns, MappingColumns, useColumns } from '../imports/MappingColumns.tsx';
import type { TextName, Texts } from '../shell/texts.ts';
import type { ColumnsSaid } from './bulk-session.ts';

interface BulkPlaceFormProps {
  readonly places: readonly BulkPlace[];
  readonly file: OpenedFile;
  readonly texts: Texts;
  /** What the file was checked for before; null: not yet. */
  readonly before: BulkScope | null;
  readonly guess: GuessColumns;
  readonly onCheck: (place: BulkPlace, day: string, columns: ColumnsSaid) => void;
}

/** For which store or site, and for which day, the file is checked. */
export function BulkPlaceForm({ places, file, texts, before, guess, onCheck }: BulkPlaceFormProps) {
  const { say } = texts;
  const ids = { place: useId(), day: useId(), note: useId() };
  const offered = placesFor(file, places);
  const [chosen, setChosen] = useState(() => (before ? keyOf(before) : firstPlace(file, offered)));
  const [day, setDay] = useState(before?.day ?? '');
  const place = offered.find((one) => keyOf(one) === chosen) ?? offered[0];
  const { table } = file;
  const explained = useColumns(table, place?.marketplace ?? file.marketplace, guess);
  if (!place) return null;
  const lack = explained && lackOf(explained);
  const hasUnknown = explained?.columns.some((fact, index) => fact === null && isAsked(explained, index)) ?? false;
  const isReady = table === null || (explained !== null && lack === null);
  const stores = offered.filter(({ store }) => store !== null);
  const sites = offered.filter(({ store }) => store === null);
  const option = (one: BulkPlace) => (
    <option key={keyOf(one)} value={keyOf(one)}>
      {placeLabel(one, places, texts)}
    </option>
  );
  return (
    <form
      className="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onCheck(place, day || place.today, table && explained ? explained.columns : null);
      }}
    >
      <div className="bulk-field">
        <label htmlFor={ids.place}>{say('bulkPlace')}</label>
        <select
          id={ids.place}
          className="input"
          value={keyOf(place)}
          aria-describedby={ids.note}
          onChange={({ target }) => setChosen(target.value)}
        >
          {stores.length > 0 && <optgroup label={say('bulkStores')}>{stores.map(option)}</optgroup>}
          <optgroup label={say('bulkSites')}>{sites.map(option)}</optgroup>
        </select>
      </div>
      <div className="bulk-field">
        <label htmlFor={ids.day}>{say('bulkDay')}</label>
        <input
          id={ids.day}
          type="date"
          className="input"
          required
          value={day || place.today}
          onChange={({ target }) => setDay(target.value)}
        />
      </div>
      <button type="submit" className={before ? 'button' : 'button button-primary'} disabled={!isReady}>
        {say(before ? 'bulkCheckAgain' : 'bulkCheck')}
      </button>
      <p className="help bulk-note" id={ids.note}>
        {say(place.store === null ? 'bulkAlone' : 'bulkWithStore')}
      </p>
      {table && explained && (
        <details className="bulk-mapping" open={(!before && hasUnknown) || lack !== null}>
          <summary>{say('bulkColumns')}</summary>
          <p className="help">{say(columnsText(explained.guessed.isRemembered, hasUnknown))}</p>
          <MappingColumns table={table} explained={explained} texts={texts} />
          <p className="help" role="status">
            {lack && say(lack)}
          </p>
        </details>
      )}
    </form>
  );
}

/** What keeps the columns from being checked, as the name of a sentence. */
function lackOf({ columns, guessed }: ExplainedColumns): 'mappingTwice' | 'bulkColumnsNone' | null {
  const facts = columns.filter((fact) => fact !== null);
  if (new Set(facts).size < facts.length) return 'mappingTwice';
  return tellsOfListings(facts) || guessed.isSettled.includes(true) ? null : 'bulkColumnsNone';
}

function isAsked({ guessed }: ExplainedColumns, index: number): boolean {
  return !guessed.isSettled[index];
}

function columnsText(isRemembered: boolean, hasUnknown: boolean): TextName {
  if (isRemembered) return 'mappingRemembered';
  return hasUnknown ? 'bulkColumnsAsk' : 'bulkColumnsKnown';
}

/** Amazon's files say what they are; a table with headings of the seller's own may be for any marketplace. */
function placesFor({ kind, marketplace, sites }: OpenedFile, places: readonly BulkPlace[]): readonly BulkPlace[] {
  if (kind === 'columns') return places;
  return places.filter((one) => one.marketplace === marketplace && (sites.length === 0 || sites.includes(one.site)));
}

function firstPlace({ marketplace }: OpenedFile, offered: readonly BulkPlace[]): string {
  const first = offered.find((one) => one.marketplace === marketplace) ?? offered[0];
  return first ? keyOf(first) : '';
}

function keyOf({
  store,
  marketplace,
  site,
  currency,
}: Pick<BulkPlace, 'store' | 'marketplace' | 'site' | 'currency'>): string {
  return store ?? `${marketplace}|${site}|${currency}|`;
}

function placeLabel(place: BulkPlace, places: readonly BulkPlace[], { say }: Texts): string {
  const { store, marketplace, site, siteName, name, currency } = place;
  const values = { marketplace: say(marketplace), site: siteName, name, currency };
  if (store !== null) return say('storeOption', values);
  const isOne = places.filter((one) => one.store === null && one.marketplace === marketplace && one.site === site);
  return say(isOne.length > 1 ? 'bulkSiteCurrency' : 'bulkSite', values);
}
