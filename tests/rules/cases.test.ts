import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../rules/index.ts';
import { type Case, differences } from '../tools/cases.ts';

const cases = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8')) as Case[];
const ids = new Set(allRules.map(({ id }) => id));

describe('published test vectors', () => {
  test.each(cases.filter(({ rule }) => ids.has(rule)))('$id: $expect', (testCase) => {
    expect(differences(testCase)).toEqual([]);
  });
});
