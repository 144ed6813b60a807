/** An event of a whole day. */
export interface CalendarEvent {
  /** The same whenever the event is written again, so that a calendar replaces it. */
  readonly id: string;
  /** ISO day. */
  readonly day: string;
  readonly title: string;
  readonly description: string;
}

/**
 * A calendar file (RFC 5545): days without time zone, lines folded at 75 octets. An event blocks no time (TRANSPARENT).
 * @param name of the calendar, for programs that show one (X-WR-CALNAME, a widespread extension)
 */
export function calendarText(name: string, events: readonly CalendarEvent[], now: Date): string {
  const stamp = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Preflight//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ id, day, title, description }) => [
      'BEGIN:VEVENT',
      `UID:${uid(id)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Without a DTEND an event of a day lasts that day (RFC 5545, 3.6.1). Written as a name that needs no escaping. */
function uid(id: string): string {
  return `${encodeURIComponent(id)}@preflight`;
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/gu, '\\$&')
    .replaceAll(/\r\n|[\r\n]/gu, '\\n')
    .replaceAll(CONTROLS, '');
}

// Control characters are not allowed in a text, except a tab.
const CONTROLS = /[^\P{Cc}\t]/gu;

const MOST_OCTETS = 75;
const encoder = new TextEncoder();

/** RFC 5545, 3.1: a longer line goes on in the next one after a space. No character is cut in two. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (octets + length > MOST_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += length;
  }
  return text;
}
