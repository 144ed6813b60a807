import { type ComponentChild, options, render } from 'preact';
import type { ReactNode } from 'react';

/** A place that is drawn into again and again. */
export interface Root {
  /** Draws `view`, null for nothing, at once. */
  render(view: ReactNode): void;
}

/**
 * The element of a text that is drawn by `[data-t]::after { content: attr(data-t) }`: read aloud, and out of reach of
 * `window.find()`, of selections and of the clipboard, which see text nodes in closed shadow roots too.
 */
const DRAWN_TEXT = 't';

const { vnode: before } = options;

/** Preact makes a view of every text, without a type: it becomes one of an element before anything is drawn. */
options.vnode = (view) => {
  before?.(view);
  if ((view.type as unknown) === null) Object.assign(view, { type: DRAWN_TEXT, props: { 'data-t': `${view.props}` } });
};

/** Draws into an element, without a node of text. */
export function createRoot(element: Element): Root {
  // What components are written in React's types Preact draws in its own.
  return { render: (view) => render(view as ComponentChild, element) };
}
