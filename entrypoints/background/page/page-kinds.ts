import { type Marketplace, marketplaces } from '../../../rules/engine/sites.ts';
import { amazonPages } from '../consoles/amazon/pages.ts';
import type { ConsolePages, PageKind } from '../consoles/page-kind.ts';
import { temuPages } from '../consoles/temu/pages.ts';
import { tiktokPages } from '../consoles/tiktok/pages.ts';

const consolePages: Readonly<Record<Marketplace, ConsolePages>> = {
  amazon: amazonPages,
  temu: temuPages,
  tiktok: tiktokPages,
};

export const pageKinds: Readonly<Record<string, PageKind>> = {
  ...Object.assign({}, ...marketplaces.map((marketplace) => consolePages[marketplace].kinds)),
  'report/listings': { topics: ['offer', 'content', 'fees'], rows: true, nothingTyped: true },
  'report/inventory': { topics: ['offer', 'stock', 'fees'], rows: true, nothingTyped: true },
  'report/fees': { topics: ['offer', 'fees'], rows: true, nothingTyped: true },
  'report/flat-file': { topics: ['offer', 'content', 'fees'], rows: true },
  'report/table': { topics: ['offer', 'content', 'fees', 'stock'], rows: true },
  // Not a page: a row of a file checked before upload. Missing facts are counted, not reported row by row.
  'file/listings': {
    topics: ['offer', 'content', 'media', 'stock', 'fees', 'promotion'],
    rows: true,
    changesPrice: true,
  },
  'file/coupons': { topics: ['coupon'], rows: true, createsCoupon: true },
};

/** The page kind that can change nearly everything about a listing. */
export function editorOf(marketplace: Marketplace): string {
  return consolePages[marketplace].editor;
}

const nothing: PageKind = { topics: [] };

/** What is checked on a page kind; nothing on an unknown one. */
export function pageKind(page: string | null): PageKind {
  return (page !== null && Object.hasOwn(pageKinds, page) ? pageKinds[page] : undefined) ?? nothing;
}
