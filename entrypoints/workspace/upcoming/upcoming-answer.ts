import { useCallback, useEffect, useRef, useState } from 'react';
import type { Upcoming } from '../../background/messages/upcoming.ts';
import type { Ask } from '../shell/ask.ts';

/** ms between two questions while the listings are being scanned. */
const AGAIN_MS = 400;

export interface UpcomingState {
  readonly answer: Upcoming | null;
  readonly unanswered: boolean;
  /** Asks again; with `look`, rescans the listings first. */
  readonly reload: (look: boolean) => void;
}

/** Asks what is upcoming, repeatedly until the scan of the listings is complete. */
export function useUpcoming(ask: Ask): UpcomingState {
  const [answer, setAnswer] = useState<Upcoming | null>(null);
  const [unanswered, setUnanswered] = useState(false);
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const load = useCallback(
    async (look: boolean) => {
      turn.current += 1;
      const mine = turn.current;
      clearTimeout(timer.current);
      const found = await ask({ kind: 'upcoming', look }).catch(() => undefined);
      if (mine !== turn.current) return;
      setUnanswered(!found);
      if (!found) return;
      setAnswer(found);
      // A scan that has just begun has not counted the listings yet.
      if (look || found.progress) timer.current = setTimeout(() => void load(false), AGAIN_MS);
    },
    [ask],
  );
  useEffect(() => {
    void load(true);
    return () => {
      turn.current += 1;
      clearTimeout(timer.current);
    };
  }, [load]);
  const reload = useCallback((look: boolean) => void load(look), [load]);
  return { answer, unanswered, reload };
}
