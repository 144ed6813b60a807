import { browser } from 'wxt/browser';
import { type FactName, isFactName, type WireValue } from '../../rules/facts.ts';
import type { Settings } from '../../rules/own-settings.ts';
import { type Language, languages } from './api.ts';
import { type ExchangeRate, exchangeRateSchema } from './exchange-rates.ts';
import { codeListing, type Identity } from './listing-identity.ts';
import { type SameItem, sameItemSchema } from './same-item-decisions.ts';
import { z } from './schema.ts';
import { knowOwnChecks } from './settings-own-checks.ts';
import { understoodSettings } from './settings-stored.ts';
import { STORE_SUBJECT } from './store-subject.ts';
import { replaceStored, type Stored, wholeStored } from './stored-decisions.ts';
import { type TaughtField, taughtFieldSchema } from './taught-fields.ts';

/** A finding the seller does not want to see again for its listing. */
export interface Ignored {
  readonly store: string;
  readonly listing: string;
  readonly rule: string;
  /** 0-based position in a list; null where the rule does not check a list. */
  readonly item: number | null;
  /** What the listing was called, for the list of decisions. */
  readonly name: string;
  readonly day: string;
}

/** A check the seller turned off in every store. */
export interface TurnedOff {
  readonly rule: string;
  readonly day: string;
}

/** A fact the seller entered. `subject`: `asin:…`, `sku:…`, `code:…`, or `store` for one that holds for the whole store. */
export interface EnteredFact {
  readonly store: string;
  readonly subject: string;
  readonly fact: FactName;
  readonly value: WireValue;
  readonly name: string;
  readonly day: string;
}

export interface Decisions {
  /** Null: never chosen, the browser's language holds. */
  readonly language: Language | null;
  readonly ignored: readonly Ignored[];
  readonly turnedOff: readonly TurnedOff[];
  readonly entered: readonly EnteredFact[];
  /** What else the seller chose of checks and their numbers; left out: nothing yet. */
  readonly settings?: Settings;
  /** Fields the seller showed; left out: none yet. */
  readonly taught?: readonly TaughtField[];
  /** Listings of several stores that the seller linked or took apart; left out: none yet. */
  readonly sameItems?: readonly SameItem[];
  /** What the seller says currencies cost in others; left out: nothing yet. */
  readonly exchangeRates?: readonly ExchangeRate[];
  /** Keys under which values lie that could not be understood. */
  readonly broken: readonly string[];
}

/** An entry as the facts need it. */
export interface Entered {
  readonly value: WireValue;
  /** Day of the entry, local to the site. */
  readonly day: string;
}

const text = z.string().max(1000);
const wireValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const schemas = {
  language: z.enum(languages),
  ignored: z.object({
    store: text,
    listing: text,
    rule: text,
    item: z.number().int().nonnegative().nullable(),
    name: text,
    day: text,
  }),
  turnedOff: z.object({ rule: text, day: text }),
  entered: z.object({
    store: text,
    subject: text,
    fact: text.refine(isFactName),
    value: wireValue,
    name: text,
    day: text,
  }),
};

type ListName = 'ignored' | 'turnedOff' | 'entered';
const lists: readonly ListName[] = ['ignored', 'turnedOff', 'entered'];

/** Prefix of the keys under which values are set aside that could not be understood. */
const BROKEN = 'broken:';

let cached: Promise<Decisions> | null = null;
let writing: Promise<unknown> = Promise.resolve();

/** The seller's decisions. A value that cannot be understood is set aside, never thrown away. */
export function decisions(): Promise<Decisions> {
  cached ??= read().then(
    (found) => {
      knowOwnChecks(found.settings?.ownChecks);
      return found;
    },
    (error) => {
      cached = null;
      throw error;
    },
  );
  return cached;
}

/** Forgets what is in memory; the next reader sees what the browser holds. */
export function forgetDecisions(): void {
  cached = null;
}

async function read(): Promise<Decisions> {
  const stored = await wholeStored();
  const aside: Record<string, unknown> = {};
  const kept: Record<string, unknown> = {};
  const repair = (name: string, good: unknown) => {
    aside[`${BROKEN}${name}:${new Date().toISOString()}`] = stored[name];
    kept[name] = good;
  };
  const list = <Item>(name: ListName | 'taught' | 'sameItems' | 'exchangeRates', schema: z.ZodType<Item>): Item[] => {
    const value = stored[name];
    if (value === undefined) return [];
    const items = Array.isArray(value) ? value.map((item) => schema.safeParse(item)) : [];
    const good = items.flatMap(({ success, data }) => (success ? [data as Item] : []));
    if (!Array.isArray(value) || good.length < items.length) repair(name, good);
    return good;
  };
  const language = schemas.language.safeParse(stored.language);
  if (stored.language !== undefined && !language.success) repair('language', null);
  const found = {
    language: language.success ? language.data : null,
    ignored: list('ignored', schemas.ignored),
    turnedOff: list('turnedOff', schemas.turnedOff),
    entered: list('entered', schemas.entered) as EnteredFact[],
    ...readSettings(stored.settings, repair),
    ...(stored.taught === undefined ? {} : { taught: list('taught', taughtFieldSchema) }),
    ...(stored.sameItems === undefined ? {} : { sameItems: list('sameItems', sameItemSchema) }),
    ...(stored.exchangeRates === undefined ? {} : { exchangeRates: list('exchangeRates', exchangeRateSchema) }),
  };
  if (Object.keys(aside).length > 0) {
    // First the copy, then the repair: killed between the two, nothing is lost.
    await browser.storage.local.set(aside);
    await browser.storage.local.set(kept);
  }
  return { ...found, broken: [...Object.keys(stored), ...Object.keys(aside)].filter((key) => key.startsWith(BROKEN)) };
}

/** Replaces everything that is stored, under whatever key, by what `edit` makes of it. */
export function replaceAll(edit: (stored: Stored) => Stored): Promise<void> {
  const result = writing.then(async () => replaceStored(edit(await wholeStored())));
  writing = result.then(forgetDecisions, forgetDecisions);
  return result;
}

function readSettings(stored: unknown, repair: (name: string, good: Settings) => void): Pick<Decisions, 'settings'> {
  if (stored === undefined) return {};
  const { settings, isWhole } = understoodSettings(stored);
  if (!isWhole) repair('settings', settings);
  return { settings };
}

/** Changes the decisions, one change after another, so that two tabs never overwrite each other. */
export function change(edit: (current: Decisions) => Partial<Omit<Decisions, 'broken'>>): Promise<void> {
  const result = writing.then(async () => {
    const current = await decisions();
    const changed = edit(current);
    await browser.storage.local.set(changed);
    const next = { ...current, ...changed };
    cached = Promise.resolve(next);
    knowOwnChecks(next.settings?.ownChecks);
  });
  writing = result.catch(forgetDecisions);
  return result;
}

export function setLanguage(language: Language): Promise<void> {
  return change(() => ({ language }));
}

export function ignore(added: readonly Ignored[]): Promise<void> {
  return change(({ ignored }) => ({
    ignored: [...ignored.filter((one) => !added.some((other) => isSameFinding(one, other))), ...added],
  }));
}

export function turnOff(rule: string, day: string): Promise<void> {
  return change(({ turnedOff }) => ({ turnedOff: [...turnedOff.filter((one) => one.rule !== rule), { rule, day }] }));
}

/** Keeps an entry in place of an earlier one for the same fact; `value` null takes it back. */
export function enter(entry: Omit<EnteredFact, 'value'> & { readonly value: WireValue }): Promise<void> {
  return change(({ entered }) => {
    const others = entered.filter((one) => entryId(one) !== entryId(entry));
    return { entered: entry.value === null ? others : [...others, entry] };
  });
}

/** Takes a decision back by its id. Does nothing when it is gone already. */
export function undo(id: string): Promise<void> {
  return change((current) => {
    const changed: Record<string, unknown> = {};
    for (const name of lists) changed[name] = current[name].filter((one) => decisionId(name, one) !== id);
    return changed as Pick<Decisions, ListName>;
  });
}

/** Names one decision, for {@link undo}. */
export function decisionId(list: ListName, one: Ignored | TurnedOff | EnteredFact): string {
  if (list === 'ignored') {
    const { store, listing, rule, item } = one as Ignored;
    return JSON.stringify([list, store, listing, rule, item]);
  }
  return JSON.stringify([list, list === 'turnedOff' ? (one as TurnedOff).rule : entryId(one as EnteredFact)]);
}

/** The rule a decision turned off, by the decision's id; null for another kind of decision. */
export function turnedOffRule(id: string): string | null {
  try {
    const [list, rule] = JSON.parse(id) as unknown[];
    return list === 'turnedOff' && typeof rule === 'string' ? rule : null;
  } catch {
    return null;
  }
}

function entryId({ store, subject, fact }: Pick<EnteredFact, 'store' | 'subject' | 'fact'>): string {
  return JSON.stringify([store, subject, fact]);
}

function isSameFinding(a: Ignored, b: Ignored): boolean {
  return a.store === b.store && a.listing === b.listing && a.rule === b.rule && a.item === b.item;
}

/** The seller's entries for one listing of a store, those for the listing itself before those for its ASIN or store. */
export function enteredFor(
  { entered }: Decisions,
  store: string,
  identity: Identity | null,
): ReadonlyMap<FactName, Entered> {
  const subjects = [STORE_SUBJECT];
  if (identity?.asin) subjects.push(`asin:${identity.asin}`);
  if (identity) subjects.push(identity.listing);
  if (identity?.code) subjects.push(codeListing(identity.code));
  const found = new Map<FactName, Entered>();
  for (const subject of subjects)
    for (const one of entered)
      if (one.store === store && one.subject === subject) found.set(one.fact, { value: one.value, day: one.day });
  return found;
}

/** Whether the seller ignored a finding of a listing. */
export function isIgnored(
  { ignored }: Decisions,
  store: string,
  listing: string,
  rule: string,
  item: number | null,
): boolean {
  return ignored.some(
    (one) => one.rule === rule && one.listing === listing && one.store === store && one.item === item,
  );
}
