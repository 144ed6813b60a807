import { useEffect, useRef, useState } from 'react';
import type { Overview } from '../background/api.ts';
import type { Ask } from './ask.ts';

/** Changes come in bursts, one for each key written; one question answers them all. */
const BURST_MS = 100;

export interface OverviewState {
  /** The latest answer; null until the first. Kept while the background does not answer. */
  readonly overview: Overview | null;
  readonly unanswered: boolean;
  readonly reload: () => void;
}

/** Asks for the overview now and after every stored change: never two questions at once, never one lost. */
export function useOverview(
  ask: Ask,
  tab: number | null,
  onStoredChange: (listener: () => void) => () => void,
): OverviewState {
  const [overview, setOverview] = useState<Overview | null>(null);
  const [unanswered, setUnanswered] = useState(false);
  const reload = useRef<() => void>(() => {});

  useEffect(() => {
    let ended = false;
    let asking = false;
    let changed = false;
    let burst: ReturnType<typeof setTimeout> | undefined;

    const load = async () => {
      changed = true;
      if (asking) return;
      asking = true;
      while (changed && !ended) {
        changed = false;
        const answer = await ask({ kind: 'overview', tab }).catch(() => undefined);
        if (ended) return;
        if (answer) setOverview(answer);
        setUnanswered(!answer);
      }
      asking = false;
    };
    const note = () => {
      burst ??= setTimeout(() => {
        burst = undefined;
        void load();
      }, BURST_MS);
    };

    reload.current = () => void load();
    void load();
    const stop = onStoredChange(note);
    return () => {
      ended = true;
      clearTimeout(burst);
      stop();
    };
  }, [ask, tab, onStoredChange]);

  return { overview, unanswered, reload: () => reload.current() };
}
