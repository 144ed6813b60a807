import { browser } from 'wxt/browser';
import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import type { ConsoleSender } from '../messages/senders.ts';
import type { EnteredFact } from '../seller/decision-types.ts';

/** A decision the seller requested by a click in a tab's page. */
export type Asked =
  | { readonly kind: 'ignore' | 'turn-off'; readonly finding: string }
  | { readonly kind: 'enter'; readonly finding: string; readonly fact: string; readonly input: string };

/** A decision to be confirmed in the popup, because the page may have hidden the clicked control. */
export type Pending = Asked & { readonly id: string };

/** A decision that was carried out. */
export interface Recent {
  /** Ids of the resulting decisions, for `undo`. */
  readonly ids: readonly string[];
  /** The entry that was replaced; null: none. */
  readonly before: EnteredFact | null;
}

/**
 * The form in a tab. It outlives the page state, which is rebuilt whenever the page sends everything again, and ends
 * when the tab navigates or closes.
 */
export interface Form {
  /** The tab now shows a console page that no reader supports. */
  readonly isUnread?: true;
  /** Full address, including the route, which the browser does not report. */
  readonly address: string;
  /** Facts the seller entered for this form only, because their field is unreadable; by record and fact. */
  readonly entered: { readonly [record: string]: { readonly [Name in FactName]?: WireValue } };
  /** Decisions to be confirmed in the popup, and decisions carried out; omitted if none. */
  readonly pending?: readonly Pending[];
  readonly recent?: readonly Recent[];
}

/** The form in a tab; null until its page has asked how to read it. */
export async function formOf(tab: number): Promise<Form | null> {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as Form | undefined) ?? null;
}

/** Records a tab's current address. Entries stay if only the fragment changes: those are tabs within one form. */
export async function arriveAt({ tab, address }: ConsoleSender, path: string): Promise<void> {
  const before = await formOf(tab);
  const now = addressOf(path, address);
  if (before?.address === now) return;
  const isSameForm = before !== null && withoutTab(before.address) === withoutTab(now);
  await keep(tab, isSameForm ? { ...before, address: now } : { address: now, entered: {} });
}

/** Records whether the tab shows a page that no reader supports. */
export async function markUnread(tab: number, isUnread: boolean): Promise<void> {
  const form = await formOf(tab);
  if (!form || (form.isUnread ?? false) === isUnread) return;
  const { isUnread: _before, ...others } = form;
  await keep(tab, isUnread ? { ...others, isUnread } : others);
}

/** Stores an entry for this form only; `value` null deletes it. */
export async function enterInForm(tab: number, record: string, fact: FactName, value: WireValue): Promise<void> {
  await changeForm(tab, (form) => {
    const { [fact]: _earlier, ...others } = form.entered[record] ?? {};
    return { entered: { ...form.entered, [record]: value === null ? others : { ...others, [fact]: value } } };
  });
}

export async function changeForm(tab: number, change: (form: Form) => Partial<Form>): Promise<void> {
  const form = await formOf(tab);
  if (form) await keep(tab, { ...form, ...change(form) });
}

export async function forgetForm(tab: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tab));
}

function keep(tab: number, form: Form): Promise<void> {
  return browser.storage.session.set({ [keyOf(tab)]: form });
}

function keyOf(tab: number): string {
  return `form:${tab}`;
}

/** Resolves the page's path against the host vouched for by the browser; a path never leads to another host. */
function addressOf(path: string, sender: string): string {
  const { origin } = new URL(sender);
  const address = path.startsWith('/') ? `${origin}${path}` : sender;
  return URL.canParse(address) ? new URL(address).href : sender;
}

function withoutTab(address: string): string {
  return address.split('#')[0] ?? address;
}
