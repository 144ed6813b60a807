import type { Kind } from '../../../rules/engine/facts.ts';
import type { Severity } from '../../../rules/engine/outcome.ts';
import type { Topic } from '../../../rules/engine/rule.ts';
import type { Refusal as SettingsRefusal } from '../../../rules/own/refusal.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import type { ScopeSettings } from '../../../rules/own/settings.ts';
import type { SettingsChanges } from '../../../rules/own/settings-file.ts';
import type { ListedDecision, StoreOverview } from './overview.ts';
import type { Language } from './words.ts';

/** What is answered about checks and settings. */

/** What the workspace shows of checks and settings. Titles and labels are in the seller's language. */
export interface SettingsOverview {
  readonly language: Language;
  readonly stores: readonly Pick<StoreOverview, 'key' | 'marketplace' | 'site' | 'name'>[];
  readonly rules: readonly SettingsRule[];
  readonly thresholds: readonly SettingsThreshold[];
  /** What a check of the seller's own can be about. */
  readonly fields: readonly SettingsField[];
  readonly allStores: ScopeSettings;
  /** By store key; a store that was never touched is left out. */
  readonly perStore: { readonly [store: string]: ScopeSettings };
  readonly ownChecks: readonly OwnCheck[];
  /** Something is wrong with the extension's own storage; empty otherwise. */
  readonly remarks: readonly string[];
}

export interface SettingsRule {
  readonly id: string;
  readonly marketplace: StoreOverview['marketplace'];
  readonly topic: Topic;
  readonly title: string;
  /** As the rule comes. */
  readonly severity: Severity;
  /** Off until the seller turns it on. */
  readonly optIn: boolean;
  /** Computes an amount and never warns. */
  readonly estimate: boolean;
  /** Facts of the thresholds it uses. */
  readonly thresholds: readonly string[];
}

export interface SettingsThreshold {
  readonly fact: string;
  readonly label: string;
  readonly kind: 'money' | 'percent' | 'decimal' | 'count';
  readonly minimum: string;
  readonly maximum: string;
  /** What holds until the seller chooses; null where there is no number then. */
  readonly usual: string | null;
}

export interface SettingsField {
  readonly name: string;
  readonly label: string;
  readonly topic: Topic;
  readonly sort: 'text' | 'number' | 'images' | 'other';
  /** Unit of a number: fields of one unit can be compared. */
  readonly unit: Kind;
}

/** `refusals`: what is wrong with what was asked; empty where `sentence` says why it could not be kept. */
export type SettingsAnswer =
  | { readonly done: true }
  | { readonly done: false; readonly sentence: string; readonly refusals: readonly SettingsRefusal[] };
export type ImportAnswer =
  | { readonly done: true; readonly changes: SettingsChanges }
  | (SettingsAnswer & { done: false });

/** A settings file: its text and the name it is saved under. */
export interface ExportedSettings {
  readonly name: string;
  readonly text: string;
}

/** Some of the seller's decisions, newest first. */
export interface DecisionsPage {
  readonly total: number;
  readonly decisions: readonly ListedDecision[];
}
