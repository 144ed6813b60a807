import { expect, test } from '@playwright/test';
import { understandFields } from '../../entrypoints/background/understanding/understand.ts';
import type { Reading } from '../../entrypoints/console.content/reading/reading.ts';
import { closedShadowPages } from './closed.ts';
import {
  type ConsolePage,
  chromiumOptions,
  consolePages,
  type ExpectedRecord,
  guideFor,
  readerScript,
  writingOf,
} from './console-pages.ts';
import { type Perturbation, perturb, perturbations } from './perturbations.ts';

// What happens to a reading when the console changes under it. A field may be lost; it may never be wrong.

test.use({ launchOptions: chromiumOptions });

const SEEDS = [1, 2, 3];

// A page that changes by itself is expected as it is in the end, and a parsed document runs no scripts. A page that is
// bad already may become a good one.
const pages = consolePages().filter(
  ({ name, expected }) =>
    !closedShadowPages.includes(name) &&
    !expected.settlesAfterMs &&
    !name.includes('/bad/') &&
    // Its halves are paired by their height, and a parsed document has no layout.
    !name.startsWith('temu/activity-detail/'),
);

interface Outcome {
  right: number;
  lost: number;
  readonly wrong: string[];
}

type Records = readonly { readonly key: string; readonly fields: { readonly [field: string]: Reading } }[];

function compare(shown: ConsolePage, records: Records, outcome: Outcome): void {
  const { expected } = shown;
  const wanted = [...(expected.shared ? [{ fields: expected.shared }] : []), ...expected.records];
  const left = new Set(wanted);
  for (const { key, fields } of records) {
    const match = matching([...left], fields, key) ?? { fields: {} };
    left.delete(match);
    for (const [name, value] of Object.entries({ ...blank(fields), ...match.fields })) {
      const reading = fields[name];
      if (reading?.state !== 'read') outcome.lost += value === undefined ? 0 : 1;
      else if (JSON.stringify(reading.value) === JSON.stringify(value)) outcome.right += 1;
      // Two that disagreed are one where the other is lost.
      else if (JSON.stringify(value) === '{"unreadable":"ambiguous"}') outcome.right += 1;
      else if (!IDENTITY.has(name)) {
        outcome.wrong.push(
          `${shown.name} ${key} ${name}: ${JSON.stringify(reading.value)} for ${JSON.stringify(value)}`,
        );
      }
    }
  }
  for (const { fields } of left) outcome.lost += Object.keys(fields).length;
}

// What only names a row: a wrong one finds no listing.
const IDENTITY = new Set(['sku', 'asin', 'variant', 'productId', 'spuId', 'skcId', 'itemCode', 'adjustNo']);

function blank(fields: Records[number]['fields']): Record<string, undefined> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, undefined]));
}

/** The expected record that a record stands for: none that it contradicts, and of the others the most alike. */
function matching(left: readonly ExpectedRecord[], fields: Records[number]['fields'], key: string) {
  if (key === 'page') return left[0];
  const alike = left.map((record) => ({ record, ...likeness({ ...record, ...record.fields }, fields) }));
  const [best] = alike.filter(({ isAnother }) => !isAnother).sort((a, b) => b.same - a.same);
  return best && best.same > 0 ? best.record : undefined;
}

function likeness(values: Record<string, unknown>, fields: Records[number]['fields']) {
  let same = 0;
  let isAnother = false;
  for (const [name, reading] of Object.entries(fields)) {
    if (reading.state !== 'read' || !(name in values)) continue;
    const isSame = JSON.stringify(reading.value) === JSON.stringify(values[name]);
    if (isSame) same += 1;
    else if (ROW_NAMES.has(name)) isAnother = true;
  }
  return { same, isAnother };
}

const ROW_NAMES = new Set(['sku', 'asin', 'couponTitle', 'adjustNo', 'productId', 'skcId', 'itemCode']);

for (const name of Object.keys(perturbations) as Perturbation[]) {
  test(`nothing is read wrong: ${name}`, async ({ page }) => {
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>.</title>' }),
    );
    await page.goto('https://sellercentral.amazon.com/');
    await page.addScriptTag({ content: await readerScript() });
    await page.addScriptTag({
      content: `globalThis.perturb = ${perturb}; globalThis.perturbations = {${serialised()}}`,
    });
    const outcome: Outcome = { right: 0, lost: 0, wrong: [] };
    for (const shown of pages) {
      const guide = guideFor(shown.expected.url, shown.expected.language);
      if (!guide) throw new Error(`No guide to ${shown.expected.url}`);
      for (const seed of SEEDS) {
        const read = await page.evaluate(
          ([html, url, guide, kind, number]) => {
            const parsed = Document.parseHTMLUnsafe(html);
            const host = globalThis as unknown as {
              perturb: typeof perturb;
              readers: typeof import('../../entrypoints/console.content/reading/open.ts');
            };
            localStorage.clear();
            // A parsed document runs no scripts: what the page keeps of its store is put there by hand.
            for (const { textContent } of parsed.scripts)
              if (textContent?.includes('localStorage.setItem')) new Function(textContent)();
            host.perturb(parsed, kind, number);
            const open = host.readers.openPage(parsed, new URL(url), guide);
            return { records: [...open.records()], language: open.language, store: open.store() };
          },
          [shown.html, shown.expected.url, guide, name, seed] as const,
        );
        const writing = writingOf(read, shown.expected.url);
        const records = read.records.map(({ key, fields }) => ({ key, fields: understandFields(fields, writing) }));
        compare(shown, records, outcome);
      }
    }
    const all = outcome.right + outcome.lost + outcome.wrong.length;
    const share = ((100 * outcome.right) / all).toFixed(1);
    test.info().annotations.push({ type: 'survival', description: `${name}: ${share} % of ${all} fields read right` });
    console.log(`${name}: ${share} % of ${all} fields read right, ${outcome.wrong.length} wrong`);
    expect(outcome.wrong).toEqual([]);
    expect(outcome.right / all).toBeGreaterThan(name === 'none' ? 0.98 : 0.5);
  });
}

function serialised(): string {
  return Object.entries(perturbations)
    .map(([name, change]) => `${JSON.stringify(name)}: ${change}`)
    .join(',');
}
