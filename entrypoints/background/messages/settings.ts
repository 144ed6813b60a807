import type { Kind } from '../../../rules/engine/facts.ts';
import type { Severity } from '../../../rules/engine/outcome.ts';
import type { Topic } from '../../../rules/engine/rule.ts';
import type { Refusal as SettingsRefusal } from '../../../rules/own/refusal.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import type { ScopeSettings } from '../../../rules/own/settings.ts';
import type { SettingsChanges } from '../../../rules/own/settings-file.ts';
import type { ListedDecision, StoreOverview } from './overview.ts';
import type { Language } from './words.ts';

/** Answers about checks and settings. */

/** What the workspace shows about checks and settings. Titles and labels are in the seller's language. */
export interface SettingsOverview {
  readonly language: Language;
  readonly stores: readonly Pick<StoreOverview, 'key' | 'marketplace' | 'site' | 'name'>[];
  readonly rules: readonly SettingsRule[];
  readonly thresholds: readonly SettingsThreshold[];
  /** Fields that the seller's own checks can use. */
  readonly fields: readonly SettingsField[];
  readonly allStores: ScopeSettings;
  /** By shop key; shops without settings are omitted. */
  readonly perStore: { readonly [store: string]: ScopeSettings };
  readonly ownChecks: readonly OwnCheck[];
  /** Problems with the extension's own storage; empty if none. */
  readonly remarks: readonly string[];
}

export interface SettingsRule {
  readonly id: string;
  readonly marketplace: StoreOverview['marketplace'];
  readonly topic: Topic;
  readonly title: string;
  /** The rule's default. */
  readonly severity: Severity;
  /** Off until the seller turns it on. */
  readonly optIn: boolean;
  /** Only computes an amount; never warns. */
  readonly estimate: boolean;
  /** Threshold facts it uses. */
  readonly thresholds: readonly string[];
}

export interface SettingsThreshold {
  readonly fact: string;
  readonly label: string;
  readonly kind: 'money' | 'percent' | 'decimal' | 'count';
  readonly minimum: string;
  readonly maximum: string;
  /** The default; null if there is none. */
  readonly usual: string | null;
}

export interface SettingsField {
  readonly name: string;
  readonly label: string;
  readonly topic: Topic;
  readonly sort: 'text' | 'number' | 'images' | 'other';
  /** Unit of a number: fields with the same unit can be compared. */
  readonly unit: Kind;
}

/** `refusals`: what is wrong with the request; empty if `sentence` says why it could not be stored. */
export type SettingsAnswer =
  | { readonly done: true }
  | { readonly done: false; readonly sentence: string; readonly refusals: readonly SettingsRefusal[] };
export type ImportAnswer =
  | { readonly done: true; readonly changes: SettingsChanges }
  | (SettingsAnswer & { done: false });

/** A settings file: its text and its file name. */
export interface ExportedSettings {
  readonly name: string;
  readonly text: string;
}

/** A slice of the seller's decisions, newest first. */
export interface DecisionsPage {
  readonly total: number;
  readonly decisions: readonly ListedDecision[];
}
