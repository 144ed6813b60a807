import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyProblems } from '../../../rules/engine/policy-problems.ts';

const sources: ReadonlySet<string> = new Set(['LEARN']);
const period = {
  from: '2025-01-01',
  to: null,
  sites: 'all',
  values: { max: 75 },
  status: 'in-force',
  certainty: 'A',
  sources: ['LEARN'],
};
const file = (...periods: object[]) => ({ id: 'amazon/title', periods });
const problems = (policy: unknown) => policyProblems(policy, sources).map(({ place, reason }) => `${place} ${reason}`);

describe('a policy file', () => {
  test('that fits has no problem', () => {
    expect(problems(file({ ...period, to: '2025-06-30' }, { ...period, from: '2025-07-01' }))).toEqual([]);
  });

  test.each([
    [{ ...file(period), color: 1 }, 'color is no key of a policy'],
    [{ ...file(period), id: 'ebay/title' }, 'id names no marketplace we know: ebay'],
    [file(), 'periods is no list of periods'],
    [file({ ...period, colour: 1 }), 'periods[0].colour is no key of a period'],
    [file({ ...period, from: '2025-02-30' }), 'periods[0].from is no ISO day or null: "2025-02-30"'],
    [file({ ...period, to: '2024-12-31' }), 'periods[0].to 2024-12-31 lies before 2025-01-01'],
    [file({ ...period, sites: { only: ['XX'] } }), 'periods[0].sites names no site: XX'],
    [file({ ...period, sites: ['US'] }), 'periods[0].sites is "all", or "only" or "except" with a list'],
    [file({ ...period, values: null }), 'periods[0].values is null exactly where the numbers are not published'],
    [file({ ...period, values: [75] }), 'periods[0].values is no object or null'],
    [file({ ...period, certainty: 'E' }), 'periods[0].certainty is no certainty: "E"'],
    [file({ ...period, status: 'soon' }), 'periods[0].status is no status: "soon"'],
    [file({ ...period, sources: ['BLOG'] }), 'periods[0].sources names no source: "BLOG"'],
    [file({ ...period, sources: [] }), 'periods[0].sources is empty, which only what we derived may be'],
    [null, ' is no object'],
  ])('is refused with the place and the reason: %#', (policy, problem) => {
    expect(problems(policy)).toContain(problem);
  });

  test('whose periods overlap for one site is refused, with that site', () => {
    const overlapping = file({ ...period, sites: { only: ['US', 'UK'] } }, { ...period, sites: { except: ['US'] } });
    expect(problems(overlapping)).toEqual([
      'periods[1].from overlaps the period before it for UK, or stands before it',
    ]);
  });

  test('that leaves a day out says so, or is refused', () => {
    const gap = file({ ...period, to: '2025-06-29' }, { ...period, from: '2025-07-01' });
    expect(problems(gap)[0]).toBe('periods[1].from leaves days out after 2025-06-29 for US');
    expect(problems({ ...gap, gaps: true })).toEqual([]);
  });

  test('of any shape is answered, never thrown at', () => {
    const shipped = JSON.parse(
      readFileSync(new URL('../../../rules/policies/amazon/title-length.json', import.meta.url), 'utf8'),
    );
    const paths = fc.constantFrom('id', 'periods', 'from', 'to', 'sites', 'values', 'status', 'certainty', 'sources');
    fc.assert(
      fc.property(paths, fc.jsonValue(), (path, value) => {
        const [first, ...others] = shipped.periods;
        const broken =
          path === 'id' || path === 'periods'
            ? { ...shipped, [path]: value }
            : { ...shipped, periods: [{ ...first, [path]: value }, ...others] };
        expect(Array.isArray(policyProblems(broken, sources))).toBe(true);
      }),
    );
  });
});
