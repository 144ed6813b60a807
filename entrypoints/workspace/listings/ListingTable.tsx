// biome-ignore-all lint/a11y/useSemanticElements: the elements of a table would have to hold every row to be laid out
// biome-ignore-all lint/a11y/useFocusableInteractive: what is in rows and cells takes the focus
import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Counts } from '../../../components/Counts.tsx';
import type { ListingSort } from '../../background/messages/listing-choices.ts';
import type { ListedListing } from '../../background/messages/listings.ts';
import { type ListChoice, listingAddress } from '../shell/addresses.ts';
import type { Ask } from '../shell/ask.ts';
import type { TextName, Texts } from '../shell/texts.ts';
import { useListedRows } from './listings-pages.ts';

/** px, as in the styles. Rows have a fixed height, so that any of 100,000 is placed without rendering the others. */
const ROW = { wide: 46, narrow: 68 } as const;
const NARROW = '(max-width: 719px)';
/** Rows rendered beyond the visible ones, on either side. */
const BEYOND = 6;

const columns: readonly (readonly [sort: ListingSort, name: TextName])[] = [
  ['worst', 'columnFound'],
  ['name', 'columnListing'],
  ['price', 'columnPrice'],
  ['margin', 'columnMargin'],
  ['changed', 'columnChanged'],
];

interface ListingTableProps {
  readonly ask: Ask;
  readonly texts: Texts;
  readonly choice: ListChoice;
  readonly isFiltered: boolean;
  readonly onSort: (sort: ListingSort) => void;
  readonly onClear: () => void;
}

// Scroll positions, restored when coming back from a listing.
const places = new Map<string, number>();

/** Table of any number of listings: only visible ones are loaded and rendered. */
export function ListingTable({ ask, texts, choice, isFiltered, onSort, onClear }: ListingTableProps) {
  const place = JSON.stringify(choice);
  const height = useRowHeight();
  const body = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: places.get(place) ?? 0, height: 800 });
  const first = Math.max(0, Math.floor(view.top / height) - BEYOND);
  const last = Math.ceil((view.top + view.height) / height) + BEYOND;
  const { total, rowAt, isBehind, unanswered } = useListedRows(ask, choice, { first, last });

  const look = () => {
    const element = body.current;
    if (!element) return;
    places.set(place, element.scrollTop);
    setView((before) =>
      before.top === element.scrollTop && before.height === element.clientHeight
        ? before
        : { top: element.scrollTop, height: element.clientHeight },
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new choice begins where it was left, once it has rows
  useLayoutEffect(() => {
    if (body.current) body.current.scrollTop = places.get(place) ?? 0;
    look();
  }, [place, total === null]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads the element alone
  useEffect(() => {
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);

  if (unanswered) return <p className="remark">{texts.say('unanswered')}</p>;
  if (total === null) return <p className="visually-hidden">{texts.say('loading')}</p>;
  const shown = Array.from({ length: Math.max(0, Math.min(last, total) - first) }, (_, index) => first + index);
  return (
    <>
      <p className="count" role="status">
        {texts.say(isFiltered ? 'listingsFound' : 'listingsAll', { count: total })}
        {isFiltered && (
          <button type="button" className="link" onClick={onClear}>
            {texts.say('showAllListings')}
          </button>
        )}
      </p>
      {total > 0 && (
        <div
          className="list"
          role="table"
          aria-label={texts.say('viewListings')}
          aria-rowcount={total + 1}
          aria-busy={isBehind}
          style={{ '--row': `${height}px` } as CSSProperties}
        >
          <div className="list-head" role="row" aria-rowindex={1} tabIndex={-1}>
            {columns.map(([sort, name]) => (
              <Heading key={sort} sort={sort} name={texts.say(name)} choice={choice} onSort={onSort} />
            ))}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <div className="list-body" role="rowgroup" ref={body} tabIndex={0} onScroll={look}>
            <div className="list-space" role="presentation" style={{ height: total * height }}>
              {shown.map((index) => (
                <Row key={index} index={index} row={rowAt(index)} height={height} store={choice.store} texts={texts} />
              ))}
            </div>
          </div>
        </div>
      )}
    </>
  );
}

interface HeadingProps {
  readonly sort: ListingSort;
  readonly name: string;
  readonly choice: ListChoice;
  readonly onSort: (sort: ListingSort) => void;
}

function Heading({ sort, name, choice, onSort }: HeadingProps) {
  const isSorted = choice.sort === sort;
  const order = choice.descending ? 'descending' : 'ascending';
  return (
    <div className={`list-cell list-${sort}`} role="columnheader" aria-sort={isSorted ? order : 'none'}>
      <button type="button" className="list-sort" onClick={() => onSort(sort)}>
        {name}
        <svg className={isSorted ? `list-arrow ${order}` : 'list-arrow'} viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 10 4-4 4 4" />
        </svg>
      </button>
    </div>
  );
}

interface RowProps {
  readonly index: number;
  /** Undefined while loading. */
  readonly row: ListedListing | undefined;
  readonly height: number;
  readonly store: string | null;
  readonly texts: Texts;
}

function Row({ index, row, height, store, texts }: RowProps) {
  return (
    <div className="list-row" role="row" aria-rowindex={index + 2} style={{ top: index * height }}>
      <Cell name="worst">
        {row && <Counts counts={row.counts} words={texts.levels} />}
        {row && Object.values(row.counts).every((count) => count === 0) && (
          <span className="list-none">{texts.say('worstNone')}</span>
        )}
      </Cell>
      <Cell name="name">
        {row ? (
          <a className="list-link" href={listingAddress({ store: store ?? '', listing: row.listing })}>
            <span className="list-title">{row.name}</span>
            {row.code !== row.name && <span className="list-code">{row.code}</span>}
          </a>
        ) : (
          <span className="list-waiting">{texts.say('loading')}</span>
        )}
      </Cell>
      <Cell name="price">{row?.price}</Cell>
      <Cell name="margin">{row?.margin}</Cell>
      <Cell name="changed">{row?.changed}</Cell>
    </div>
  );
}

function Cell({ name, children }: { readonly name: ListingSort; readonly children?: ReactNode }) {
  return (
    <div className={`list-cell list-${name}`} role="cell">
      {children}
    </div>
  );
}

function useRowHeight(): number {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const changed = () => setNarrow(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return isNarrow ? ROW.narrow : ROW.wide;
}
