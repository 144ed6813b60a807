import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type Connection, contextOf } from './firefox-connection.ts';
import type { NoteView, OverlayView } from './overlay.ts';

/** What is seen of the overlay in Firefox. */
export interface FirefoxOverlay {
  readOverlay(page: Page): Promise<OverlayView>;
  /** Waits until the overlay looks as wanted; the error says what it showed instead. */
  waitForOverlay(page: Page, wanted: (view: OverlayView) => boolean): Promise<OverlayView>;
  /** Values a CSS property has, as computed, in each element of the overlay with a class. */
  computed(page: Page, className: string, property: string): Promise<string[]>;
  /** The overlay's element that has the focus; null when the focus is in the page. */
  focused(page: Page): Promise<Focused | null>;
}

interface Focused {
  readonly className: string;
  /** Its label, or else its text. */
  readonly name: string;
}

/** A node as BiDi serialises it; `sharedId` names it in later commands. */
interface RemoteNode {
  readonly sharedId: string;
  readonly value: {
    readonly nodeType: number;
    readonly nodeValue?: string;
    readonly localName?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
}

/**
 * Looks into the overlay's closed shadow root as WebDriver serialises it; the page itself cannot. Functions run in a
 * sandbox beside the page's scripts.
 */
export function overlayReader(connection: Connection): FirefoxOverlay {
  const findHost = async (page: Page): Promise<RemoteNode | null> => {
    const { result } = (await connection.send('script.evaluate', {
      expression: "document.querySelector('preflight-overlay')",
      target: { context: contextOf(page), sandbox: 'overlay' },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
    })) as { result: { result: RemoteNode & { type: string } } };
    return result.result.type === 'node' ? result.result : null;
  };

  /** Calls a function with nodes of the overlay and gives what it returns, which must be JSON. */
  const inspect = async <Result>(
    page: Page,
    look: (nodes: Element[], detail: string) => Result,
    nodes: readonly RemoteNode[],
    detail = '',
  ): Promise<Result> => {
    const { result } = (await connection.send('script.callFunction', {
      functionDeclaration: `(detail, ...nodes) => JSON.stringify((${look})(nodes, detail))`,
      arguments: [{ type: 'string', value: detail }, ...nodes.map(({ sharedId }) => ({ sharedId }))],
      target: { context: contextOf(page), sandbox: 'overlay' },
      awaitPromise: false,
    })) as { result: { result: { value: string }; exceptionDetails?: { text: string } } };
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return JSON.parse(result.result.value) as Result;
  };

  const readOverlay = async (page: Page): Promise<OverlayView> => {
    const host = await findHost(page);
    if (!host) return { present: false, notes: [], dock: '', card: '', status: '' };
    const noteNodes = withClass(host, 'note');
    const places = await inspect(page, placesOf, noteNodes);
    const notes = noteNodes.map((node, index): NoteView => {
      const classes = attribute(node, 'class').split(' ');
      const level = classes.find((name) => /^note-(error|warning|info|unknown)$/.test(name)) ?? '';
      return {
        level: level.replace('note-', ''),
        text: withClass(node, 'note-sentence').map(text).join(''),
        marker: classes.includes('note-marker'),
        stale: classes.includes('note-stale'),
        ...(places[index] as Place),
      };
    });
    const textOf = (name: string) => withClass(host, name).map(text).join(' ');
    const status = all(host).find((node) => attribute(node, 'role') === 'status');
    return { present: true, notes, dock: textOf('dock'), card: textOf('card'), status: status ? text(status) : '' };
  };

  return {
    readOverlay,
    async waitForOverlay(page, wanted) {
      let view = await readOverlay(page);
      for (const end = Date.now() + 15_000; !wanted(view); view = await readOverlay(page)) {
        if (Date.now() > end) throw new Error(`The overlay shows ${JSON.stringify(view, null, 1)}`);
        await setTimeout(50);
      }
      return view;
    },
    async computed(page, className, property) {
      const host = await findHost(page);
      return inspect(page, valuesOf, host ? withClass(host, className) : [], property);
    },
    async focused(page) {
      const root = (await findHost(page))?.value.shadowRoot;
      return root ? inspect(page, focusIn, [root]) : null;
    },
  };
}

type Place = Pick<NoteView, 'visible' | 'box'>;

// The next three run in the browser, each by itself.

function placesOf(elements: Element[]): Place[] {
  return elements.map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { visible: getComputedStyle(element).visibility === 'visible', box: { left, top, width, height } };
  });
}

function valuesOf(elements: Element[], property: string): string[] {
  return elements.map((element) => getComputedStyle(element).getPropertyValue(property));
}

function focusIn([root]: Element[]): Focused | null {
  const element = (root as unknown as ShadowRoot).activeElement;
  if (!element) return null;
  const [label] = (element as HTMLInputElement).labels ?? [];
  const texts = [...(label ?? element).querySelectorAll('t')].map((text) => text.getAttribute('data-t'));
  return { className: element.className, name: texts.join('').trim() };
}

function all(node: RemoteNode): RemoteNode[] {
  const { shadowRoot, children = [] } = node.value;
  return [node, ...[...(shadowRoot ? [shadowRoot] : []), ...children].flatMap(all)];
}

function text(node: RemoteNode): string {
  const { nodeType, nodeValue = '', children = [] } = node.value;
  return nodeType === 3 ? nodeValue : attribute(node, 'data-t') || children.map(text).join('');
}

function attribute({ value }: RemoteNode, name: string): string {
  return value.attributes?.[name] ?? '';
}

function withClass(node: RemoteNode, name: string): RemoteNode[] {
  return all(node).filter((candidate) => attribute(candidate, 'class').split(' ').includes(name));
}
