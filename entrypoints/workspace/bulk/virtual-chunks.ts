import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Items that are drawn, and fetched, together. */
export const CHUNK = 40;
/** Pixels of an item before it was measured: two lines of a sentence under a line of its place. */
const ITEM_GUESS = 84;
/** Pixels drawn beyond the edges of the window. */
const MARGIN = 600;

export interface VirtualChunks {
  /** First chunk that is drawn, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Pixels of what is not drawn before and behind them. */
  readonly before: number;
  readonly behind: number;
  /** Tells the height of a drawn chunk. */
  readonly measure: (chunk: number, element: HTMLElement | null) => void;
}

/**
 * Which chunks of a long list of items of any height are to be drawn, as the window scrolls over it. Heights are guessed
 * until a chunk was drawn once.
 */
export function useVirtualChunks(count: number, list: RefObject<HTMLElement | null>): VirtualChunks {
  const chunks = Math.ceil(count / CHUNK);
  const heights = useRef(new Map<number, number>());
  const [range, setRange] = useState({ first: 0, end: Math.min(chunks, 1) });
  const heightOf = (chunk: number) => heights.current.get(chunk) ?? Math.min(CHUNK, count - chunk * CHUNK) * ITEM_GUESS;

  const update = () => {
    const top = list.current?.getBoundingClientRect().top ?? 0;
    let at = top;
    let first = 0;
    while (first < chunks - 1 && at + heightOf(first) < -MARGIN) {
      at += heightOf(first);
      first += 1;
    }
    let end = first;
    while (end < chunks && at < innerHeight + MARGIN) {
      at += heightOf(end);
      end += 1;
    }
    setRange((known) => (known.first === first && known.end === end ? known : { first, end }));
  };
  const latest = useRef(update);
  latest.current = update;

  useLayoutEffect(() => latest.current());
  useEffect(() => {
    let frame = 0;
    const moved = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => latest.current());
    };
    addEventListener('scroll', moved, { passive: true });
    addEventListener('resize', moved);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', moved);
      removeEventListener('resize', moved);
    };
  }, []);

  const sum = (from: number, to: number) => {
    let height = 0;
    for (let chunk = from; chunk < to; chunk += 1) height += heightOf(chunk);
    return height;
  };
  return {
    ...range,
    before: sum(0, range.first),
    behind: sum(range.end, chunks),
    measure: (chunk, element) => {
      if (element) heights.current.set(chunk, element.offsetHeight);
    },
  };
}
