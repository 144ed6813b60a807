import type { Field, TextSort } from '../../background/consoles/reader.ts';
import { amountAtStart, joined, linesOf } from './amounts.ts';
import { isCheckbox, isRadio } from './controls.ts';
import { isCurrencyMark, looksLikeMoney } from './currency.ts';
import type { Item } from './items.ts';
import { asinsIn, labelKey } from './text.ts';
import { formOf, type Hit } from './value.ts';

// Readings from adjacent texts and controls: the value after a label, a value of a given form, the words of a choice.

/** The value after a label: an amount in one or several parts, a currency sign and a control, a control, or text. */
export function hitBehind(items: readonly Item[], at: number, field: Field): Hit | null {
  const next = items[at + 1];
  if (!next) return null;
  if (next.isControl) return { element: next.element, control: next.element };
  const amount = amountAtStart(items.slice(at + 1), field);
  if (amount) return amount;
  const control = items[at + 2];
  if (!isCurrencyMark(next.text)) return { element: next.element, text: next.text };
  return control?.isControl ? { element: control.element, control: control.element, mark: next.text } : null;
}

/** The value after a label that ends with a colon, in the same line. */
export function behindColon(items: readonly Item[], at: number, field: Field): { element: Element; text: string } {
  const label = items[at] as Item;
  const next = items[at + 1];
  // A label without a value is followed by the next label, or by a new line.
  if (!next || next.isControl || next.line !== label.line || LABEL.test(next.text))
    return { element: label.element, text: '' };
  const amount = amountAtStart(items.slice(at + 1), field);
  if (amount?.text) return { element: amount.element, text: amount.text };
  return { element: label.element, text: joined(codeFrom(items, at + 1)) };
}

/** A text and its continuation after a punctuation mark: a code with a part set off, `MUG` and `-A`. */
function codeFrom(items: readonly Item[], start: number): readonly Item[] {
  const goesOn = (item: Item, index: number) =>
    item.joins && !item.isControl && (/^[-_./]/.test(item.text) || /[-_./]$/.test(items[start + index]?.text ?? ''));
  const rest = items.slice(start + 1);
  const end = rest.findIndex((item, index) => !goesOn(item, index));
  return items.slice(start, start + 1 + (end < 0 ? rest.length : end));
}

const LABEL = /^[^:：\d]{1,20}[:：]/;

/** False for checkboxes and radio buttons: they contain no text and no number. */
export function isTyped(control: Element): boolean {
  return !isCheckbox(control) && !isRadio(control);
}

/** The only text of the field's form: a line, or part of one. Null if the field has no form, or nothing matches. */
export function formed(texts: readonly Item[], field: Field): Hit[] | null {
  if (field.form === undefined) return null;
  const lines = hitsOfForm(linesOf(texts), field);
  const hits =
    lines.length > 0
      ? lines
      : hitsOfForm(
          texts.map((item) => [item]),
          field,
        );
  return hits.length > 0 ? hits : null;
}

function hitsOfForm(parts: readonly (readonly Item[])[], field: Field): Hit[] {
  return parts.flatMap((part) => {
    const text = joined(part);
    return formOf(text, field) === undefined ? [] : [{ element: (part[0] as Item).element, text }];
  });
}

/** Hits for the words of a closed set, or for words stating that there is no value, possibly with a remark. */
export function spoken(texts: readonly Item[], { said = [] }: Field): Hit[] | null {
  const hits = texts.filter(({ text }) => said.includes(labelKey(text)));
  return hits.length > 0 ? hits : null;
}

export function textOfSort(text: string, sort: TextSort): string | null {
  if (sort === 'digits') return onlyOf(text.match(/\d{6,}/g));
  const asins = asinsIn(text);
  if (sort === 'asin') return asins.length > 0 ? text : null;
  if (sort === 'sku') return asins.length === 1 ? skuBeside(text, asins[0] as string) : null;
  const isMoney = looksLikeMoney(text);
  if (sort === 'money') return isMoney ? text : null;
  // "Suggested: $9.50" does not count as words either.
  const isWords = asins.length === 0 && !isMoney && !looksLikeMoney(text.replace(/^.*[:：]\s*/, ''));
  return isWords && /\p{L}/u.test(text) ? text : null;
}

function onlyOf(texts: readonly string[] | null): string | null {
  return texts?.length === 1 ? (texts[0] as string) : null;
}

/** "DEMO-01 · B0DEMO0001", "SKU: DEMO-01 | ASIN: B0DEMO0001": the SKU is what remains besides the ASIN. */
function skuBeside(text: string, asin: string): string | null {
  const rest = text.replace(asin, '').replace(/(?:^|\s)(?:ASIN|SKU)\s*[:：]/gi, ' ');
  const sku = rest.replace(/^[\s·•|,;/]+|[\s·•|,;/]+$/g, '');
  return sku === '' || /[·•|]/.test(sku) ? null : sku;
}
