import { marketplaces, sitesOf } from '../../../rules/engine/sites.ts';
import { freeOwnId } from '../../../rules/own/id.ts';
import type { OwnCheck, OwnKind } from '../../../rules/own/schema.ts';
import type { SettingsField } from '../../background/messages/settings.ts';
import type { TextName } from '../shell/texts.ts';

type Marketplace = OwnCheck['marketplaces'][number];

/** A check being edited: limits are text, and the parts of every kind survive a change of kind. */
export interface Draft {
  /** Empty for a new check. */
  readonly id: string;
  readonly title: string;
  readonly kind: OwnKind;
  readonly marketplaces: readonly Marketplace[];
  /** Null for all. */
  readonly sites: readonly string[] | null;
  readonly severity: OwnCheck['severity'];
  readonly note: string;
  readonly field: string;
  readonly fields: readonly string[];
  readonly of: string;
  readonly unit: 'characters' | 'bytes';
  readonly minimum: string;
  readonly maximum: string;
  readonly currency: string;
  /** One per line. */
  readonly words: string;
  readonly match: 'word' | 'literal';
}

export const kindNames: Readonly<Record<OwnKind, TextName>> = {
  length: 'kindLength',
  range: 'kindRange',
  'forbidden-words': 'kindForbiddenWords',
  'required-words': 'kindRequiredWords',
  'required-field': 'kindRequiredField',
  ratio: 'kindRatio',
  'image-count': 'kindImageCount',
  'image-size': 'kindImageSize',
};

/** Names of a kind's two limits, in the check and on the form; null for a kind without limits. */
export const limitNames: Readonly<
  Record<OwnKind, readonly [lower: LimitName, upper: LimitName] | readonly [first: LimitName, second: LimitName] | null>
> = {
  length: ['minimum', 'maximum'],
  range: ['minimum', 'maximum'],
  'forbidden-words': null,
  'required-words': null,
  'required-field': null,
  ratio: ['minimumPercent', 'maximumPercent'],
  'image-count': ['minimum', 'maximum'],
  'image-size': ['minimumWidth', 'minimumHeight'],
};
export type LimitName = 'minimum' | 'maximum' | 'minimumPercent' | 'maximumPercent' | 'minimumWidth' | 'minimumHeight';

export function newDraft(marketplace: Marketplace): Draft {
  return {
    id: '',
    title: '',
    kind: 'length',
    marketplaces: [marketplace],
    sites: null,
    severity: 'warning',
    note: '',
    field: 'title',
    fields: ['title'],
    of: '',
    unit: 'characters',
    minimum: '',
    maximum: '',
    currency: '',
    words: '',
    match: 'word',
  };
}

export function draftOf(check: OwnCheck): Draft {
  const limits = limitNames[check.kind];
  const parts = check as unknown as Readonly<Record<string, unknown>>;
  const limit = (name: string | undefined) => (name === undefined ? '' : String(parts[name] ?? ''));
  return {
    ...newDraft(marketplaces[0]),
    id: check.id,
    title: check.title,
    kind: check.kind,
    marketplaces: check.marketplaces,
    sites: check.sites === 'all' ? null : check.sites,
    severity: check.severity,
    note: check.note ?? '',
    ...('field' in check ? { field: check.field } : {}),
    ...('fields' in check ? { fields: check.fields, words: check.words.join('\n'), match: check.match } : {}),
    ...(check.kind === 'ratio' ? { of: check.of } : {}),
    ...(check.kind === 'length' ? { unit: check.unit } : {}),
    ...(check.kind === 'range' ? { currency: check.currency ?? '' } : {}),
    minimum: limit(limits?.[0]),
    maximum: limit(limits?.[1]),
  };
}

/** The check to save. The worker validates it. */
export function checkOf(draft: Draft, taken: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  const { kind, note, sites } = draft;
  const check: Record<string, unknown> = {
    id: draft.id === '' ? freeOwnId(draft.title, taken) : draft.id,
    title: draft.title.trim(),
    marketplaces: draft.marketplaces,
    sites: sites === null ? 'all' : sites.filter((site) => sitesFor(draft.marketplaces).includes(site)),
    severity: draft.severity,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    kind,
  };
  const [lower, upper] = limitNames[kind] ?? [];
  const isExact = kind === 'range' || kind === 'ratio';
  for (const [name, text] of [
    [lower, draft.minimum],
    [upper, draft.maximum],
  ] as const) {
    const typed = plain(text);
    if (name !== undefined && typed !== '') check[name] = isExact ? typed : wholeNumber(typed);
  }
  if (kind === 'forbidden-words' || kind === 'required-words')
    return { ...check, fields: draft.fields, words: wordsIn(draft.words), match: draft.match };
  if (kind === 'image-size') return check;
  if (kind === 'ratio') return { ...check, field: draft.field, of: draft.of };
  if (kind === 'length') return { ...check, field: draft.field, unit: draft.unit };
  if (kind === 'range' && draft.currency.trim() !== '')
    return { ...check, field: draft.field, currency: draft.currency.trim().toUpperCase() };
  return { ...check, field: draft.field };
}

/** Sites of some marketplaces, each once. */
export function sitesFor(marketplaces: readonly Marketplace[]): readonly string[] {
  return [...new Set(marketplaces.flatMap((marketplace) => sitesOf[marketplace]))];
}

/** Normalises full-width digits and signs, and drops spaces and a percent sign. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s%]/gu, '');
}

/** Anything but a whole number stays text, so that validation refuses it. */
function wholeNumber(text: string): number | string {
  return /^-?\d{1,15}$/u.test(text) ? Number(text) : text;
}

function wordsIn(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** Fields that a kind of check applies to. */
export function fieldsFor(kind: OwnKind, fields: readonly SettingsField[]): readonly SettingsField[] {
  if (kind === 'required-field') return fields;
  const sort = { length: 'text', range: 'number', ratio: 'number', 'image-count': 'images' }[kind as string] ?? 'text';
  return fields.filter((field) => field.sort === sort);
}
