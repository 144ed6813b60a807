import { type FieldReadings, PAGE_RECORD } from '../../console.content/reading/reading.ts';
import { pageKind } from './page-kinds.ts';
import type { WholePage } from './whole-page.ts';

/** Number of orders in a page's list; empty on other pages, and if a row does not show its order. */
export function ordersShown({ page, fields, list }: Pick<WholePage, 'page' | 'fields' | 'list'>): FieldReadings {
  if (pageKind(page).list !== 'orders' || list !== 'read') return {};
  const numbers = new Set<string>();
  for (const [key, { adjustNo }] of fields) {
    if (key === PAGE_RECORD) continue;
    if (adjustNo?.state !== 'read' || typeof adjustNo.value !== 'string') return {};
    numbers.add(adjustNo.value);
  }
  return { ordersShown: { state: 'read', value: numbers.size, via: '' } };
}
