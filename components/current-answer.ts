import { useEffect, useRef, useState } from 'react';

/** Storage changes come in bursts, one per written key; a single question answers them all. */
const BURST_MS = 60;

export interface CurrentAnswer<Answer> {
  /** The latest answer; null before the first. Kept when a later question gets no reply. */
  readonly answer: Answer | null;
  readonly unanswered: boolean;
  readonly reload: () => void;
}

/**
 * Asks now and after every stored change: one question at a time, none lost. A new `ask` starts a new question.
 * `ask` rejects, or resolves to undefined, when nobody replies.
 */
export function useCurrentAnswer<Answer>(
  ask: () => Promise<Answer | undefined>,
  onStoredChange: (listener: () => void) => () => void,
): CurrentAnswer<Answer> {
  const [answer, setAnswer] = useState<Answer | null>(null);
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
        const found = await ask().catch(() => undefined);
        if (ended) return;
        if (found) setAnswer(found);
        setUnanswered(!found);
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
  }, [ask, onStoredChange]);

  return { answer, unanswered, reload: () => reload.current() };
}
