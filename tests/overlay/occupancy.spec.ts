import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { builtPage, HARNESS_ORIGIN, launchPlain, servePage } from '../popup/harness/built-page.ts';

// Invented forms, laid out in the ways consoles lay theirs out, looked at every 3 px: whatever stands in a box that was
// said to be free shows there.

const text = fc.constantFrom(
  'Sale price',
  'USD',
  'Required',
  '请输入申报价格',
  'i',
  'A hint that takes more than one line here',
);
const thing = fc.oneof(
  text.map((words) => `<span>${words}</span>`),
  text.map((words) => `<label style="display:block">${words}</label>`),
  fc.constantFrom(
    '<button style="width:18px;height:18px">?</button>',
    '<input style="width:90px">',
    '<svg width="14" height="14" viewBox="0 0 14 14"><path d="M0 0h14v14H0z"/></svg>',
    '<select><option>One</option></select>',
    '<em></em>',
    '<p style="visibility:hidden">Hidden words</p>',
    '<p style="display:none">No words</p>',
    '<i style="position:absolute;right:20px;bottom:-14px;width:40px;height:30px;background:red"><img alt="" width="16" height="16"></i>',
  ),
);
const styles = fc.constantFrom(
  '',
  'padding:6px 20px',
  'display:flex;gap:12px;align-items:center',
  'display:grid;grid-template-columns:1fr 1fr;gap:4px',
  'display:contents',
  'position:relative',
  'float:left;width:45%',
  'overflow:auto;height:40px',
);
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    thing,
    fc
      .tuple(styles, fc.array(tie('block'), { maxLength: 4 }))
      .map(([style, children]) => `<div style="${style}">${children.join('')}</div>`),
  ),
}));
const row = fc
  .tuple(block, block, fc.nat({ max: 60 }))
  .map(
    ([before, behind, gap]) =>
      `<div style="display:flex;gap:8px">${before}<div><input class="field" style="width:180px"></div>${behind}</div>` +
      `<div style="height:${gap}px"></div>`,
  );
const floating = fc
  .tuple(
    fc.nat({ max: 700 }),
    fc.nat({ max: 500 }),
    fc.integer({ min: 48, max: 200 }),
    fc.integer({ min: 30, max: 90 }),
  )
  .map(
    ([left, top, width, height]) =>
      `<button style="position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px">Help</button>`,
  );
const pages = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 4 }), fc.array(floating, { maxLength: 2 }))
  .map(([rows, over]) => `<div>${rows.join('')}</div>${over.join('')}`);

interface Told {
  readonly free: number;
  readonly background: number;
  readonly covered: readonly string[];
}

let page: Page;

test.beforeAll(async () => {
  const browser = await launchPlain();
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  await servePage(context, await builtPage(`${import.meta.dirname}/harness`));
  page = await context.newPage();
  await page.goto(HARNESS_ORIGIN);
  await page.waitForFunction(() => 'isBackground' in window);
});

test.afterAll(() => page.context().browser()?.close());

test('a box that is said to be free shows nothing wherever one looks, and most that show nothing are found', async () => {
  const samples = fc.sample(pages, { numRuns: 120, seed: 20_261_121 });
  const told = await page.evaluate((bodies): Told => {
    const none = document.createElement('b');
    const isShown = (x: number, y: number, field: Element) => {
      const hit = document.elementFromPoint(x, y);
      if (!hit || (hit !== field && hit.contains(field))) return isInText(hit, x, y);
      return hit.matches('input,button,select,label,img,svg,svg *') || isInText(hit, x, y);
    };
    const isInText = (hit: Element | null, x: number, y: number) =>
      Array.from(hit?.childNodes ?? []).some((node) => {
        if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) return false;
        const range = document.createRange();
        range.selectNode(node);
        return Array.from(range.getClientRects()).some(
          ({ left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom,
        );
      });
    let free = 0;
    let background = 0;
    const covered: string[] = [];
    for (const body of bodies) {
      document.body.innerHTML = body;
      for (const field of document.querySelectorAll('.field')) {
        const { left, right, top, bottom } = field.getBoundingClientRect();
        for (const box of [
          { left, top: bottom + 4, width: 320, height: 24 },
          { left, top: bottom + 4, width: 240, height: 44 },
          { left: right + 8, top, width: 200, height: 24 },
          { left: right + 40, top, width: 200, height: 24 },
          { left: right + 4, top, width: 22, height: 22 },
        ]) {
          if (box.left + box.width > innerWidth || box.top + box.height > innerHeight) continue;
          const points: [number, number][] = [];
          for (let x = box.left; x < box.left + box.width; x += 3)
            for (let y = box.top; y < box.top + box.height; y += 3) points.push([x, y]);
          const isFree = !points.some(([x, y]) => isShown(x, y, field));
          const isSaid = window.isBackground(box, {
            field,
            kind: 'words',
            away: 0,
            overlay: none,
            isOver: () => false,
          });
          if (isFree) background += 1;
          if (isFree && isSaid) free += 1;
          if (!isFree && isSaid) covered.push(`${JSON.stringify(box)} ${body}`);
        }
      }
    }
    document.body.replaceChildren();
    return { free, background, covered: covered.sort((a, b) => a.length - b.length).slice(0, 3) };
  }, samples);
  expect(told.covered).toEqual([]);
  expect(told.background).toBeGreaterThan(300);
  // Some are left out: 2 px around a box must be free as well.
  expect(told.free / told.background).toBeGreaterThan(0.8);
});
