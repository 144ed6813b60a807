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
  // No page: a row of a file that is checked before it is uploaded. What is missing there is counted, not said row by row.
  'file/listings': {
    topics: ['offer', 'content', 'media', 'stock', 'fees', 'promotion'],
    rows: true,
    changesPrice: true,
  },
  'file/coupons': { topics: ['coupon'], rows: true, createsCoupon: true },
};

/** The page kind on which nearly everything of a listing can be changed. */
export function editorOf(marketplace: Marketplace): string {
  return consolePages[marketplace].editor;
}

const nothing: PageKind = { topics: [] };

/** What is judged on a kind of page; nothing on one that is not known. */
export function pageKind(page: string | null): PageKind {
  return (page !== null && Object.hasOwn(pageKinds, page) ? pageKinds[page] : undefined) ?? nothing;
}
