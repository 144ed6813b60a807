/**
 * What the shared components use of React, and nothing more: elements, functions, classes with a state, keys
 * and refs. The bundle of the content script has it in React's place. A redraw changes only what is different.
 */

type Props = { readonly [name: string]: unknown };
// Properties are checked where JSX is written, not here.
type ElementType = string | ((props: never) => unknown) | (new (props: never) => Component);

/** One element, component or fragment as it is to be drawn. `key` tells it from its siblings. */
interface View {
  readonly type: ElementType;
  readonly props: Props;
  readonly key: unknown;
}

/** What stands on the page for one view. */
interface Drawn {
  readonly type: ElementType;
  /** Place or key among its siblings. */
  readonly id: string;
  /** As last drawn; `NONE` before the first time. */
  props: Props;
  /** The element or text; a component and a fragment have none of their own. */
  readonly node: Element | Text | null;
  readonly component: Component | null;
  parts: readonly Drawn[];
}

/** Where the next node of a parent belongs: before this one. */
interface Cursor {
  readonly parent: Element;
  before: Node | null;
}

const NONE: Props = {};

/** The type of a text, whose words are its only property. */
const TEXT = '';

/**
 * The element of a text that is drawn by `[data-t]::after { content: attr(data-t) }`: read aloud, and out of reach of
 * `window.find()`, of selections and of the clipboard, which see text nodes in closed shadow roots too.
 */
const DRAWN_TEXT = 't';

const SVG = 'http://www.w3.org/2000/svg';

/** Names that differ from the attribute's. */
const ATTRIBUTES: { readonly [property: string]: string } = {
  className: 'class',
  htmlFor: 'for',
  defaultValue: 'value',
};

/** A component with a state. */
export abstract class Component<P = unknown, S = unknown> {
  props: P;
  // Subclasses set it where they have one.
  state = {} as S;
  /** Draws everything anew: only what changed is written. */
  redraw: () => void = () => undefined;

  constructor(props: P) {
    this.props = props;
  }

  setState(change: Partial<S>): void {
    this.state = { ...this.state, ...change };
    this.redraw();
  }

  abstract render(): unknown;
  componentDidMount(): void {}
  componentDidUpdate(_before: P): void {}
  componentWillUnmount(): void {}
}

/** Groups siblings without an element of their own. */
export const Fragment = ({ children }: { readonly children?: unknown }): unknown => children;

/** Makes a view: what JSX is compiled to. */
export function h(type: ElementType, properties: Props | null, ...children: readonly unknown[]): View {
  const { key, ...props } = properties ?? {};
  return { type, props: children.length > 0 ? { ...props, children } : props, key };
}

/** A place that is drawn into again and again. */
export interface Root {
  /** Draws `view`, null for nothing. Named as React's is, so that one test can use both. */
  render(view: unknown): void;
}

/** @param isHidden whether texts are drawn so that the page's scripts cannot find them */
export function createRoot(element: Element, isHidden = false): Root {
  let shown: unknown = null;
  let parts: readonly Drawn[] = [];
  /** Told once everything stands on the page. */
  let told: (() => void)[] = [];

  const render = (view: unknown) => {
    shown = view;
    parts = drawAll({ parent: element, before: element.firstChild }, parts, view);
    const toTell = told;
    told = [];
    for (const tell of toTell) tell();
  };

  const drawAll = (cursor: Cursor, before: readonly Drawn[], children: unknown): Drawn[] => {
    const left = new Map(before.map((drawn) => [drawn.id, drawn]));
    // `inert` keeps a text from being found as well.
    const isPlain = !isHidden || cursor.parent.matches('[inert]');
    const wanted = flat(children, isPlain).map(({ id, view }) => {
      const known = left.get(id);
      const drawn = known?.type === view.type ? known : null;
      if (drawn) left.delete(id);
      return { id, view, drawn };
    });
    // What goes is taken away first, so that nothing that stays has to move: it would lose the focus.
    for (const drawn of left.values()) erase(drawn, cursor);
    return wanted.map(({ id, view, drawn }) => drawOne(cursor, drawn ?? made(id, view, cursor.parent), view));
  };

  const made = (id: string, { type, props }: View, parent: Element): Drawn => {
    const drawn = { type, id, props: NONE, node: null, component: null, parts: [] };
    if (type === TEXT) return { ...drawn, node: document.createTextNode('') };
    if (typeof type === 'string') {
      const namespace = type === 'svg' ? SVG : parent.namespaceURI;
      return { ...drawn, node: document.createElementNS(namespace, type) };
    }
    if (!isClass(type)) return drawn;
    const component = new type(props as never);
    component.redraw = () => render(shown);
    return { ...drawn, component };
  };

  const drawOne = (cursor: Cursor, drawn: Drawn, { type, props }: View): Drawn => {
    const { node, component, props: before } = drawn;
    drawn.props = props;
    if (!node) {
      if (component) component.props = props;
      const view = component ? component.render() : (type as (props: Props) => unknown)(props);
      drawn.parts = drawAll(cursor, drawn.parts, view);
      if (component)
        told.push(() => (before === NONE ? component.componentDidMount() : component.componentDidUpdate(before)));
      return drawn;
    }
    if (node instanceof Text) {
      if (before.text !== props.text) node.data = props.text as string;
    } else {
      setAttributes(node, before, props);
      drawn.parts = drawAll({ parent: node, before: node.firstChild }, drawn.parts, props.children);
      if (before.ref !== props.ref) {
        setRef(before.ref, null);
        setRef(props.ref, node);
      }
    }
    if (cursor.before === node) cursor.before = node.nextSibling;
    else cursor.parent.insertBefore(node, cursor.before);
    return drawn;
  };

  return { render };
}

function erase({ node, component, parts, props }: Drawn, cursor: Cursor | null): void {
  component?.componentWillUnmount();
  setRef(props.ref, null);
  // What stands in an element goes with it.
  for (const part of parts) erase(part, node ? null : cursor);
  if (!node || !cursor) return;
  if (cursor.before === node) cursor.before = node.nextSibling;
  node.remove();
}

/** The views of a list of lists, each with what tells it apart. Empty places count, so that the others keep theirs. */
function flat(children: unknown, isPlain: boolean, place = ''): { id: string; view: View }[] {
  if (children === null || children === undefined || typeof children === 'boolean') return [];
  if (Array.isArray(children)) return children.flatMap((child, index) => flat(child, isPlain, `${place}.${index}`));
  if (typeof children !== 'object') return [{ id: place, view: textView(`${children}`, isPlain) }];
  const view = children as View;
  // A keyed one keeps its identity wherever it stands in its list.
  const id = view.key === undefined ? place : `${place.slice(0, place.lastIndexOf('.'))}:${view.key}`;
  return [{ id, view }];
}

function textView(text: string, isPlain: boolean): View {
  return isPlain ? { type: TEXT, props: { text }, key: null } : h(DRAWN_TEXT, { 'data-t': text });
}

function isClass(type: ElementType): type is new (props: never) => Component {
  return (type as { prototype?: unknown }).prototype instanceof Component;
}

function setAttributes(element: Element, before: Props, props: Props): void {
  for (const name in { ...before, ...props }) {
    const value = props[name];
    if (value === before[name] || name === 'children' || name === 'ref') continue;
    if (name.startsWith('on')) setListener(element, name.slice(2).toLowerCase(), before[name], value);
    else setAttribute(element, ATTRIBUTES[name] ?? name, value);
  }
}

// Not the element's own `on…` property: a listener there that returns false cancels the event.
function setListener(element: Element, type: string, before: unknown, listener: unknown): void {
  if (before) element.removeEventListener(type, before as EventListener);
  if (listener) element.addEventListener(type, listener as EventListener);
}

function setAttribute(element: Element, name: string, value: unknown): void {
  const isMissing = value === undefined || value === null || (value === false && !name.startsWith('aria-'));
  if (isMissing) element.removeAttribute(name);
  else element.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : `${value}`);
}

function setRef(ref: unknown, element: Element | null): void {
  if (typeof ref === 'function') ref(element);
  else if (ref) (ref as { current: Element | null }).current = element;
}
