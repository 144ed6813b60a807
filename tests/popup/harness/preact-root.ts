import { type ComponentChild, render } from 'preact';

/** Preact under the name of react-dom/client, with texts as texts: for components alone. */
export function createRoot(element: Element): { render(view: ComponentChild): void } {
  return { render: (view) => render(view, element) };
}
