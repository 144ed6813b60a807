import { expect, test } from 'vitest';
import { dayIn, hoursUntil, startOfDay } from '../../../entrypoints/background/understanding/site-days.ts';
import { timeZoneOf } from '../../../entrypoints/background/understanding/time-zones.ts';
import { sitesOf } from '../../../rules/engine/sites.ts';

test('every site has a time zone of its own choosing', () => {
  for (const site of sitesOf.amazon) expect(timeZoneOf('amazon', site), site).not.toBe('UTC');
});

test('a day is local to the site', () => {
  const at = new Date('2026-11-20T03:30:00Z');
  expect(dayIn(timeZoneOf('amazon', 'US'), at)).toBe('2026-11-19');
  expect(dayIn(timeZoneOf('amazon', 'DE'), at)).toBe('2026-11-20');
  expect(dayIn(timeZoneOf('amazon', 'JP'), new Date('2026-11-20T15:00:00Z'))).toBe('2026-11-21');
});

test('a day begins at local midnight, also on the days on which the clocks change', () => {
  expect(startOfDay('2026-12-01', 'America/Los_Angeles').toISOString()).toBe('2026-12-01T08:00:00.000Z');
  expect(startOfDay('2026-03-08', 'America/Los_Angeles').toISOString()).toBe('2026-03-08T08:00:00.000Z');
  expect(startOfDay('2026-03-09', 'America/Los_Angeles').toISOString()).toBe('2026-03-09T07:00:00.000Z');
  expect(startOfDay('2026-11-02', 'America/Los_Angeles').toISOString()).toBe('2026-11-02T08:00:00.000Z');
  expect(startOfDay('2026-03-29', 'Europe/Paris').toISOString()).toBe('2026-03-28T23:00:00.000Z');
});

test('hours until a day count down to its local midnight and turn negative after it', () => {
  const at = new Date('2026-12-01T02:30:00Z');
  expect(hoursUntil('2026-12-01', 'America/Los_Angeles', at)).toBe(5.5);
  expect(hoursUntil('2026-12-01', 'Europe/London', at)).toBe(-2.5);
});
