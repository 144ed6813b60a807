import type { Severity } from '../../../rules/engine/outcome.ts';
import { allRules } from '../../../rules/index.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import { NO_SCOPE_SETTINGS, NO_SETTINGS, type ScopeSettings } from '../../../rules/own/settings.ts';
import { type ThresholdName, thresholdNames } from '../../../rules/own/thresholds.ts';
import type { GatheredFacts } from '../page/gathered-facts.ts';
import type { Decisions } from './decision-types.ts';

/** The settings in effect for one shop. */
export interface EffectiveSettings {
  /** Ids of the checks turned off. */
  readonly off: ReadonlySet<string>;
  /** Severities in place of the rules' own. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** The seller's own limits, exact decimals. */
  readonly thresholds: ReadonlyMap<ThresholdName, string>;
  readonly ownChecks: readonly OwnCheck[];
}

type Decided = Pick<Decisions, 'turnedOff' | 'settings'>;

/** Checks that are off until the seller turns them on. */
const optIn = allRules.filter((rule) => rule.optIn).map(({ id }) => id);

/** The settings in effect for a shop: its own take precedence over those for all shops. */
export function effectiveSettings({ turnedOff, settings = NO_SETTINGS }: Decided, store: string): EffectiveSettings {
  const { allStores, ownChecks } = settings;
  const own = scopeOf(settings.stores, store);
  const off = new Set(optIn.filter((rule) => allStores.rules[rule]?.on !== true));
  for (const { rule } of turnedOff) off.add(rule);
  const severities = new Map<string, Severity>();
  for (const { rules } of [allStores, own])
    for (const [rule, { severity }] of Object.entries(rules)) if (severity) severities.set(rule, severity);
  for (const [rule, { on }] of Object.entries(own.rules)) {
    if (on === false) off.add(rule);
    if (on === true) off.delete(rule);
  }
  const thresholds = new Map<ThresholdName, string>();
  for (const name of thresholdNames) {
    const value = own.thresholds[name] ?? allStores.thresholds[name];
    if (value !== undefined) thresholds.set(name, value);
  }
  return { off, severities, thresholds, ownChecks };
}

/** Settings of one shop; empty if it has none. */
export function scopeOf(stores: { readonly [store: string]: ScopeSettings }, store: string): ScopeSettings {
  return (Object.hasOwn(stores, store) ? stores[store] : undefined) ?? NO_SCOPE_SETTINGS;
}

/** The facts with the seller's limits; entries for the shop or listing are more specific and stay. */
export function withThresholds(gathered: GatheredFacts, thresholds: EffectiveSettings['thresholds']): GatheredFacts {
  const missing = [...thresholds].filter(([name]) => gathered.facts[name] === undefined);
  if (missing.length === 0) return gathered;
  return {
    ...gathered,
    facts: { ...gathered.facts, ...Object.fromEntries(missing) },
    origins: { ...gathered.origins, ...Object.fromEntries(missing.map(([name]) => [name, { by: 'setting' }])) },
  };
}
