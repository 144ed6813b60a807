import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { builtPage, HARNESS_ORIGIN, launchPlain, servePage } from '../popup/harness/built-page.ts';
import type { Plan } from './harness/main.ts';

const word = fc.constantFrom('1', 'two');
// Of a class that goes Preact leaves the attribute, empty, which styles nothing.
const attributes = fc.record(
  { className: word, 'aria-label': word, 'aria-hidden': fc.boolean() },
  { requiredKeys: ['className'] },
);

/** Trees as the overlay has them: keys among siblings differ, empty places stand between. */
const plans = fc.letrec<{ plan: Plan; element: Plan }>((tie) => ({
  element: fc.record({
    // No fragments: React takes one without a key for its children in some places and not in others.
    type: fc.constantFrom('div', 'span', 'svg', 'function'),
    key: fc.constant(null),
    attributes,
    children: fc.array(tie('plan'), { maxLength: 4 }),
  }) as fc.Arbitrary<Plan>,
  plan: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.constantFrom('text', '<b>', 7, null, false, true)) as fc.Arbitrary<Plan>,
    tie('element'),
    // A list whose entries are keyed, as every list of ours is.
    fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), tie('element')), {
        selector: ([key]) => key,
        maxLength: 5,
      })
      .map((entries) => entries.map(([key, element]) => ({ ...(element as object), key })) as unknown as Plan),
  ),
}));

test.describe('drawing', () => {
  let page: Page;
  test.beforeAll(async () => {
    const browser = await launchPlain();
    const context = await browser.newContext();
    await servePage(context, await builtPage(`${import.meta.dirname}/harness`));
    page = await context.newPage();
    await page.goto(HARNESS_ORIGIN);
    await page.waitForFunction(() => 'draw' in window);
  });
  test.afterAll(() => page.context().browser()?.close());

  test('makes of random views what React makes of them, and of every text an element that holds it in an attribute', async () => {
    const sequences = fc.sample(fc.array(plans.plan, { minLength: 2, maxLength: 5 }), {
      numRuns: 600,
      seed: 20_261_121,
    });
    const different = await page.evaluate((text) => {
      return (JSON.parse(text) as Plan[][])
        .map((sequence) => ({
          sequence: JSON.stringify(sequence),
          ours: window.draw(sequence, false),
          reacts: window.draw(sequence, true),
        }))
        .filter(({ ours, reacts }) => ours.join() !== reacts.join())
        .sort((a, b) => a.sequence.length - b.sequence.length);
    }, JSON.stringify(sequences));
    expect(different[0]?.ours, different[0]?.sequence).toEqual(different[0]?.reacts);
    expect(different).toHaveLength(0);
  });

  test('no node of text stands there, whatever a text was before', async () => {
    const seen = await page.evaluate(() => {
      const host = document.createElement('section');
      const root = window.createRoot(host);
      const texts = () => {
        const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
        return walker.nextNode() ? 'a node of text' : host.innerHTML;
      };
      const children = ['one', 2, window.h('b', null, 'three'), ['four', null, 5n]];
      return [children, 'one', ['two', 0], null].map((view) => {
        root.render(window.h('p', null, view as never));
        return texts();
      });
    });
    expect(seen).toEqual([
      '<p><t data-t="one"></t><t data-t="2"></t><b><t data-t="three"></t></b><t data-t="four"></t><t data-t="5"></t></p>',
      '<p><t data-t="one"></t></p>',
      '<p><t data-t="two"></t><t data-t="0"></t></p>',
      '<p></p>',
    ]);
  });

  test('what stays keeps the focus and what was typed while its neighbours come and go', async () => {
    const result = await page.evaluate(() => {
      const host = document.createElement('section');
      document.body.append(host);
      const root = window.createRoot(host);
      const draw = (before: boolean, keys: string[]) =>
        root.render(
          window.h('div', null, before && window.h('p', null, 'note'), [
            keys.map((key) => window.h('input', { key, id: key, defaultValue: 'first' })),
          ]),
        );
      draw(false, ['a', 'b', 'c']);
      const input = host.querySelector<HTMLInputElement>('#b');
      if (!input) return null;
      input.focus();
      input.value = 'typed';
      let lost = 0;
      input.addEventListener('blur', () => {
        lost += 1;
      });
      draw(true, ['b', 'c']);
      draw(false, ['d', 'b']);
      draw(true, ['b']);
      return { lost, value: input.value, isFocused: document.activeElement === input, stays: input.isConnected };
    });
    expect(result).toEqual({ lost: 0, value: 'typed', isFocused: true, stays: true });
  });
});
