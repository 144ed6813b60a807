import type { Severity } from '../../../rules/engine/outcome.ts';
import { allRules } from '../../../rules/index.ts';
import { ownRuleId } from '../../../rules/own/rules.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import {
  NO_SETTINGS,
  type RuleSetting,
  type ScopeSettings,
  type Settings,
  type SharedSettings,
} from '../../../rules/own/settings.ts';
import type { ThresholdName } from '../../../rules/own/thresholds.ts';
import type { Decisions } from './decision-types.ts';
import { scopeOf } from './settings-effective.ts';
import { STORE_SUBJECT } from './store-subject.ts';

/**
 * The result of a settings change. Computed without side effects, so that several parts are stored in one go or not at
 * all.
 */
export type SettingsChange = Partial<Pick<Decisions, 'turnedOff' | 'entered' | 'settings'>>;

const optIn = new Set(allRules.filter((rule) => rule.optIn).map(({ id }) => id));

/** The seller's choice for a rule; `null` resets a choice, omitted ones stay. */
export interface RuleChange {
  readonly rule: string;
  /** Null: for all shops. */
  readonly store: string | null;
  readonly on?: boolean | null | undefined;
  readonly severity?: Severity | null | undefined;
}

/**
 * Turning a rule off in all shops is the same decision as the card's "turn this check off", and is stored in the same
 * place. `day`: ISO day of the decision.
 */
export function changedRule(
  decided: Decisions,
  { rule, store, on, severity }: RuleChange,
  day: string,
): SettingsChange {
  const settings = decided.settings ?? NO_SETTINGS;
  if (store !== null) {
    const scope = withRule(scopeOf(settings.stores, store), rule, { on, severity });
    return { settings: withStore(settings, store, scope) };
  }
  const scope = withRule(settings.allStores, rule, { on: keptOn(rule, on), severity });
  const changed: SettingsChange = { settings: { ...settings, allStores: scope } };
  return on === undefined ? changed : { ...changed, turnedOff: turnedOffWith(decided, rule, on !== false, day) };
}

/** Only a check that is off by default has to be stored as turned on. */
function keptOn(rule: string, on: boolean | null | undefined): boolean | null | undefined {
  return on === true && optIn.has(rule) ? true : on === undefined ? undefined : null;
}

function turnedOffWith({ turnedOff }: Decisions, rule: string, on: boolean, day: string): Decisions['turnedOff'] {
  const others = turnedOff.filter((one) => one.rule !== rule);
  return on ? others : [...others, { rule, day }];
}

function withRule(
  { rules, thresholds }: ScopeSettings,
  rule: string,
  change: { readonly [Name in keyof RuleSetting]: RuleSetting[Name] | null },
): ScopeSettings {
  const { [rule]: before = {}, ...others } = rules;
  const on = change.on === undefined ? before.on : (change.on ?? undefined);
  const severity = change.severity === undefined ? before.severity : (change.severity ?? undefined);
  const setting = { ...(on === undefined ? {} : { on }), ...(severity === undefined ? {} : { severity }) };
  return { rules: Object.keys(setting).length === 0 ? others : { ...others, [rule]: setting }, thresholds };
}

/** A shop without settings of its own is not stored. */
function withStore(settings: Settings, store: string, scope: ScopeSettings): Settings {
  const { [store]: _before, ...others } = settings.stores;
  const isEmpty = Object.keys(scope.rules).length === 0 && Object.keys(scope.thresholds).length === 0;
  return { ...settings, stores: isEmpty ? others : { ...others, [store]: scope } };
}

/** Sets a limit; `value` null resets it. For one shop it replaces the card's entry. */
export function changedThreshold(
  decided: Decisions,
  {
    fact,
    store,
    value,
  }: { readonly fact: ThresholdName; readonly store: string | null; readonly value: string | null },
): SettingsChange {
  const settings = decided.settings ?? NO_SETTINGS;
  const with_ = ({ rules, thresholds }: ScopeSettings): ScopeSettings => {
    const { [fact]: _before, ...others } = thresholds;
    return { rules, thresholds: value === null ? others : { ...others, [fact]: value } };
  };
  if (store === null) return { settings: { ...settings, allStores: with_(settings.allStores) } };
  return {
    settings: withStore(settings, store, with_(scopeOf(settings.stores, store))),
    entered: decided.entered.filter((one) => one.store !== store || one.subject !== STORE_SUBJECT || one.fact !== fact),
  };
}

/** Saves a check in place of the one with its id, otherwise at index `at`, or last. */
export function savedCheck({ settings = NO_SETTINGS }: Decisions, check: OwnCheck, at: number | null): SettingsChange {
  const { ownChecks } = settings;
  const index = ownChecks.findIndex(({ id }) => id === check.id);
  const next = index >= 0 ? ownChecks.with(index, check) : ownChecks.toSpliced(at ?? ownChecks.length, 0, check);
  return { settings: { ...settings, ownChecks: next } };
}

/** Removes a check. Choices made for it in the shops stay, in case it is restored. */
export function removedCheck({ settings = NO_SETTINGS }: Decisions, id: string): SettingsChange {
  return { settings: { ...settings, ownChecks: settings.ownChecks.filter((check) => check.id !== id) } };
}

/** The decisions a team can share: a check turned off in all shops becomes a setting of its rule. */
export function sharedOf({ turnedOff, settings = NO_SETTINGS }: Decisions): SharedSettings {
  const rules: Record<string, RuleSetting> = { ...settings.allStores.rules };
  for (const { rule } of turnedOff) rules[rule] = { ...rules[rule], on: false };
  return { allStores: { ...settings.allStores, rules }, ownChecks: settings.ownChecks };
}

/** Replaces the settings for all shops with shared ones. */
export function takenOver(decided: Decisions, shared: SharedSettings, day: string): SettingsChange {
  const settings = decided.settings ?? NO_SETTINGS;
  const before = new Map(decided.turnedOff.map((one) => [one.rule, one]));
  const rules: Record<string, RuleSetting> = {};
  const turnedOff: { rule: string; day: string }[] = [];
  for (const [rule, { on, severity }] of Object.entries(shared.allStores.rules)) {
    if (on === false) turnedOff.push(before.get(rule) ?? { rule, day });
    const kept = { ...(on === true && optIn.has(rule) ? { on } : {}), ...(severity ? { severity } : {}) };
    if (Object.keys(kept).length > 0) rules[rule] = kept;
  }
  const { thresholds } = shared.allStores;
  return { turnedOff, settings: { ...settings, allStores: { rules, thresholds }, ownChecks: shared.ownChecks } };
}

/** Ids of the rules whose verdicts may differ between two lists of checks. */
export function differingChecks(before: readonly OwnCheck[], after: readonly OwnCheck[]): ReadonlySet<string> {
  const differing = new Set<OwnCheck>(before);
  for (const check of after) if (!differing.delete(check)) differing.add(check);
  return new Set([...differing].map(({ id }) => ownRuleId(id)));
}

/** Turned off in all shops, even where the seller had turned it on for one. */
export function turnedOffEverywhere(decided: Decisions, rule: string, day: string): SettingsChange {
  const { settings, ...changed } = changedRule(decided, { rule, store: null, on: false }, day);
  const before = settings ?? NO_SETTINGS;
  const turnedOn = Object.entries(before.stores).filter(([, { rules }]) => rules[rule]?.on === true);
  const after = turnedOn.reduce(
    (all, [store, scope]) => withStore(all, store, withRule(scope, rule, { on: null })),
    before,
  );
  return decided.settings || turnedOn.length > 0 ? { ...changed, settings: after } : changed;
}
