import { looksLikeMoney } from './currency.ts';
import { allIn, itemsIn } from './items.ts';

/** Lines of a list in every vocabulary that consoles use: elements, roles, and stems of classes. */
const LINES =
  'tr,[role=row],kat-table-row,[class*="table-tr"],[class*="table-row"],[class*="TB_tr"],[class*="tableContentRow"]';

const HEADERS = 'th,[role=columnheader]';

/** What only a product has in its line: a picture, or something to type into. Boxes to choose lines stand in headers too. */
const CONTENT =
  'img,textarea,kat-input,[contenteditable=true],input:not([type=hidden],[type=checkbox],[type=radio],[type=search])';

/** How a table says that there is nothing in it: Temu's kit as documented, TikTok Shop's as its kit names it (inferred). */
const NOTHING = '[class*="TB_empty"],[class*="table-no-data"]';

/** Enough lines to look at: in a list they are alike. */
const MOST_LINES = 20;

/** Whether a page says itself that its list is empty. */
export function saysNothing(roots: readonly ParentNode[]): boolean {
  return roots.some((root) => root.querySelector(NOTHING));
}

/** Whether lines of products stand on a page, however it builds them. For a page on which none was read. */
export function hasLines(roots: readonly ParentNode[]): boolean {
  return roots.some((root) => allIn(root, LINES).slice(0, MOST_LINES).some(isLine));
}

function isLine(line: Element): boolean {
  if (line.closest('thead') || line.querySelector(HEADERS)) return false;
  return line.querySelector(CONTENT) !== null || itemsIn(line).some(({ text }) => looksLikeMoney(text));
}
