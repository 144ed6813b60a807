import { useEffect, useId, useState } from 'react';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type { ListingSort, WorstName } from '../../background/messages/listing-choices.ts';
import type { ListingFilters } from '../../background/messages/listings.ts';
import { type ListChoice, listAddress, listChoice } from '../shell/addresses.ts';
import { EmptyWorkspace } from '../shell/EmptyWorkspace.tsx';
import { storeLabel } from '../shell/ScopePicker.tsx';
import type { Texts } from '../shell/texts.ts';
import { topicNames } from '../shell/topic-names.ts';
import type { ViewProps } from '../shell/view-props.ts';
import { ListingTable } from './ListingTable.tsx';

/** ms of pause in typing before a search starts. */
const TYPED_MS = 150;

const worstFirst: readonly WorstName[] = ['error', 'warning', 'unknown', 'info', 'none'];

/** The listings of one shop: filtered, sorted, searched. The address holds the choices. */
export function Listings(props: ViewProps) {
  const { settings, texts } = props;
  const asked = listChoice(props.target);
  const store = settings.stores.find(({ key }) => key === asked.store) ?? settings.stores[0];
  return (
    <>
      <header className="view-head">
        <h1>{texts.say('viewListings')}</h1>
      </header>
      {store ? (
        <StoreListings key={store.key} {...props} choice={{ ...asked, store: store.key }} store={store.key} />
      ) : (
        <EmptyWorkspace texts={texts} />
      )}
    </>
  );
}

interface StoreListingsProps extends ViewProps {
  readonly choice: ListChoice;
  readonly store: string;
}

function StoreListings({ ask, settings, texts, choice, store }: StoreListingsProps) {
  const filters = useFilters(ask, store, settings);
  const choose = (parts: Partial<ListChoice>) => location.replace(listAddress({ ...choice, ...parts }));
  const sortBy = (sort: ListingSort) => {
    const isSame = sort === choice.sort;
    // Margins sort lowest first, changes latest first; a second click reverses the order.
    choose({ sort, descending: isSame ? !choice.descending : sort === 'changed' });
  };
  const isFiltered = choice.found !== null || choice.worst !== null || choice.search !== '';
  return (
    <>
      <div className="toolbar list-toolbar">
        <StorePicker stores={settings.stores} store={store} texts={texts} />
        <SearchField key={store} texts={texts} search={choice.search} onSearch={(search) => choose({ search })} />
        <FoundPicker filters={filters} found={choice.found} texts={texts} onFound={(found) => choose({ found })} />
        <WorstChips filters={filters} worst={choice.worst} texts={texts} onWorst={(worst) => choose({ worst })} />
      </div>
      <ListingTable
        ask={ask}
        texts={texts}
        choice={choice}
        isFiltered={isFiltered}
        onSort={sortBy}
        onClear={() => choose({ found: null, worst: null, search: '' })}
      />
    </>
  );
}

/** Reloaded with the settings, which may change the findings. */
function useFilters(ask: ViewProps['ask'], store: string, stamp: unknown): ListingFilters | null {
  const [filters, setFilters] = useState<ListingFilters | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp stands for language and settings
  useEffect(() => {
    let ended = false;
    const load = async () => {
      const answer = await ask({ kind: 'listing-filters', store }).catch(() => undefined);
      if (!ended && answer) setFilters(answer);
    };
    void load();
    addEventListener('focus', load);
    return () => {
      ended = true;
      removeEventListener('focus', load);
    };
  }, [ask, store, stamp]);
  return filters;
}

function StorePicker({
  stores,
  store,
  texts,
}: {
  readonly stores: ViewProps['settings']['stores'];
  readonly store: string;
  readonly texts: Texts;
}) {
  const id = useId();
  return (
    <div className="scope">
      <label htmlFor={id}>{texts.say('store')}</label>
      <select
        id={id}
        className="input"
        value={store}
        onChange={({ target }) => location.assign(listAddress({ store: target.value }))}
      >
        {stores.map((one) => (
          <option key={one.key} value={one.key}>
            {storeLabel(one, texts)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SearchFieldProps {
  readonly texts: Texts;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

function SearchField({ texts, search, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(search);
  // The filters were reset elsewhere.
  useEffect(() => setTyped(search), [search]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait
  useEffect(() => {
    if (typed === search) return;
    const pause = setTimeout(() => onSearch(typed), TYPED_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <input
      type="search"
      className="input search"
      aria-label={texts.say('findListing')}
      placeholder={texts.say('findListing')}
      maxLength={200}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

interface FoundPickerProps {
  readonly filters: ListingFilters | null;
  readonly found: string | null;
  readonly texts: Texts;
  readonly onFound: (found: string | null) => void;
}

/** Filter by problem: any, a topic's, or a rule's. */
function FoundPicker({ filters, found, texts, onFound }: FoundPickerProps) {
  const topics = filters?.topics ?? [];
  const known = found === null || topics.some(({ topic, rules }) => isFound(found, topic, rules));
  return (
    <select
      className="input found"
      aria-label={texts.say('foundLabel')}
      value={found ?? ''}
      onChange={({ target }) => onFound(target.value === '' ? null : target.value)}
    >
      <option value="">{texts.say('foundAny')}</option>
      {/* Nothing has it any more, or the filters are not known yet: the choice still stands. */}
      {!known && <option value={found}>{found}</option>}
      {topicNames
        .flatMap(([topic, name]) => topics.filter((one) => one.topic === topic).map((one) => ({ ...one, name })))
        .map(({ topic, name, rules }) => (
          <optgroup key={topic} label={texts.say(name)}>
            <option value={`topic:${topic}`}>{texts.say('foundTopic', { topic: texts.say(name) })}</option>
            {rules.map(({ rule, title }) => (
              <option key={rule} value={rule}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
    </select>
  );
}

function isFound(found: string, topic: string, rules: readonly { readonly rule: string }[]): boolean {
  return found === `topic:${topic}` || rules.some(({ rule }) => rule === found);
}

interface WorstChipsProps {
  readonly filters: ListingFilters | null;
  readonly worst: WorstName | null;
  readonly texts: Texts;
  readonly onWorst: (worst: WorstName | null) => void;
}

/** Filter by worst finding; the groups add up to all listings. */
function WorstChips({ filters, worst, texts, onWorst }: WorstChipsProps) {
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{texts.say('worstLabel')}</legend>
      <button type="button" className="chip" aria-pressed={worst === null} onClick={() => onWorst(null)}>
        {texts.say('chip', { name: texts.say('worstAll'), count: filters?.listings ?? 0 })}
      </button>
      {worstFirst
        .filter((one) => one === worst || (filters?.worst[one] ?? 0) > 0)
        .map((one) => (
          <button
            key={one}
            type="button"
            className="chip chip-worst"
            aria-pressed={one === worst}
            onClick={() => onWorst(one === worst ? null : one)}
          >
            {one !== 'none' && <SeverityMark level={one} />}
            {texts.say('chip', {
              name: one === 'none' ? texts.say('worstNone') : texts.levels[one],
              count: filters?.worst[one] ?? 0,
            })}
          </button>
        ))}
    </fieldset>
  );
}
