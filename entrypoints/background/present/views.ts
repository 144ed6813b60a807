import type { PartName, View } from '../messages/views.ts';

interface Node {
  readonly type: unknown;
  readonly props: { readonly children?: unknown; readonly [name: string]: unknown };
}

/**
 * Turns what a component draws into data. The component is called here, so that no page of a console carries it.
 * @param parts what the page draws itself: it has a state, or what it shows changes while the rest stands
 */
export class ViewMaker<Act> {
  readonly #parts: ReadonlyMap<unknown, PartName>;
  readonly #acts = new Map<unknown, Act>();

  constructor(parts: ReadonlyMap<unknown, PartName>) {
    this.#parts = parts;
  }

  /** A function that stands for what the page does on a click. */
  doing(act: Act): () => void {
    const press = () => undefined;
    this.#acts.set(press, act);
    return press;
  }

  /** What was drawn, as data. */
  views(node: unknown): View<Act>[] {
    if (node === null || node === undefined || typeof node === 'boolean') return [];
    if (Array.isArray(node)) return node.flatMap((one) => this.views(one));
    if (typeof node !== 'object') return [`${node}`];
    const { type, props } = node as Node;
    const part = this.#parts.get(type);
    if (part) return [{ tag: part, props: plain(props), content: [] }];
    if (typeof type === 'function') return this.views(type(props));
    const { children, onClick, ...attributes } = props;
    // A fragment.
    if (typeof type !== 'string') return this.views(children);
    const act = this.#acts.get(onClick);
    const view = { tag: type, props: plain(attributes), content: this.views(children) };
    return [act === undefined ? view : { ...view, act }];
  }
}

/** Properties that can be sent. The page has the texts, and its own functions. */
function plain(props: Node['props']): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(props).filter(
      ([name, value]) => name !== 'texts' && value !== undefined && typeof value !== 'function',
    ),
  );
}
