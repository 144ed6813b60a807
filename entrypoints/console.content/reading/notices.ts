import { once } from '../once.ts';
import { CONTROLS } from './controls.ts';
import { itemsIn } from './items.ts';
import type { Notice } from './reading.ts';
import { asinsIn } from './text.ts';

/** One sentence of the console that states a fact. */
export interface NoticeWording {
  readonly kind: Notice['kind'];
  /** Pattern, matched case-insensitively against one piece of text with single spaces. */
  readonly sentence: string;
  /** The sentence is too short or general to count outside an alert box. */
  readonly inAlert?: true;
  /** Patterns, each with one group that holds one amount, matched against the text around the sentence. */
  readonly amounts?: { readonly [Name in keyof Notice['amounts']]?: string };
}

const ALERTS = '[role=alert],[role=status],[aria-live],kat-alert';

/** How many levels above its sentence a notice may name its product. */
const NOTICE_DEPTH = 5;

/** The notices on the page, one per product and kind. */
export function noticesIn(document: Document, wordings: readonly NoticeWording[]): Notice[] {
  const scope = document.getElementById('sc-content-container') ?? document.body;
  const found = new Map<string, Notice>();
  for (const { element, text, isControl } of scope ? itemsIn(scope) : []) {
    if (isControl || text.length < 5) continue;
    for (const wording of wordings) {
      if (!patternOf(wording.sentence).test(text) || (wording.inAlert && !element.closest(ALERTS))) continue;
      const notice = noticeOf(wording, element, scope);
      const key = `${notice.kind} ${notice.asin}`;
      const known = found.get(key);
      if (!known || Object.keys(notice.amounts).length > Object.keys(known.amounts).length) found.set(key, notice);
      break;
    }
  }
  return [...found.values()];
}

function noticeOf(wording: NoticeWording, element: Element, scope: Element): Notice {
  const { text, asin } = boxAround(element, scope);
  return { kind: wording.kind, asin, amounts: amountsIn(text, wording) };
}

/** The smallest element around a sentence that names a product; if it names several, the sentence belongs to none. */
function boxAround(element: Element, scope: Element): { text: string; asin: string | null } {
  let text = '';
  let node: Element | null = element;
  for (let depth = 0; node && node !== scope && depth < NOTICE_DEPTH; depth += 1, node = node.parentElement) {
    if (node.querySelector(CONTROLS)) break;
    const around = itemsIn(node)
      .map((item) => item.text)
      .join('\n');
    const asins = asinsIn(around);
    if (asins.length > 1) break;
    text = around;
    if (asins.length === 1) return { text, asin: asins[0] as string };
  }
  return { text, asin: null };
}

/** All amounts of a wording, or none: half a comparison proves nothing. */
function amountsIn(text: string, { amounts = {} }: NoticeWording): Notice['amounts'] {
  const found: Record<string, string> = {};
  for (const [name, pattern] of Object.entries(amounts)) {
    // A sentence ends with a full stop, which does not belong to the amount.
    const written = patternOf(pattern)
      .exec(text)?.[1]
      ?.trim()
      .replace(/[.。]$/, '');
    if (!written) return {};
    found[name] = written;
  }
  return found;
}

const patternOf = once((source: string) => new RegExp(source, 'iu'));
