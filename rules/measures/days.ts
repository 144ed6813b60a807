// ISO days are compared as text; arithmetic goes through UTC, where every day has 24 hours.

const DAY_MS = 86_400_000;

/** The ISO day `count` days after `day` (before it when negative). */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one ISO day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The later of two ISO days. */
export function laterDay(one: string, other: string): string {
  return one.localeCompare(other) < 0 ? other : one;
}

/** The earlier of two ISO days. */
export function earlierDay(one: string, other: string): string {
  return one.localeCompare(other) < 0 ? one : other;
}

/** The ISO day `count` business days after `day`, Monday to Friday; public holidays are not known here. */
export function addBusinessDays(day: string, count: number): string {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    const weekday = new Date(Date.parse(last)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return last;
}

/** The same day `count` months later, or the last day of that month when the day does not exist. */
export function addMonths(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}

/** A local moment with seconds, so that moments compare as text. */
export function withSeconds(moment: string): string {
  return moment.length === 16 ? `${moment}:00` : moment;
}

/** The local moment `hours` later. Days have 24 hours: a change of the clocks is not known here. */
export function addHours(moment: string, hours: number): string {
  return new Date(Date.parse(`${withSeconds(moment)}Z`) + hours * 3_600_000).toISOString().slice(0, 19);
}
