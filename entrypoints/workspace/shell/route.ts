import { useEffect, useState } from 'react';

/** The workspace's views in the order of the rail. To add one, name it here and in `Workspace.tsx`. */
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
/** Views without a place in the rail: `listing` belongs to the listings, the others are linked at the rail's foot. */
const otherViews = ['listing', 'welcome', 'news'] as const;
export type View = RailView | (typeof otherViews)[number];
const allViews: readonly View[] = [...views, ...otherViews];

export interface Route {
  readonly view: View;
  /** What the address asks the view to show first: a rule's id, a shop. Empty for nothing in particular. */
  readonly target: string;
}

/** Parses `#/rules`, `#/rules/amazon/title-length`, `#/own`, `#/listing/<shop>/<listing>`; else the first view. */
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
