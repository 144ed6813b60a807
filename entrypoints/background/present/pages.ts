import { consolePageName } from '../../../components/marketplace-texts.ts';
import type { ListOf } from '../consoles/page-kind.ts';
import type { Language } from '../messages/words.ts';
import { pageKind } from '../page/page-kinds.ts';
import { type InterfaceText, interfaceText } from './messages.ts';

const names: { readonly [page: string]: InterfaceText } = {
  'report/listings': 'reportListings',
  'report/inventory': 'reportInventory',
  'report/fees': 'reportFees',
  'report/low-inventory-fees': 'reportLowInventoryFees',
  'report/flat-file': 'reportFlatFile',
  'report/table': 'reportTable',
};

const lists = {
  products: 'listOfProducts',
  coupons: 'listOfCoupons',
  orders: 'listOfOrders',
  skus: 'listOfSkus',
} as const satisfies Record<ListOf, InterfaceText>;

/** Name of the rows of a page's list: "products", "coupons". */
export function rowsName(page: string | null, language: Language): string {
  return interfaceText(language, lists[pageKind(page).list ?? 'products']);
}

/** Name of a page kind, or of a report in its place. */
export function pageName(page: string | null, language: Language): string {
  const ofConsole = page === null ? undefined : consolePageName(language, page);
  if (ofConsole !== undefined) return ofConsole;
  const name = page !== null && Object.hasOwn(names, page) ? names[page] : undefined;
  return interfaceText(language, name ?? 'pageUnknown');
}
