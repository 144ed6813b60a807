import { browser } from 'wxt/browser';
import { type FactName, isFactName, type WireValue } from '../../../rules/engine/facts.ts';
import type { Settings } from '../../../rules/own/settings.ts';
import { type SameItem, sameItemSchema } from '../listings/same-item-decisions.ts';
import { type Language, languages } from '../messages/requests.ts';
import { z } from '../messages/schema.ts';
import { type TaughtField, taughtFieldSchema } from '../teaching/taught-fields.ts';
import { type ExchangeRate, exchangeRateSchema } from './exchange-rates.ts';
import { knowOwnChecks } from './settings-own-checks.ts';
import { understoodSettings } from './settings-stored.ts';
import { replaceStored, type Stored, wholeStored } from './stored-decisions.ts';
import { type Update, updateSchema } from './updates.ts';

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
  /** What is still to be judged again after a change of the settings, in order; left out: nothing. */
  readonly updates?: readonly Update[];
  /** Keys under which values lie that could not be understood. */
  readonly broken: readonly string[];
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

/** Lists of which single decisions can be taken back. */
export type ListName = 'ignored' | 'turnedOff' | 'entered';
export const lists: readonly ListName[] = ['ignored', 'turnedOff', 'entered'];

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
  const list = <Item>(
    name: ListName | 'taught' | 'sameItems' | 'exchangeRates' | 'updates',
    schema: z.ZodType<Item>,
  ): Item[] => {
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
    ...(stored.updates === undefined ? {} : { updates: list('updates', updateSchema) }),
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
    if (changed.updates?.length === 0) await browser.storage.local.remove('updates');
    const next = { ...current, ...changed };
    cached = Promise.resolve(next);
    knowOwnChecks(next.settings?.ownChecks);
  });
  writing = result.catch(forgetDecisions);
  return result;
}
