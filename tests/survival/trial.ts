import type { Guide, PageGuide } from '../../entrypoints/background/consoles/guide.ts';
import { guideTo } from '../../entrypoints/background/consoles/guides.ts';
import { understandFields } from '../../entrypoints/background/understanding/understand.ts';
import type { OpenPage } from '../../entrypoints/console.content/reading/page.ts';
import type { ConsolePage, Expected } from '../readers/console-pages.ts';
import { writingOf } from '../readers/writing.ts';
import { openPage, recordsOf } from '../tools/open-page.ts';
import { Anchors } from './anchors.ts';
import { compare, compareSimply, type Found, type Outcome } from './comparing.ts';
import { type Perturbation, type PerturbationName, perturbations, type Scene } from './perturbations.ts';
import { randomFrom } from './random.ts';
import { readByLabels, readBySelectors, type SimpleRecord, testedRecipes } from './simple-strategies.ts';
import { truthOf, valuesOf } from './truth.ts';
import { Vocabulary } from './vocabulary.ts';

/** One change of a page: which, and the number that makes it this one. */
export interface Change {
  readonly kind: PerturbationName;
  readonly seed: number;
}

export interface Trial {
  readonly change: Change;
  readonly readers: Outcome;
  /** The same page read by fixed selectors, and by labels alone. */
  readonly selectors: Outcome;
  readonly labels: Outcome;
  /** The page as it was changed; only where it was asked for. */
  readonly html?: string;
}

/** Shows a page, changes it and reads it again: once for each change. Runs in a browser, at the page's own origin. */
export async function tryChanges(shown: ConsolePage, changes: readonly Change[], keepHtml = false): Promise<Trial[]> {
  const trials: Trial[] = [];
  // Pages that work on themselves take their time, and more of it the more of them there are.
  const atOnce = shown.expected.settlesAfterMs ? 4 : 1;
  for (let next = 0; next < changes.length; next += atOnce) {
    const group = changes.slice(next, next + atOnce);
    trials.push(...(await Promise.all(group.map((change) => tryChange(shown, change, keepHtml)))));
  }
  return trials;
}

async function tryChange(shown: ConsolePage, change: Change, keepHtml: boolean): Promise<Trial> {
  const frame = await show(shown);
  try {
    return await tryOn(frame.contentDocument as Document, shown, change, keepHtml);
  } finally {
    frame.remove();
  }
}

async function tryOn(
  page: Document,
  { name, expected }: ConsolePage,
  change: Change,
  keepHtml: boolean,
): Promise<Trial> {
  const address = new URL(expected.url);
  const guide = guideFor(address, expected.language);
  const before = openPage(page, address, guide);
  const records = recordsOf(before);
  const writtenNow = writingOf({ store: before.store(), language: expected.language, records }, expected.url);
  const truth = truthOf(expected, before, records);
  const known = guide.readers.find(({ id }) => id === expected.page);
  const recipes = known ? testedRecipes(page, truth, known, (fields) => understandFields(fields, writtenNow)) : [];
  const perturbation: Perturbation = perturbations[change.kind];
  perturbation.apply(
    sceneOf(page, truth, expected.language, expected.page, randomFrom(change.seed, `${name} ${change.kind}`)),
  );
  // A page never changes within a task of its reader's.
  await Promise.resolve();

  const language = page.documentElement.lang || expected.language;
  const changed = perturbation.whileOpen ? guide : guideFor(address, language);
  const after = perturbation.whileOpen ? before : openPage(page, address, changed);
  const read = recordsOf(after);
  // Words change, the way in which numbers and days are written does not.
  const writing = writingOf({ store: after.store(), language: expected.language, records: read }, expected.url);
  const found = read.map(({ key, fields }) => ({ key, fields: understandFields(fields, writing) }));
  const pageGuide = changed.readers.find(({ id }) => id === expected.page);
  const anchors = pageGuide && new Anchors(page, pageGuide);
  const readers = compare(truth, found, (record, field) => anchors?.leadTo(record, field) ?? false);
  const simply = (read: (known: PageGuide) => SimpleRecord[]) =>
    compareSimply(truth, pageGuide ? read(pageGuide) : [], (fields) => understandFields(fields, writing));
  const selectors = simply((known) => readBySelectors(page, truth, recipes, known));
  const labels = simply((known) => readByLabels(page, truth, known));
  return { change, readers, selectors, labels, ...(keepHtml && { html: htmlOf(page) }) };
}

function readWith(open: OpenPage, address: URL, writtenIn: string): Found[] {
  const records = recordsOf(open);
  const writing = writingOf({ store: open.store(), language: writtenIn, records }, address.href);
  return records.map(({ key, fields }) => ({ key, fields: understandFields(fields, writing) }));
}

function sceneOf(
  page: Document,
  truth: Parameters<typeof valuesOf>[0],
  language: string,
  kind: string | null,
  random: () => number,
): Scene {
  return {
    page,
    content: page.querySelector('#sc-content-container,#page_container_id,#GEC-main') ?? page.body,
    random,
    holdsValue: valuesOf(truth),
    language,
    vocabulary: kind === null ? null : new Vocabulary(kind),
  };
}

/** The guide as it arrives in the page: plain data. */
function guideFor(address: URL, language: string): Guide {
  const guide = guideTo(address, language);
  if (!guide) throw new Error(`No guide to ${address.href}`);
  return JSON.parse(JSON.stringify(guide)) as Guide;
}

/** Scripts of a page run only where it needs time to become what is expected. */
async function show({ html, expected }: ConsolePage): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  const { settlesAfterMs = 0 } = expected;
  frame.setAttribute('sandbox', settlesAfterMs > 0 ? 'allow-same-origin allow-scripts' : 'allow-same-origin');
  frame.style.cssText = 'width:1400px;height:900px;border:0';
  localStorage.clear();
  frame.srcdoc = html;
  await new Promise((loaded) => {
    frame.onload = loaded;
    document.body.append(frame);
  });
  if (settlesAfterMs > 0) await rest(frame.contentDocument as Document, expected);
  else for (const { textContent } of (frame.contentDocument as Document).scripts) keepStore(textContent);
  return frame;
}

/** Waits until a page that works on itself shows what is expected of it; at most half a minute. Throws when it does not. */
async function rest(page: Document, expected: Expected): Promise<void> {
  const address = new URL(expected.url);
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    await new Promise((waited) => setTimeout(waited, 500));
    const open = openPage(page, address, guideFor(address, expected.language));
    const { wrong, lost } = compare(
      truthOf(expected, open, recordsOf(open)),
      readWith(open, address, expected.language),
    );
    if (wrong.length === 0 && lost.length === 0) return;
  }
  throw new Error(`The page at ${expected.url} did not come to rest.`);
}

/** What a page keeps of its store is put there by its own script. */
function keepStore(script: string | null): void {
  if (script?.includes('localStorage.setItem')) new Function(script)();
}

/** A page as a file that shows the same again. Scripts that changed it would change it once more. */
function htmlOf(page: Document): string {
  for (const script of [...page.scripts])
    if (!/localStorage\.setItem|ue_mid/.test(script.textContent ?? '')) script.remove();
  return `<!doctype html>\n${page.documentElement.outerHTML.slice(0, page.documentElement.outerHTML.indexOf('>') + 1)}${page.documentElement.getHTML({ shadowRoots: shadowRootsIn(page) })}</html>`;
}

function shadowRootsIn(root: Document | ShadowRoot): ShadowRoot[] {
  return [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...shadowRootsIn(shadowRoot)] : [],
  );
}
