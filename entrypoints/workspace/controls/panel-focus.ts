import { useEffect, useRef } from 'react';

/** A panel that has just come gets the focus, so that it is read out and its buttons are next. */
export function usePanelFocus() {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return panel;
}
