import type { Facts } from '../../engine/facts.ts';
import { notApplicable, type Outcome, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { brandIn, clipped, named } from '../../measures/phrases.ts';
import { codePoints } from '../../measures/text.ts';
import file from '../../policies/amazon/variation-title.json' with { type: 'json' };

/** The title of a child carries its size and its colour, that of a parent none of them. */
export default defineRule({
  id: 'amazon/variation-title',
  topic: 'content',
  severity: 'info',
  needs: ['title', 'parentage'],
  uses: ['size', 'color', 'variationValues'],
  marks: ['title'],
  policy: readPolicy(file, { wholeWordUpTo: 'count' }),
  quietUnknown: true,
  check(facts, { wholeWordUpTo }): Outcome {
    if (facts.title.trim() === '') return notApplicable('nothing-to-check');
    if (facts.parentage === 'child') return ofChild(facts.title, facts, wholeWordUpTo);
    return facts.parentage === 'parent' ? ofParent(facts.title, facts) : notApplicable('no-trigger');
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Harborline Mug, 350ml, Navy Blue', parentage: 'child', size: '350 ml', color: 'Navy Blue' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Harborline Ceramic Mug', parentage: 'parent', variationValues: ['350 ml', 'Navy Blue'] },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Harborline Mug, Navy', parentage: 'child', size: null, color: 'navy' },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Harborline Mug, 350 ml', parentage: 'child', size: '350 ml', color: 'Navy Blue' },
        gives: { words: ['Navy Blue'] },
      },
      {
        site: 'US',
        day: '2019-07-22',
        facts: { title: 'Harborline Socks', parentage: 'child', size: 'S' },
        gives: { words: ['S'] },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Harborline Mug Navy Blue', parentage: 'parent', variationValues: ['350 ml', 'Navy Blue'] },
        gives: { words: ['Navy Blue'] },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Harborline Mug, 350 ml', parentage: 'child', size: '350 ml' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Harborline Mug', parentage: 'parent' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Harborline Mug' } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Harborline Mug', parentage: null } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Harborline Mug', parentage: 'child', size: null, color: null },
      },
      { site: 'US', day: '2019-07-21', facts: { title: 'Harborline Socks', parentage: 'child', size: 'S' } },
    ],
  },
});

function ofChild(title: string, { size, color }: Facts, wholeWordUpTo: number): Outcome {
  const isSizeMissing = size ? !carries(title, size, wholeWordUpTo) : false;
  const isColorMissing = color ? !carries(title, color, wholeWordUpTo) : false;
  if (isSizeMissing || isColorMissing) {
    const words = [isSizeMissing ? size : null, isColorMissing ? color : null].filter((word) => word !== null);
    return violation({ values: { size, color }, fix: { words: words.map((word) => clipped(word as string)) } });
  }
  if (size === undefined) return color === undefined ? unknown('size', 'color') : unknown('size');
  if (color === undefined) return unknown('color');
  return size || color ? ok() : notApplicable('nothing-to-check');
}

const JOINTS = /[\s\p{Pd}]+/gu;

/** Whether a title carries a value; "350ml" carries "350 ml". A short value must stand as a word of its own. */
function carries(title: string, value: string, wholeWordUpTo: number): boolean {
  if (value.trim() === '' || brandIn(title, value).length > 0) return true;
  return codePoints(value) > wholeWordUpTo && squeezed(title).includes(squeezed(value));
}

function squeezed(text: string): string {
  return text.replace(JOINTS, '').toLowerCase();
}

function ofParent(title: string, { size, color, variationValues }: Facts): Outcome {
  if (size === undefined && color === undefined && variationValues === undefined) return unknown('variationValues');
  const values = [size, color, ...(variationValues ?? [])];
  const found = values.flatMap((value) => (value ? brandIn(title, value).slice(0, 1) : []));
  return found.length === 0 ? ok() : violation({ message: 'parent', values: {}, fix: { words: named(found) } });
}
