import { refusal } from '../../../rules/own/refusal.ts';
import type { ExportedSettings } from '../messages/settings.ts';
import type { TaughtImport, TaughtOverview } from '../messages/teach.ts';
import type { Done } from '../messages/words.ts';
import { recheckAll } from '../page/recheck.ts';
import { interfaceText } from '../present/messages.ts';
import { presentTaught } from '../present/taught.ts';
import { isSame } from '../rows/same.ts';
import { change, decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { MOST_TAUGHT, type TaughtField, taughtFieldSchema, taughtId } from './taught-fields.ts';
import { readTaughtFile, writeTaughtFile } from './taught-file.ts';

/** Every field the seller taught, by page and field. */
export async function taughtFields(): Promise<TaughtOverview> {
  const decided = await decisions();
  const language = languageOf(decided);
  const { taught = [] } = decided;
  return {
    fields: taught
      .map((field) => presentTaught(field, language))
      .sort((a, b) => a.marketplace.localeCompare(b.marketplace) || (a.id < b.id ? -1 : 1)),
  };
}

/** Keeps taught fields, each in the place of an earlier one with its name, and lets open pages begin anew with them. */
export async function keepTaught(added: readonly TaughtField[]): Promise<Done> {
  const { taught = [] } = await decisions();
  const language = languageOf(await decisions());
  if (merged(taught, added).length > MOST_TAUGHT)
    return { done: false, sentence: interfaceText(language, 'teachTooMany', { count: taught.length }) };
  return decide((before) => merged(before, added));
}

export function removeTaught(id: string): Promise<Done> {
  return decide((before) => before.filter((one) => taughtId(one) !== id));
}

/** Brings a removed field back, unless another took its place meanwhile. */
export async function restoreTaught(field: unknown): Promise<Done> {
  const read = taughtFieldSchema.safeParse(field);
  if (!read.success)
    return { done: false, sentence: interfaceText(languageOf(await decisions()), 'teachRefusedField') };
  return decide((before) => merged([read.data], before));
}

export async function exportTaught(): Promise<ExportedSettings> {
  const { taught = [] } = await decisions();
  return { name: 'preflight-taught-fields.json', text: writeTaughtFile(taught) };
}

/** Takes a file of taught fields over, whole or not at all; without `apply` it only tells what would change. */
export async function importTaught(text: string, apply: boolean): Promise<TaughtImport> {
  const read = readTaughtFile(text);
  if ('refusals' in read) return { done: false, sentence: '', refusals: read.refusals };
  const decided = await decisions();
  const { taught = [] } = decided;
  if (merged(taught, read.fields).length > MOST_TAUGHT)
    return { done: false, sentence: '', refusals: [refusal('fields', 'too-many', { most: MOST_TAUGHT })] };
  const language = languageOf(decided);
  const known = new Map(taught.map((one) => [taughtId(one), one]));
  const before = (one: TaughtField) => known.get(taughtId(one));
  const added = read.fields.filter((one) => !before(one));
  const changed = read.fields.filter((one) => before(one) && !isSame(before(one)?.locator, one.locator));
  if (apply) {
    const kept = await keepTaught([...added, ...changed]);
    if (!kept.done) return { ...kept, refusals: [] };
  }
  const present = (fields: readonly TaughtField[]) => fields.map((field) => presentTaught(field, language));
  const same = read.fields.length - added.length - changed.length;
  return { done: true, changes: { added: present(added), changed: present(changed), same } };
}

function merged(before: readonly TaughtField[], added: readonly TaughtField[]): readonly TaughtField[] {
  const names = new Set(added.map(taughtId));
  return [...before.filter((one) => !names.has(taughtId(one))), ...added];
}

/** A guide is sent when a page opens: it has to open again. */
async function decide(edit: (before: readonly TaughtField[]) => readonly TaughtField[]): Promise<Done> {
  try {
    await change(({ taught = [] }) => ({ taught: edit(taught) }));
  } catch {
    return { done: false, sentence: interfaceText(languageOf(await decisions()), 'notSaved') };
  }
  void recheckAll('restart');
  return { done: true };
}
