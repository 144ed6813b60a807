import { browser } from 'wxt/browser';
import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import type { ConsoleSender } from '../messages/senders.ts';
import type { EnteredFact } from '../seller/decision-types.ts';

/** A decision from a tab's page that was asked for with a click. */
export type Asked =
  | { readonly kind: 'ignore' | 'turn-off'; readonly finding: string }
  | { readonly kind: 'enter'; readonly finding: string; readonly fact: string; readonly input: string };

/** One that waits for the popup: the page may have hidden what was clicked. */
export type Pending = Asked & { readonly id: string };

/** One that was carried out. */
export interface Recent {
  /** Names of the decisions it made, for `undo`. */
  readonly ids: readonly string[];
  /** What was entered in the place of the new entry; null: nothing. */
  readonly before: EnteredFact | null;
}

/**
 * The form a tab shows. It outlives the page's own state, which begins anew whenever the page asks for everything
 * again; it ends when the tab goes to another address or is closed.
 */
export interface Form {
  /** A page of the console that no reader knows stands there now. */
  readonly isUnread?: true;
  /** Full address, with the route that the browser does not tell. */
  readonly address: string;
  /** Facts the seller entered for this form alone, because their field could not be read; by record and fact. */
  readonly entered: { readonly [record: string]: { readonly [Name in FactName]?: WireValue } };
  /** Decisions from the page that wait for the popup, and those that were carried out; left out: none. */
  readonly pending?: readonly Pending[];
  readonly recent?: readonly Recent[];
}

/** The form in a tab; null before its page asked how to read it. */
export async function formOf(tab: number): Promise<Form | null> {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as Form | undefined) ?? null;
}

/** Notes where a tab is now. What was entered stays while only the part behind `#` changes: tabs of one form. */
export async function arriveAt({ tab, address }: ConsoleSender, path: string): Promise<void> {
  const before = await formOf(tab);
  const now = addressOf(path, address);
  if (before?.address === now) return;
  const isSameForm = before !== null && withoutTab(before.address) === withoutTab(now);
  await keep(tab, isSameForm ? { ...before, address: now } : { address: now, entered: {} });
}

/** Notes whether the tab shows a page that no reader knows. */
export async function markUnread(tab: number, isUnread: boolean): Promise<void> {
  const form = await formOf(tab);
  if (!form || (form.isUnread ?? false) === isUnread) return;
  const { isUnread: _before, ...others } = form;
  await keep(tab, isUnread ? { ...others, isUnread } : others);
}

/** Keeps an entry for the form alone; `value` null takes it back. */
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

/** The page's path on the host that the browser vouches for; a path never leads to another host. */
function addressOf(path: string, sender: string): string {
  const { origin } = new URL(sender);
  const address = path.startsWith('/') ? `${origin}${path}` : sender;
  return URL.canParse(address) ? new URL(address).href : sender;
}

function withoutTab(address: string): string {
  return address.split('#')[0] ?? address;
}
