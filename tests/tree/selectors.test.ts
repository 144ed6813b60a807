import { describe, expect, it } from 'vitest';
import { consoles } from '../../entrypoints/background/consoles/guides.ts';
import { classEnd, classStart, classStem } from '../../entrypoints/console.content/reading/class-names.ts';

// A selector for part of a class name hits its whole family: `full_productInfo` also hits `full_productInfoLeft`.

/** Every text of a guide, with where it stands. */
function textsIn(data: unknown, path: string): [path: string, text: string][] {
  if (typeof data === 'string') return [[path, data]];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, part]) => textsIn(part, `${path}.${name}`));
}

const CLASS_PART = /\[class([*^$]?)=["']([^"']*)["']/g;

/** Whether what a selector asks of a class is bounded where names end: by a space, `_` or `-` on both sides. */
function isWhole(operator: string, part: string): boolean {
  const startsName = operator === '^' || /^[ _-]/.test(part);
  const endsName = operator === '$' || /[ _-]$/.test(part);
  return startsName && endsName;
}

/** What only saves looking for the whole forms behind it, each of which bounds a name. */
const AHEAD_OF_FORMS = /\[class\*="[^"]*"\](?=:is\((?:\.|\[class[\^*$]=))/g;

function familiesIn(selector: string): string[] {
  return Array.from(selector.replace(AHEAD_OF_FORMS, '').matchAll(CLASS_PART))
    .filter(([, operator = '', part = '']) => operator !== '' && !isWhole(operator, part))
    .map(([all]) => all);
}

describe('selectors of the consoles', () => {
  const texts = Object.entries(consoles).flatMap(([marketplace, { store, readers }]) =>
    textsIn({ store, ...Object.fromEntries(readers.map(({ id, layouts }) => [id, layouts])) }, marketplace),
  );

  it('name whole stems of classes, never a part that a family shares', () => {
    const classes = texts.filter(([, text]) => text.includes('[class'));
    expect(classes.length).toBeGreaterThan(20);
    expect(classes.flatMap(([path, text]) => familiesIn(text).map((part) => `${path}: ${part}`))).toEqual([]);
  });

  it.each([
    '[class*="full_productInfo"]',
    '[class^="content"]',
    '[class$="table-tr"]',
    'a [class*=" TB_tr"] b',
    '[class*="TB"]:is(div)',
  ])('would notice %s', (selector) => {
    expect(familiesIn(selector)).toHaveLength(1);
  });

  it.each([classStem('full_productInfo'), classEnd('-table-tr'), classStart('content-')])('take %s', (selector) => {
    expect(familiesIn(selector)).toEqual([]);
  });
});
