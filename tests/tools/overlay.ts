import type { CDPSession, Page } from '@playwright/test';

/**
 * Looks into the overlay's closed shadow root through the browser's own debugging protocol: the page itself cannot, and
 * neither can Playwright's locators.
 */
export interface OverlayView {
  /** Whether the host is in the page. */
  readonly present: boolean;
  readonly notes: readonly NoteView[];
  readonly dock: string;
  readonly card: string;
  readonly status: string;
}

export interface NoteView {
  readonly level: string;
  readonly text: string;
  readonly marker: boolean;
  readonly stale: boolean;
  readonly visible: boolean;
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** As long as it takes the browser to tell that a card can be seen; nobody is faster by hand. */
const SEEN_MS = 800;

interface DomNode {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly nodeType: number;
  readonly localName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known) return known;
  const created = page.context().newCDPSession(page);
  sessions.set(page, created);
  return created;
}

/** What the overlay shows now. */
export async function readOverlay(page: Page): Promise<OverlayView> {
  const session = await sessionOf(page);
  const host = await findHost(session);
  if (!host) return { present: false, notes: [], dock: '', card: '', status: '' };
  const notes = await Promise.all(withClass(host, 'note').map((node) => readNote(session, node)));
  const textOf = (name: string) => withClass(host, name).map(text).join(' ');
  const status = all(host).find((node) => attribute(node, 'role') === 'status');
  return { present: true, notes, dock: textOf('dock'), card: textOf('card'), status: status ? text(status) : '' };
}

/** Waits until the overlay looks as wanted; the error says what it showed instead. */
export async function waitForOverlay(
  page: Page,
  wanted: (view: OverlayView) => boolean,
  timeout = 10_000,
): Promise<OverlayView> {
  let view = await readOverlay(page);
  for (const end = Date.now() + timeout; !wanted(view); view = await readOverlay(page)) {
    if (Date.now() > end) throw new Error(`The overlay shows ${JSON.stringify(view, null, 1)}`);
    await page.waitForTimeout(50);
  }
  return view;
}

/** Clicks the first element of the overlay with a class and, when given, a text in it. */
export async function clickInOverlay(page: Page, className: string, containing = ''): Promise<void> {
  const { x, y } = await centreOf(page, (node) => hasClass(node, className) && text(node).includes(containing));
  await page.mouse.click(x, y);
}

/** Clicks the button of the overlay with this text or label. */
export async function clickButton(page: Page, name: string): Promise<void> {
  const { x, y } = await centreOf(
    page,
    (node) => node.localName === 'button' && (text(node).trim() === name || attribute(node, 'aria-label') === name),
  );
  await page.mouse.click(x, y);
}

/** Types into the first field of the open card. */
export async function typeIntoCard(page: Page, value: string): Promise<void> {
  const { x, y } = await centreOf(page, (node) => hasClass(node, 'entry-input'));
  await page.mouse.click(x, y, { clickCount: 3 });
  await page.keyboard.type(value);
  await page.waitForTimeout(SEEN_MS);
}

/** Clicks a decision in the open card by the beginning of its name, once the card has stood to be seen. */
export async function decideInCard(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SEEN_MS);
  await clickInOverlay(page, 'button-quiet', name);
}

/** What stands in the elements of the overlay with a class; empty when there are none. */
export async function overlayText(page: Page, className: string): Promise<string> {
  const host = await findHost(await sessionOf(page));
  return host ? withClass(host, className).map(text).join(' ') : '';
}

/** The overlay's whole content as HTML, with the texts that its styles draw as texts. */
export async function overlayHtml(page: Page): Promise<string> {
  const session = await sessionOf(page);
  const host = await findHost(session);
  const root = host?.shadowRoots?.[0];
  if (!root) return '';
  const children = root.children ?? [];
  const parts = await Promise.all(children.map(({ nodeId }) => session.send('DOM.getOuterHTML', { nodeId })));
  const html = parts.map(({ outerHTML }) => outerHTML).join('');
  return html.replaceAll(/(<t) data-t="([^"]*)">(?=<\/t>)/g, '$1>$2');
}

/** Every text that the overlay's styles draw, and every text node that is not inert: those a script of the page can find. */
export async function overlayTexts(page: Page): Promise<{ drawn: string[]; nodes: string[] }> {
  const host = await findHost(await sessionOf(page));
  const drawn = (host ? all(host) : []).map((node) => attribute(node, 'data-t')).filter((one) => one.trim() !== '');
  const walk = (node: DomNode): string[] => {
    if (node.nodeType === 3) return node.nodeValue.trim() ? [node.nodeValue] : [];
    const isUnfindable = node.localName === 'style' || (node.attributes ?? []).includes('inert');
    return isUnfindable ? [] : [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(walk);
  };
  return { drawn, nodes: host ? walk(host) : [] };
}

/** Names and roles of the overlay's parts as assistive technology is told them. */
export async function overlayNames(page: Page): Promise<string[]> {
  const session = await sessionOf(page);
  const host = await findHost(session);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const ours = new Set((host ? all(host) : []).map(({ backendNodeId }) => backendNodeId));
  return nodes
    .filter(({ ignored, backendDOMNodeId = 0 }) => !ignored && ours.has(backendDOMNodeId))
    .map(({ role, name, value }) => `${role?.value}: ${[name?.value, value?.value].filter(Boolean).join(' = ')}`);
}

/** Presses Tab until the focus is on the control with a name. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const session = await sessionOf(page);
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press('Tab');
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const isFocused = (one: (typeof nodes)[number]) =>
      one.properties?.some((property) => property.name === 'focused' && property.value.value === true);
    if (nodes.some((one) => one.name?.value === name && isFocused(one))) return;
  }
  throw new Error(`Tab reaches no control named ${name}.`);
}

async function findHost(session: CDPSession): Promise<DomNode | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return all(root as DomNode).find(({ localName }) => localName === 'preflight-overlay');
}

async function readNote(session: CDPSession, node: DomNode): Promise<NoteView> {
  const classes = attribute(node, 'class').split(' ');
  const level = classes.find((name) => /^note-(error|warning|info|unknown)$/.test(name)) ?? '';
  const sentence = withClass(node, 'note-sentence').map(text).join('');
  const box = await boxOf(session, node);
  return {
    level: level.replace('note-', ''),
    text: sentence,
    marker: classes.includes('note-marker'),
    stale: classes.includes('note-stale'),
    visible: attribute(node, 'style').includes('visibility: visible'),
    box,
  };
}

async function boxOf(session: CDPSession, { nodeId }: DomNode): Promise<NoteView['box']> {
  try {
    const { model } = await session.send('DOM.getBoxModel', { nodeId });
    const [left = 0, top = 0] = model.border;
    return { left, top, width: model.width, height: model.height };
  } catch {
    // Not laid out.
    return { left: 0, top: 0, width: 0, height: 0 };
  }
}

/** Once it stands still: what has just been drawn gets its place in the next frame. */
async function centreOf(page: Page, wanted: (node: DomNode) => boolean): Promise<{ x: number; y: number }> {
  const session = await sessionOf(page);
  let before = '';
  for (const end = Date.now() + 10_000; Date.now() < end; await page.waitForTimeout(50)) {
    const host = await findHost(session);
    const node = host && all(host).find(wanted);
    if (!node) continue;
    const box = await boxOf(session, node);
    const { left, top, width, height } = box;
    if (width > 0 && JSON.stringify(box) === before) return { x: left + width / 2, y: top + height / 2 };
    before = JSON.stringify(box);
  }
  throw new Error('The overlay shows no such element.');
}

function all(node: DomNode): DomNode[] {
  return [node, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(all)];
}

function text(node: DomNode): string {
  if (node.nodeType === 3) return node.nodeValue;
  return attribute(node, 'data-t') || (node.children ?? []).map(text).join('');
}

function attribute({ attributes = [] }: DomNode, name: string): string {
  const index = attributes.findIndex((part, place) => place % 2 === 0 && part === name);
  return index === -1 ? '' : (attributes[index + 1] ?? '');
}

function hasClass(node: DomNode, name: string): boolean {
  return attribute(node, 'class').split(' ').includes(name);
}

function withClass(node: DomNode, name: string): DomNode[] {
  return all(node).filter((candidate) => hasClass(candidate, name));
}

/** The overlay's styles, as its shadow root holds them. */
export async function overlayStyles(page: Page): Promise<string> {
  const session = await sessionOf(page);
  const host = await findHost(session);
  const root = host?.shadowRoots?.[0];
  if (!root) return '';
  const { object } = await session.send('DOM.resolveNode', { nodeId: root.nodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    ...(object.objectId ? { objectId: object.objectId } : {}),
    functionDeclaration: `function () {
      const sheets = [...this.adoptedStyleSheets, ...this.styleSheets];
      return sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\\n');
    }`,
    returnByValue: true,
  });
  return String(result.value ?? '');
}

/** What is drawn, measured in one go: many pages are looked at. */
export interface DrawnOverlay {
  readonly notes: readonly { readonly text: string; readonly marker: boolean; readonly box: NoteView['box'] }[];
  /** Null while there is no dock. */
  readonly dock: NoteView['box'] | null;
}

/** Reads the boxes of what the overlay shows, as often as wanted, from the host that is in the page now; null without one. */
export async function overlayMeter(page: Page): Promise<(() => Promise<DrawnOverlay>) | null> {
  const session = await sessionOf(page);
  const root = (await findHost(session))?.shadowRoots?.[0];
  if (!root) return null;
  const { object } = await session.send('DOM.resolveNode', { nodeId: root.nodeId });
  return async () => {
    const { result } = await session.send('Runtime.callFunctionOn', {
      ...(object.objectId ? { objectId: object.objectId } : {}),
      functionDeclaration: `function () {
        const boxOf = (element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return { left, top, width, height };
        };
        const dock = this.querySelector('.dock');
        const notes = Array.from(this.querySelectorAll('.note'), (note) => ({
          text: Array.from(note.querySelectorAll('.note-sentence t'), (text) => text.dataset.t).join(''),
          marker: note.classList.contains('note-marker'),
          isShown: getComputedStyle(note).visibility === 'visible',
          box: boxOf(note),
        }));
        return { notes: notes.filter(({ isShown }) => isShown), dock: dock && boxOf(dock) };
      }`,
      returnByValue: true,
    });
    return result.value as DrawnOverlay;
  };
}
