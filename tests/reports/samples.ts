import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, daysBetween } from '../../rules/measures/days.ts';

export function sample(name: string): string {
  return readFileSync(join(import.meta.dirname, 'amazon', name), 'utf8');
}

/** An orders report whose last order is of the day before `today`; the others keep their distance. */
export function recentOrders(today: string, name = 'all_orders_33col_2026.tsv'): string {
  const text = sample(name);
  const last =
    [...text.matchAll(/\b\d{4}-\d{2}-\d{2}(?=T)/g)]
      .map(([day]) => day)
      .sort()
      .at(-1) ?? today;
  const distance = daysBetween(last, today) - 1;
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}(?=T)/g, (day) => addDays(day, distance));
}
