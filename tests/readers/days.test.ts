import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay, parseMoment } from '../../entrypoints/background/understanding/days.ts';
import { understandFields } from '../../entrypoints/background/understanding/understand.ts';

const LOCALES =
  'en-US en-GB en-IE en-AU en-SG en-IN en-AE en-CA fr-CA de-DE fr-FR it-IT es-ES es-MX pt-BR nl-NL nl-BE fr-BE sv-SE pl-PL tr-TR ja-JP zh-CN zh-TW ko-KR'.split(
    ' ',
  );

describe('parseDay', () => {
  it.each([
    ['2026/5/22', 'zh-CN', '2026-05-22'],
    ['2026年5月22日', 'zh-CN', '2026-05-22'],
    ['2026年11月1日', 'ja-JP', '2026-11-01'],
    ['11/20/2026', 'en-US', '2026-11-20'],
    ['01/12/2026', 'en-GB', '2026-12-01'],
    ['01/12/2026', 'en-US', '2026-01-12'],
    ['20.11.2026', 'de-DE', '2026-11-20'],
    ['1.12.2026', 'de-DE', '2026-12-01'],
    ['2026-11-20', 'en-US', '2026-11-20'],
    ['2026-11-20', 'de-DE', '2026-11-20'],
    ['Nov 1, 2026', 'en-US', '2026-11-01'],
    ['Nov 1, 2026', 'zh-CN', '2026-11-01'],
    ['Sept 1, 2026', 'en-US', '2026-09-01'],
    ['November 30, 2026', 'en-US', '2026-11-30'],
    ['1 Nov 2026', 'en-GB', '2026-11-01'],
    ['20. November 2026', 'de-DE', '2026-11-20'],
    ['1. März 2026', 'de-DE', '2026-03-01'],
    ['1 déc. 2026', 'fr-FR', '2026-12-01'],
    ['1 de diciembre de 2026', 'es-ES', '2026-12-01'],
    ['2026-11-20 00:00', 'en-US', '2026-11-20'],
    ['11/20/2026 12:00 AM', 'en-US', '2026-11-20'],
    ['29.02.2028', 'de-DE', '2028-02-29'],
  ])('reads %j in %s', (text, locale, day) => expect(parseDay(text, locale)).toBe(day));

  it.each([
    ['', 'en-US'],
    ['13/45/2026', 'en-US'],
    ['20/11/2026', 'en-US'],
    ['11/20/2026', 'en-GB'],
    ['30.02.2026', 'de-DE'],
    ['29.02.2026', 'de-DE'],
    ['11/20/26', 'en-US'],
    ['2026-11-20T08:00:00Z', 'en-US'],
    ['2026-13-01', 'en-US'],
    ['tomorrow', 'en-US'],
    ['Nov 2026', 'en-US'],
    ['Nov 1, 2026 - Nov 30, 2026', 'en-US'],
    ['11/12/2026', 'zh-CN'],
    ['20261120', 'en-US'],
    ['M 1, 2026', 'en-US'],
  ])('is not sure of %j in %s', (text, locale) => expect(parseDay(text, locale)).toBeUndefined());

  it('gives back what a locale writes, in figures and in words', () => {
    const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 11, 31) });
    const styles = fc.constantFrom(
      { year: 'numeric', month: 'numeric', day: 'numeric' } as const,
      { year: 'numeric', month: '2-digit', day: '2-digit' } as const,
      { year: 'numeric', month: 'short', day: 'numeric' } as const,
      { year: 'numeric', month: 'long', day: 'numeric' } as const,
    );
    fc.assert(
      fc.property(instants, fc.constantFrom(...LOCALES), styles, (instant, locale, style) => {
        const text = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(instant);
        expect(parseDay(text, locale), `${text} in ${locale}`).toBe(new Date(instant).toISOString().slice(0, 10));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws and never gives a day that does not exist', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, locale) => {
        const day = parseDay(text, locale);
        if (day) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});

describe('parseMoment', () => {
  it.each([
    ['2026-11-25 00:00', 'en-US', '2026-11-25T00:00:00'],
    ['12/25/2026 12:01 AM', 'en-US', '2026-12-25T00:01:00'],
    ['12/25/2026 12:01 PM', 'en-US', '2026-12-25T12:01:00'],
    ['2026/12/25 9:30:15 pm', 'zh-CN', '2026-12-25T21:30:15'],
    ['2026-12-25T23:59', 'zh-CN', '2026-12-25T23:59:00'],
    ['12/25/2026 13:01 PM', 'en-US', undefined],
    ['12/25/2026 24:00', 'en-US', undefined],
    ['12/25/2026', 'en-US', undefined],
  ])('%s in %s', (text, locale, moment) => {
    expect(parseMoment(text, locale)).toBe(moment);
  });
});

describe('days of a form that may be written in the order of its region or of its interface', () => {
  const writing = { locale: 'en-PH', currency: 'PHP', dayLocales: ['en', 'en-PH'] };
  const read = (...texts: string[]) =>
    Object.values(
      understandFields(
        Object.fromEntries(texts.map((text, n) => [n, { state: 'written', kind: 'day', text, via: '' }])),
        writing,
      ),
    ).map((reading) => (reading.state === 'read' ? reading.value : reading.state === 'unreadable' && reading.reason));

  it.each([
    [['12/25/2026'], ['2026-12-25']],
    [['25/12/2026'], ['2026-12-25']],
    // One that is a day in one order only says it for all.
    [
      ['12/06/2026', '12/28/2026'],
      ['2026-12-06', '2026-12-28'],
    ],
    [
      ['06/12/2026', '28/12/2026'],
      ['2026-12-06', '2026-12-28'],
    ],
    [
      ['12/06/2026', '12/08/2026'],
      ['ambiguous', 'ambiguous'],
    ],
    [['05/05/2026'], ['2026-05-05']],
    [
      ['2026-12-06', '12/06/2026'],
      ['2026-12-06', 'ambiguous'],
    ],
    [
      ['25/12/2026', '12/28/2026'],
      ['2026-12-25', '2026-12-28'],
    ],
  ])('%j', (texts, days) => {
    expect(read(...texts)).toEqual(days);
  });
});
