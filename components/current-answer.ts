import { useEffect, useRef, useState } from 'react';

/** Changes come in bursts, one for each key written; one question answers them all. */
const BURST_MS = 60;

export interface CurrentAnswer<Answer> {
  /** The latest answer; null until the first. Kept while nobody answers. */
  readonly answer: Answer | null;
  readonly unanswered: boolean;
  readonly reload: () => void;
}

/**
 * Asks now and after every stored change: never two questions at once, never one lost. Another `ask` is another question.
 * `ask` rejects, or answers undefined, when nobody answers.
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
