import { type ComponentClass, createElement, Component as ReactComponent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot as createReactRoot } from 'react-dom/client';
import { Component, createRoot, h } from '../../../entrypoints/console.content/overlay/draw.ts';
import { Look } from '../../../entrypoints/console.content/overlay/look.ts';
import { type Asked, isBackground } from '../../../entrypoints/console.content/overlay/occupancy.ts';
import type { Box } from '../../../entrypoints/console.content/overlay/placement.ts';

/** A view as data, from which both libraries make their own. */
export type Plan =
  | string
  | number
  | null
  | boolean
  | readonly Plan[]
  | {
      readonly type: 'div' | 'span' | 'svg' | 'function' | 'class';
      readonly key: string | null;
      readonly attributes: { readonly [name: string]: string | boolean | null };
      readonly children: readonly Plan[];
    };

/** What one library made of the plans: after each, what stands there and which of its elements are the ones of before. */
export interface Outcome {
  readonly markup: readonly string[];
  readonly kept: readonly string[];
  readonly lives: readonly string[];
}

declare global {
  interface Window {
    draw: (plans: readonly Plan[], withReact: boolean) => Outcome;
    createRoot: typeof createRoot;
    h: typeof h;
    isBackground(box: Box, asked: Omit<Asked, 'look'>): boolean;
    Counter: typeof Counter;
  }
}

interface Library {
  readonly make: (type: unknown, properties: object) => unknown;
  readonly plain: unknown;
  readonly living: unknown;
}

type Living = { readonly children?: ReactNode; readonly name: string; readonly tell: (event: string) => void };

const Plain = ({ children }: { readonly children?: unknown }) => children;

/** The same class on either library's base. */
function living(Base: typeof ReactComponent<Living>): ComponentClass<Living> {
  return class extends Base {
    override componentDidMount() {
      this.props.tell(`mounted ${this.props.name}`);
    }
    override componentDidUpdate(before: Readonly<Living>) {
      this.props.tell(`updated ${before.name} to ${this.props.name}`);
    }
    override componentWillUnmount() {
      this.props.tell(`gone ${this.props.name}`);
    }
    override render() {
      return this.props.children ?? null;
    }
  };
}

const react: Library = {
  make: createElement as Library['make'],
  plain: Plain,
  living: living(ReactComponent<Living>),
};
const ours: Library = {
  make: h as Library['make'],
  plain: Plain,
  living: living(Component as unknown as typeof ReactComponent<Living>),
};

class Counter extends Component<{ readonly keep: (element: Element | null) => void }, { count: number }> {
  override state = { count: 0 };
  override render() {
    const { count } = this.state;
    return h('button', { ref: this.props.keep, onClick: () => this.setState({ count: count + 1 }) }, count);
  }
}

window.createRoot = createRoot;
window.h = h;
window.isBackground = (box, asked) => isBackground(box, { ...asked, look: new Look() });
window.Counter = Counter;

window.draw = (plans, withReact) => {
  const host = document.createElement('section');
  document.body.append(host);
  const root = withReact ? createReactRoot(host) : createRoot(host);
  const library = withReact ? react : ours;
  const names = new WeakMap<Element, number>();
  const markup: string[] = [];
  const kept: string[] = [];
  const lives: string[] = [];
  let told: string[] = [];
  const draw = (plan: Plan) => {
    const view = viewOf([plan], library, (event) => told.push(event)) as ReactNode;
    if (withReact) flushSync(() => root.render(view));
    else root.render(view);
    markup.push(markupOf(host));
    kept.push(Array.from(host.querySelectorAll('*'), (element) => names.get(element) ?? 'new').join(' '));
    for (const [index, element] of host.querySelectorAll('*').entries()) names.set(element, index);
    lives.push(told.sort().join(', '));
    told = [];
  };
  for (const plan of plans) draw(plan);
  draw(null);
  host.remove();
  return { markup, kept, lives };
};

function viewOf(plan: Plan, library: Library, tell: (event: string) => void): unknown {
  if (Array.isArray(plan)) return plan.map((part) => viewOf(part, library, tell));
  if (plan === null || typeof plan !== 'object') return plan;
  const { type, key, attributes, children } = plan as Exclude<Plan, readonly Plan[] | string | number | boolean | null>;
  // One list: React takes an only child out of it, which changes what it tells apart.
  const inner = children.map((child) => viewOf(child, library, tell));
  const keyed = key === null ? {} : { key };
  if (type === 'function') return library.make(library.plain, { ...keyed, children: inner });
  if (type === 'class') return library.make(library.living, { ...keyed, name: `${key}`, tell, children: inner });
  return library.make(type, { ...keyed, ...attributes, children: inner });
}

/** Markup with attributes in one order; namespaces are told. */
function markupOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  const element = node as Element;
  const attributes = Array.from(element.attributes, ({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
  const name = element.namespaceURI?.endsWith('svg') ? `svg:${element.localName}` : element.localName;
  return `<${name}${attributes.join('')}>${Array.from(element.childNodes, markupOf).join('')}</${name}>`;
}
