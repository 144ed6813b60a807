import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type CalendarEvent, calendarText } from '../../../entrypoints/background/upcoming/calendar.ts';

const now = new Date('2026-11-21T10:00:00Z');

/** What an independent reader of the format finds. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      description: event.description,
      day: event.startDate.toString(),
      isDay: event.startDate.isDate,
      days: event.duration.toSeconds() / 86_400,
    };
  });
}

const event = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: '["coupon-end","amazon|US|Harbor Demo Goods","2026-12-01"]',
  day: '2026-12-01',
  title: '优惠券结束 · 亚马逊 US · Harbor, Demo; Goods',
  description: '12 个商品的优惠券到 2026年12月1日 为止。\n\nA \\ B',
  ...given,
});

test('an event is a whole day with its texts, read by an independent parser', () => {
  const [found] = read(calendarText('上架预检截止日', [event()], now));
  expect(found).toEqual({
    uid: `${encodeURIComponent(event().id)}@preflight`,
    title: event().title,
    description: event().description,
    day: '2026-12-01',
    isDay: true,
    days: 1,
  });
});

test('the same deadline has the same identity in every file, another one has another', () => {
  const uids = (list: CalendarEvent[], at: Date) => read(calendarText('x', list, at)).map(({ uid }) => uid);
  const later = new Date('2026-11-25T08:00:00Z');
  expect(uids([event({ title: 'Anders' })], later)).toEqual(uids([event()], now));
  const [a, b] = uids([event(), event({ id: '["coupon-end","amazon|US|Harbor Demo Goods","2026-12-02"]' })], now);
  expect(a).not.toBe(b);
});

test('an empty calendar is one too', () => {
  expect(read(calendarText('Preflight', [], now))).toEqual([]);
});

test('any text comes through; no line is longer than 75 octets, none ends in half a character', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('海', '🪁', ',', ';', '\\', '\n', '"', ':', ' '), fc.string()),
  });
  fc.assert(
    fc.property(text, text, (title, description) => {
      const file = calendarText('x', [event({ title, description })], now);
      for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      const [found] = read(file);
      expect(found?.title).toBe(title);
      expect(found?.description).toBe(description);
    }),
    { numRuns: 200 },
  );
});
