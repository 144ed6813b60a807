import { useEffect, useRef, useState } from 'react';
import type { SettingsOverview } from '../background/api.ts';
import type { Ask } from './ask.ts';

/** Changes come in bursts, one for each key written; one question answers them all. */
const BURST_MS = 60;

export interface SettingsState {
  /** The latest answer; null until the first. Kept while the background does not answer. */
  readonly settings: SettingsOverview | null;
  readonly unanswered: boolean;
  readonly reload: () => void;
}

/** Asks for the settings now and after every stored change: never two questions at once, never one lost. */
export function useSettings(ask: Ask, onStoredChange: (listener: () => void) => () => void): SettingsState {
  const [settings, setSettings] = useState<SettingsOverview | null>(null);
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
        const answer = await ask({ kind: 'settings' }).catch(() => undefined);
        if (ended) return;
        if (answer) setSettings(answer);
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
  }, [ask, onStoredChange]);

  return { settings, unanswered, reload: () => reload.current() };
}
