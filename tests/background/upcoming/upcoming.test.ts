import { describe, expect, test } from 'vitest';
import type { StoreRow, UpcomingRow } from '../../../entrypoints/background/rows/rows.ts';
import type { Decisions } from '../../../entrypoints/background/seller/decision-types.ts';
import { changesAhead, touchedBy } from '../../../entrypoints/background/upcoming/changes-ahead.ts';
import { deadlineList, type FoundDeadline } from '../../../entrypoints/background/upcoming/deadline-list.ts';
import { datedFacts, gatherStored } from '../../../entrypoints/background/upcoming/known.ts';
import { dueReminders, toldAfter } from '../../../entrypoints/background/upcoming/reminders.ts';
import { deadline, deadlineDefinitions } from '../../../rules/deadlines.ts';
import type { FactName } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';

const store = (marketplace: StoreRow['marketplace'], site: string): StoreRow => ({
  key: `${marketplace}|${site}|Harbor Demo`,
  marketplace,
  site,
  sellerName: 'Harbor Demo',
  sellerId: null,
  currency: 'USD',
  seen: '2026-11-20',
});

const entered = (of: StoreRow, facts: { readonly [Name in FactName]?: string }): Decisions => ({
  language: 'en',
  ignored: [],
  turnedOff: [],
  entered: Object.entries(facts).map(([fact, value]) => ({
    store: of.key,
    subject: 'store',
    fact: fact as FactName,
    value,
    name: '',
    day: '2026-11-01',
  })),
  broken: [],
});

const us = store('amazon', 'US');
const looked = (deadlines: UpcomingRow['deadlines']): ReadonlyMap<string, UpcomingRow> =>
  new Map([[us.key, { store: us.key, day: '2026-11-20', at: 0, listings: 3, deadlines, changes: [] }]]);

describe('days left', () => {
  test('are counted on the calendar of the site, not of the seller', () => {
    const decided = entered(us, { noticeViewedOn: '2026-11-11' });
    // In China it is the 22nd already, in Los Angeles still the 21st: one minute decides there.
    const at = (moment: string) => deadlineList([us], new Map(), decided, new Date(moment)).found[0]?.daysLeft;
    expect(at('2026-11-21T20:00:00+08:00')).toBe(0);
    expect(at('2026-11-22T07:59:00Z')).toBe(0);
    expect(at('2026-11-22T08:00:00Z')).toBe(-1);
  });

  test('on Temu follow Shanghai, over a change of the clocks elsewhere too', () => {
    const temu = store('temu', 'global');
    const decided = entered(temu, { suspendedOn: '2026-10-28' });
    const at = (moment: string) => deadlineList([temu], new Map(), decided, new Date(moment)).found[0]?.daysLeft;
    expect(at('2026-11-01T15:59:00Z')).toBe(3);
    expect(at('2026-11-01T16:00:00Z')).toBe(2);
  });
});

test('what ended since the listings were looked through is over; what is unknown is asked for', () => {
  const rows = looked([
    { kind: 'coupon-end', day: '2026-11-20', count: 1, listings: ['sku:A'] },
    { kind: 'sale-end', day: '2026-11-22', count: 2, listings: ['sku:A', 'sku:B'] },
  ]);
  const { found, unknown } = deadlineList([us], rows, entered(us, {}), new Date('2026-11-21T20:00:00Z'));
  expect(found.map(({ kind, daysLeft, count }) => [kind, daysLeft, count])).toEqual([['sale-end', 1, 2]]);
  expect(unknown.map(({ definition }) => definition.kind)).toEqual([
    'inform-certification',
    'yearly-certification',
    'new-seller-exemption',
  ]);
});

test('days until a product is voided count from the day on which the goods list said so', () => {
  const temu = store('temu', 'global');
  const due = (daysUntilVoid: number | null, day: string) => {
    const facts = { daysUntilVoid: { value: daysUntilVoid, page: 'temu/goods-list', day } };
    const row = { store: temu.key, listing: 'sku:80000000001', sku: '80000000001', asin: null, code: null, facts };
    const now = new Date('2026-11-30T04:00:00Z');
    const known = datedFacts(gatherStored(temu, row, { seen: facts, paid: [] }, entered(temu, {}), now));
    const definition = deadlineDefinitions.find(({ kind }) => kind === 'auto-void');
    return definition && deadline(definition, known, { site: 'global', day: '2026-11-30' })?.day;
  };
  expect(due(3, '2026-11-28')).toBe('2026-12-01');
  expect(due(3, '2026-11-30')).toBe('2026-12-03');
  // Past, or no longer said.
  expect(due(3, '2026-11-20')).toBeUndefined();
  expect(due(null, '2026-11-30')).toBeUndefined();
});

describe('reminders', () => {
  const on = (moment: string): readonly FoundDeadline[] =>
    deadlineList([us], new Map(), entered(us, { noticeViewedOn: '2026-11-20' }), new Date(`${moment}T20:00:00Z`)).found;
  const settings = { leads: [1, 7, 3] as const, done: [], told: [] };

  test('come once for each lead time, whatever is asked in between', () => {
    let told: readonly string[] = [];
    const came: string[] = [];
    // The last day is the 30th.
    for (let date = 20; date <= 30; date += 1)
      for (const _again of ['morning', 'restart']) {
        const found = on(`2026-11-${date}`);
        const due = dueReminders(found, { ...settings, told });
        came.push(...due.map(({ lead }) => `${date}: ${lead}`));
        told = toldAfter({ ...settings, told }, found, due);
      }
    expect(came).toEqual(['23: 7', '27: 3', '29: 1']);
  });

  test('after days without the browser come once, not once for every lead time that has passed', () => {
    const found = on('2026-11-28');
    const due = dueReminders(found, settings);
    expect(due.map(({ lead }) => lead)).toEqual([3]);
    const told = toldAfter(settings, found, due);
    expect(dueReminders(on('2026-11-28'), { ...settings, told })).toEqual([]);
    expect(dueReminders(on('2026-11-29'), { ...settings, told }).map(({ lead }) => lead)).toEqual([1]);
  });

  test('never come for what is done or past, and what was told of them is forgotten', () => {
    const [first] = on('2026-11-29');
    expect(dueReminders(on('2026-11-29'), { ...settings, done: [first?.id ?? ''] })).toEqual([]);
    expect(dueReminders(on('2026-12-01'), settings)).toEqual([]);
    expect(toldAfter({ ...settings, told: [`3|${first?.id}`] }, on('2026-12-01'), [])).toEqual([]);
    const certified = entered(us, { noticeViewedOn: '2026-11-20', certifiedOn: '2026-11-21' });
    const { found } = deadlineList([us], new Map(), certified, new Date('2026-11-29T20:00:00Z'));
    expect(dueReminders(found, settings)).toEqual([]);
  });
});

describe('changes ahead', () => {
  // Amazon's limit of 75 characters for titles came into force on 2026-07-27.
  const options = { marketplace: 'amazon', site: 'US', day: '2026-07-01', currency: 'USD' } as const;

  test('are those of later days at the site', () => {
    const ahead = changesAhead(options);
    expect(ahead.map(({ rule, day }) => [rule.id, day])).toContainEqual(['amazon/title-length', '2026-07-27']);
    expect(ahead.every(({ day }) => day > options.day)).toBe(true);
    expect(changesAhead({ ...options, site: 'SA' }).map(({ rule }) => rule.id)).not.toContain('amazon/title-length');
    expect(
      changesAhead({ ...options, off: new Set(['amazon/title-length']) }).map(({ rule }) => rule.id),
    ).not.toContain('amazon/title-length');
  });

  test('touch the listings that are judged differently, and no others', () => {
    const touched = touchedBy(changesAhead(options), options);
    const rules = (title: string) => touched({ facts: parseFacts({ title }).facts }).map(({ rule }) => rule.id);
    expect(rules('A'.repeat(76))).toContain('amazon/title-length');
    expect(rules('A'.repeat(75))).not.toContain('amazon/title-length');
    expect(rules('A'.repeat(201))).toContain('amazon/title-length');
  });

  test('are none where a number was announced for a day that is past and never confirmed', () => {
    const tiktok = { marketplace: 'tiktok', site: 'US', currency: 'USD' } as const;
    const referral = (day: string) =>
      changesAhead({ ...tiktok, day }).filter(({ rule }) => rule.id === 'tiktok/referral-fee-estimate');
    expect(referral('2024-06-01')).toMatchObject([{ day: '2024-07-01', after: { status: 'announced' } }]);
    expect(referral('2026-11-21')).toEqual([]);
  });
});
