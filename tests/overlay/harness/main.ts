import { createElement as preactElement } from 'preact';
import { type ReactNode, createElement as reactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot as createReactRoot } from 'react-dom/client';
import { Look } from '../../../entrypoints/console.content/overlay/look.ts';
import { type Asked, isBackground } from '../../../entrypoints/console.content/overlay/occupancy.ts';
import type { Box } from '../../../entrypoints/console.content/overlay/placement.ts';
import { createRoot } from '../../../entrypoints/console.content/overlay/root.ts';

/** A view as data, from which both libraries make their own. */
export type Plan =
  | string
  | number
  | null
  | boolean
  | readonly Plan[]
  | {
      readonly type: 'div' | 'span' | 'svg' | 'function';
      readonly key: string | null;
      readonly attributes: { readonly [name: string]: string | boolean | null };
      readonly children: readonly Plan[];
    };

declare global {
  interface Window {
    /** Draws plans one after another into one place; the markup after each. */
    draw: (plans: readonly Plan[], withReact: boolean) => string[];
    createRoot: typeof createRoot;
    h: typeof reactElement;
    isBackground(box: Box, asked: Omit<Asked, 'look'>): boolean;
  }
}

window.createRoot = createRoot;
window.h = preactElement as unknown as typeof reactElement;
window.isBackground = (box, asked) => isBackground(box, { ...asked, look: new Look() });

window.draw = (plans, withReact) => {
  const host = document.createElement('section');
  document.body.append(host);
  const root = withReact ? createReactRoot(host) : createRoot(host);
  const make = withReact ? reactElement : window.h;
  const markup = plans.map((plan) => {
    const view = viewOf([plan], make) as ReactNode;
    if (withReact) flushSync(() => root.render(view));
    else root.render(view);
    return markupOf(host);
  });
  host.remove();
  return markup;
};

const Plain = ({ children }: { readonly children?: ReactNode }) => children;

function viewOf(plan: Plan, make: typeof reactElement): unknown {
  if (Array.isArray(plan)) return plan.map((part) => viewOf(part, make));
  if (plan === null || typeof plan !== 'object') return plan;
  const { type, key, attributes, children } = plan as Exclude<Plan, readonly Plan[] | string | number | boolean | null>;
  // One list: React takes an only child out of it, which changes what it tells apart.
  const inner = children.map((child) => viewOf(child, make)) as ReactNode[];
  const keyed = key === null ? {} : { key };
  return type === 'function'
    ? make(Plain, { ...keyed, children: inner })
    : make(type, { ...keyed, ...attributes, children: inner });
}

/** Markup with attributes in one order; namespaces are told. */
function markupOf(node: Node): string {
  const element = node.nodeType === Node.TEXT_NODE ? textElement(node as Text) : (node as Element);
  const attributes = Array.from(element.attributes, ({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
  const name = element.namespaceURI?.endsWith('svg') ? `svg:${element.localName}` : element.localName;
  return `<${name}${attributes.join('')}>${Array.from(element.childNodes, markupOf).join('')}</${name}>`;
}

/** What is to stand in the place of a text. */
function textElement({ data, parentElement }: Text): Element {
  const element = document.createElementNS(parentElement?.namespaceURI ?? null, 't');
  element.setAttribute('data-t', data);
  return element;
}
