import { useEffect, useRef, useState } from 'react';
import type { ListedListing } from '../../background/messages/listings.ts';
import type { ListChoice } from '../shell/addresses.ts';
import type { Ask } from '../shell/ask.ts';

/** Rows per request. */
const PAGE = 100;
/** ms to wait while the list is scrolled, so that only the final position is loaded. */
const REST_MS = 40;

/** Answers to one query, by page. */
interface Answered {
  readonly key: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly ListedListing[]>;
}

export interface ListedRows {
  /** Null before the first answer. */
  readonly total: number | null;
  readonly rowAt: (index: number) => ListedListing | undefined;
  /** Whether the shown rows belong to an earlier query. */
  readonly isBehind: boolean;
  readonly unanswered: boolean;
}

/**
 * The visible rows of a list. Requests missing rows, and all of them again whenever the window
 * gets the focus, since listings are checked in other tabs. Old rows stay until the answer arrives.
 */
export function useListedRows(
  ask: Ask,
  choice: ListChoice,
  visible: { readonly first: number; readonly last: number },
): ListedRows {
  const [answered, setAnswered] = useState<Answered>({ key: '', total: 0, pages: new Map() });
  const [unanswered, setUnanswered] = useState(false);
  const [visits, setVisits] = useState(0);
  const asked = useRef({ key: '', pages: new Set<number>() });
  const key = `${visits} ${JSON.stringify(choice)}`;
  const firstPage = Math.floor(visible.first / PAGE);
  const lastPage = Math.floor(visible.last / PAGE);

  useEffect(() => {
    const visited = () => setVisits((count) => count + 1);
    addEventListener('focus', visited);
    return () => removeEventListener('focus', visited);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the choice
  useEffect(() => {
    const { store } = choice;
    if (store === null) return;
    if (asked.current.key !== key) asked.current = { key, pages: new Set() };
    const load = async (page: number) => {
      const from = page * PAGE;
      const answer = await ask({ kind: 'listings', ...choice, store, from, most: PAGE }).catch(() => undefined);
      if (asked.current.key !== key) return;
      setUnanswered(!answer);
      if (!answer) asked.current.pages.delete(page);
      else
        setAnswered((before) => ({
          key,
          total: answer.total,
          pages: new Map([...(before.key === key ? before.pages : []), [page, answer.rows]]),
        }));
    };
    const loadVisible = () => {
      for (let page = firstPage; page <= lastPage; page += 1) {
        if (asked.current.pages.has(page)) continue;
        asked.current.pages.add(page);
        void load(page);
      }
    };
    if (asked.current.pages.size === 0) {
      loadVisible();
      return;
    }
    const rest = setTimeout(loadVisible, REST_MS);
    return () => clearTimeout(rest);
  }, [ask, key, firstPage, lastPage]);

  return {
    total: answered.key === '' ? null : answered.total,
    rowAt: (index) => answered.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    isBehind: answered.key !== key,
    unanswered,
  };
}
