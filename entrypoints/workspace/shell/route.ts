import { useEffect, useState } from 'react';

/** The workspace's views, in the order of the rail. A further view is one more name here and in `Workspace.tsx`. */
export const views = [
  'overview',
  'listings',
  'bulk',
  'imports',
  'upcoming',
  'rules',
  'own',
  'settings',
  'diagnosis',
] as const;
export type RailView = (typeof views)[number];
/** They have no place of their own in the rail: `listing` is one of the listings, the others are linked at its foot. */
const otherViews = ['listing', 'welcome', 'news'] as const;
export type View = RailView | (typeof otherViews)[number];
const allViews: readonly View[] = [...views, ...otherViews];

export interface Route {
  readonly view: View;
  /** What the view is to show first, as the address says it: a rule's id, a store. Empty: nothing in particular. */
  readonly target: string;
}

/** Reads `#/rules`, `#/rules/amazon/title-length`, `#/own`, `#/listing/<store>/<listing>`; anything else is the first view. */
export function routeOf(hash: string): Route {
  const [, name = '', target = ''] = /^#\/([^/]+)\/?(.*)$/u.exec(hash) ?? [];
  const view = allViews.find((one) => one === name);
  return view ? { view, target } : { view: views[0], target: '' };
}

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return routeOf(hash);
}
