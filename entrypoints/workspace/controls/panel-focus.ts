import { useEffect, useRef } from 'react';

/** Focuses a panel that has just appeared, so that it is read out and its buttons come next. */
export function usePanelFocus() {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return panel;
}
