const HOUR_MS = 3_600_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, found);
  }
  return found;
}

/** The wall clock of a time zone, as if it were UTC; milliseconds. */
function wallClock(at: Date, timeZone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatter(timeZone).formatToParts(at)) parts[type] = value;
  return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`);
}

// Thousands of listings of one store are judged at one moment, and each answer takes the browser some 15 µs.
let last = { timeZone: '', at: Number.NaN, day: '' };

/** ISO day of a moment in a time zone. */
export function dayIn(timeZone: string, at: Date): string {
  if (last.at !== at.getTime() || last.timeZone !== timeZone) {
    const day = new Date(wallClock(at, timeZone)).toISOString().slice(0, 10);
    last = { timeZone, at: at.getTime(), day };
  }
  return last.day;
}

/** ISO day at the seller's own place, by which what the seller did and saw is told: a console's site may be a day behind. */
export function ownDay(at: Date): string {
  return dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, at);
}

/** The moment at which an ISO day begins in a time zone. */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Twice, because the offset may change between the first guess and the midnight itself.
  let guess = midnight - (wallClock(new Date(midnight), timeZone) - midnight);
  guess -= wallClock(new Date(guess), timeZone) - midnight;
  return new Date(guess);
}

/** Hours from a moment to the beginning of an ISO day in a time zone; negative once it has begun. */
export function hoursUntil(day: string, timeZone: string, at: Date): number {
  return (startOfDay(day, timeZone).getTime() - at.getTime()) / HOUR_MS;
}
