import { looksLikeMoney } from './currency.ts';
import { allIn, itemsIn } from './items.ts';

/** List rows in every vocabulary that consoles use: elements, roles, and class stems. */
const LINES =
  'tr,[role=row],kat-table-row,[class*="table-tr"],[class*="table-row"],[class*="TB_tr"],[class*="tableContentRow"]';

const HEADERS = 'th,[role=columnheader]';

/** Content only product rows have: an image or an input. Selection checkboxes occur in headers too. */
const CONTENT =
  'img,textarea,kat-input,[contenteditable=true],input:not([type=hidden],[type=checkbox],[type=radio],[type=search])';

/** How a table states that it is empty: Temu's kit as documented, TikTok Shop's as its kit names it (inferred). */
const NOTHING = '[class*="TB_empty"],[class*="table-no-data"]';

/** Enough rows to examine: rows of a list are alike. */
const MOST_LINES = 20;

/** Whether a page states that its list is empty. */
export function saysNothing(roots: readonly ParentNode[]): boolean {
  return roots.some((root) => root.querySelector(NOTHING));
}

/** Whether a page shows product rows, however it builds them. For a page on which none could be read. */
export function hasLines(roots: readonly ParentNode[]): boolean {
  return roots.some((root) => allIn(root, LINES).slice(0, MOST_LINES).some(isLine));
}

function isLine(line: Element): boolean {
  if (line.closest('thead') || line.querySelector(HEADERS)) return false;
  return line.querySelector(CONTENT) !== null || itemsIn(line).some(({ text }) => looksLikeMoney(text));
}
