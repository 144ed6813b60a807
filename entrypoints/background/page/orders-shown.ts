import { type FieldReadings, PAGE_RECORD } from '../../console.content/reading/reading.ts';
import { pageKind } from './page-kinds.ts';
import type { WholePage } from './whole-page.ts';

/** How many orders stand in a page's list; nothing on other pages, and where a row does not say which order it is of. */
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
