import { describe, expect, test } from 'vitest';
import { type Change, type ChangesOptions, changes, type Said } from '../../../rules/engine/changes.ts';
import type { WireFacts } from '../../../rules/engine/facts.ts';
import { ok, violation } from '../../../rules/engine/outcome.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { type PolicyFile, readPolicy } from '../../../rules/engine/policy.ts';
import { defineRule } from '../../../rules/engine/rule.ts';
import { allRules } from '../../../rules/index.ts';

const LONG_TITLE = `Harborline stainless steel water bottle ${'with straw lid '.repeat(4)}`.trim();

function changesOf(facts: WireFacts, options: Partial<ChangesOptions> & Pick<ChangesOptions, 'from' | 'to'>) {
  return changes(allRules, { facts: parseFacts(facts).facts }, {
    marketplace: 'amazon',
    site: 'US',
    ...options,
  } as ChangesOptions);
}

const kinds = ({ before, after }: Change) => [before.outcome.kind, after.outcome.kind];

describe('what changes for a listing between two days', () => {
  const days = { from: '2026-07-01', to: '2026-08-31' };
  const title = (list: readonly Change[]) => list.filter(({ rule }) => rule.id === 'amazon/title-length');

  test('the day the title limit falls from 200 to 75 is named, with both verdicts and both periods', () => {
    const [change, ...more] = title(changesOf({ title: LONG_TITLE, isMedia: false }, days));
    expect(more).toEqual([]);
    expect(change).toMatchObject({ day: '2026-07-27', status: 'in-force' });
    expect(change?.before.outcome.kind).toBe('ok');
    expect(change?.before.period).toMatchObject({ to: '2026-07-26' });
    expect(change?.after.outcome).toMatchObject({ kind: 'violation', fix: { limit: 75 } });
    expect(change?.after.period).toMatchObject({ from: '2026-07-27' });
  });

  test('a title that fits before and after does not change', () => {
    expect(title(changesOf({ title: 'Harborline bottle', isMedia: false }, days))).toEqual([]);
  });

  test('what held on the first day already is no change; the last day counts', () => {
    const facts = { title: LONG_TITLE, isMedia: false };
    expect(title(changesOf(facts, { from: '2026-07-27', to: '2026-08-31' }))).toEqual([]);
    expect(title(changesOf(facts, { from: '2026-07-26', to: '2026-07-27' }))).toHaveLength(1);
    expect(title(changesOf(facts, { from: '2026-07-01', to: '2026-07-26' }))).toEqual([]);
  });

  test('a store that keeps the old limit has no change', () => {
    expect(title(changesOf({ title: LONG_TITLE, isMedia: false }, { ...days, site: 'AE' }))).toEqual([]);
  });

  test('the same listing on the same days gives the same list, and its facts are left alone', () => {
    const known = { facts: parseFacts({ title: LONG_TITLE, yourPrice: '18.50', bullets: ['a', 'b'] }).facts };
    const before = JSON.stringify(known);
    const run = () =>
      changes(allRules, known, { marketplace: 'amazon', site: 'US', from: '2024-01-01', to: '2026-12-31' });
    expect(JSON.stringify(run())).toBe(JSON.stringify(run()));
    expect(JSON.stringify(known)).toBe(before);
    expect(run().map(({ day }) => day)).toEqual(
      run()
        .map(({ day }) => day)
        .toSorted(),
    );
  });
});

describe('announced numbers', () => {
  const feeSaid = (said?: Said) => (said?.outcome.kind === 'ok' ? String(said.outcome.values?.fee) : undefined);

  const fee = (from: string, to: string) =>
    changesOf({ price: '100.00' }, { marketplace: 'tiktok', site: 'US', from, to }).filter(
      ({ rule }) => rule.id === 'tiktok/referral-fee-estimate',
    );

  test('the fee TikTok Shop announced for July 2024 is previewed from its day, and never as decided', () => {
    const [raised, announced, ...more] = fee('2024-03-01', '2024-12-31');
    expect(more).toEqual([]);
    expect(raised).toMatchObject({ day: '2024-04-01', status: 'in-force' });
    expect(announced).toMatchObject({ day: '2024-07-01', status: 'announced' });
    expect([announced?.before, announced?.after].map(feeSaid)).toEqual(['6', '8']);
    expect(announced?.after.period?.status).toBe('announced');
  });

  test('what was announced for a day before the first one and never came is not previewed', () => {
    expect(fee('2024-07-01', '2026-12-31')).toEqual([]);
  });
});

describe('rules that judge several texts', () => {
  const period = { sites: 'all', status: 'in-force', certainty: 'A', sources: [] } as const;
  const file: PolicyFile = {
    id: 'test.words',
    periods: [{ ...period, from: '2027-01-01', to: '2027-06-30', values: { most: 3 } }],
  };
  const shortEnough = defineRule({
    id: 'tiktok/test-rule',
    topic: 'content',
    severity: 'error',
    needs: ['text'],
    marks: ['text'],
    each: { of: ['title', 'highlights'], item: 'text' },
    policy: readPolicy(file, { most: 'count' }),
    check: ({ text }, { most }) => (text.length <= most ? ok() : violation({ values: {}, fix: { limit: most } })),
    examples: { ok: [], violation: [], unknown: [] },
  });

  function changesOfTexts(facts: WireFacts): Change[] {
    const options = { marketplace: 'tiktok', site: 'US', from: '2026-12-01', to: '2027-12-31' } as const;
    return changes([shortEnough], { facts: parseFacts(facts).facts }, options);
  }

  test('each text changes on its own, on the first day of the number and on the day after its last', () => {
    const found = changesOfTexts({ title: 'long title', highlights: ['abc', 'abcd'] });
    expect(found.map((change) => [change.day, change.of, change.item, ...kinds(change)])).toEqual([
      ['2027-01-01', 'title', undefined, 'not-applicable', 'violation'],
      ['2027-01-01', 'highlights', 0, 'not-applicable', 'ok'],
      ['2027-01-01', 'highlights', 1, 'not-applicable', 'violation'],
      ['2027-07-01', 'title', undefined, 'violation', 'not-applicable'],
      ['2027-07-01', 'highlights', 0, 'ok', 'not-applicable'],
      ['2027-07-01', 'highlights', 1, 'violation', 'not-applicable'],
    ]);
  });

  test('where there is no text, nothing changes', () => {
    expect(changesOfTexts({ highlights: [] })).toEqual([]);
  });

  test('a text that is not known is unknown from the first day', () => {
    expect(changesOfTexts({}).map(kinds)).toEqual([
      ['not-applicable', 'unknown'],
      ['unknown', 'not-applicable'],
    ]);
  });
});
