import { browser } from 'wxt/browser';
import { isFactName } from '../../../rules/engine/facts.ts';
import type { Settings } from '../../../rules/own/settings.ts';
import { sameItemSchema } from '../listings/same-item-decisions.ts';
import { z } from '../messages/schema.ts';
import { languages } from '../messages/words.ts';
import { taughtFieldSchema } from '../teaching/taught-fields.ts';
import type { Decisions, EnteredFact } from './decision-types.ts';
import { exchangeRateSchema } from './exchange-rates.ts';
import { knowOwnChecks } from './settings-own-checks.ts';
import { understoodSettings } from './settings-stored.ts';
import { replaceStored, type Stored, wholeStored } from './stored-decisions.ts';
import { updateSchema } from './update.ts';

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

/** Lists whose decisions can be undone one by one. */
export type ListName = 'ignored' | 'turnedOff' | 'entered';
export const lists: readonly ListName[] = ['ignored', 'turnedOff', 'entered'];

/** Key prefix under which unparseable values are set aside. */
const BROKEN = 'broken:';

let cached: Promise<Decisions> | null = null;
let writing: Promise<unknown> = Promise.resolve();

/** The seller's decisions. A value that cannot be parsed is set aside, never thrown away. */
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

/** Drops the copy in memory; the next reader sees what the browser stores. */
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
    // Copy first, then repair: a kill between the two loses nothing.
    await browser.storage.local.set(aside);
    await browser.storage.local.set(kept);
  }
  return { ...found, broken: [...Object.keys(stored), ...Object.keys(aside)].filter((key) => key.startsWith(BROKEN)) };
}

/** Replaces everything stored, under any key, with the result of `edit`. */
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

/** Changes the decisions, one change at a time, so that two tabs never overwrite each other. */
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
