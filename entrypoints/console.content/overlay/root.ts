import { type ComponentChild, options, render } from 'preact';
import type { ReactNode } from 'react';

/** A place to render into repeatedly. */
export interface Root {
  /** Renders `view` synchronously; null for nothing. */
  render(view: ReactNode): void;
}

/**
 * Element name of a text drawn by `[data-t]::after { content: attr(data-t) }`: screen readers read it, but
 * `window.find()`, selections and the clipboard do not reach it. They do see text nodes, even in closed shadow roots.
 */
const DRAWN_TEXT = 't';

const { vnode: before } = options;

/** Preact creates a vnode without a type for every text: turn it into an element before it is rendered. */
options.vnode = (view) => {
  before?.(view);
  if ((view.type as unknown) === null) Object.assign(view, { type: DRAWN_TEXT, props: { 'data-t': `${view.props}` } });
};

/** Renders into an element without creating text nodes. */
export function createRoot(element: Element): Root {
  // Components use React's types; Preact renders its own.
  return { render: (view) => render(view as ComponentChild, element) };
}
