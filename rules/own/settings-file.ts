import { z } from 'zod';
import { placeOf, type Refusal, refusal, refusalsOf } from './refusal.ts';
import { isOwnRule, ownRuleId } from './rules.ts';
import {
  duplicateIds,
  ownChecksSchema,
  type RuleSetting,
  type ScopeSettings,
  type SharedSettings,
  scopeSchema,
} from './settings.ts';
import { openSharedFile, type SharedFile } from './shared-file.ts';
import { thresholdNames } from './thresholds.ts';

const kind = {
  preflight: 'settings',
  version: 1,
  stranger: 'not-settings',
  saysWhere: true,
} as const satisfies SharedFile;

const fileSchema = z.strictObject({
  preflight: z.literal(kind.preflight),
  version: z.literal(kind.version),
  allStores: scopeSchema,
  ownChecks: ownChecksSchema,
});

/** Which rule ids a file may name. */
export interface KnownRules {
  readonly ids: ReadonlySet<string>;
  readonly retired: ReadonlyMap<string, { readonly since: string }>;
}

export type ReadFile = { readonly settings: SharedSettings } | { readonly refusals: readonly Refusal[] };

/** Reads a settings file, completely or not at all: every error is reported with its place and reason. Never throws. */
export function readSettingsFile(text: string, known: KnownRules): ReadFile {
  const opened = openSharedFile(text, kind);
  if ('refusal' in opened) return { refusals: [opened.refusal] };
  const { parsed } = opened;
  const result = fileSchema.safeParse(parsed, { reportInput: true });
  const refusals = [
    ...(result.success ? [] : refusalsOf(result.error.issues)),
    ...unknownRules(parsed, known),
    ...duplicateIds(checksIn(parsed), 'ownChecks'),
  ];
  if (!result.success || refusals.length > 0) return { refusals };
  const { allStores, ownChecks } = result.data;
  return { settings: { allStores, ownChecks } };
}

/** Of the file as it was parsed: a schema drops names such as `__proto__` without a word. */
function unknownRules(parsed: unknown, { ids, retired }: KnownRules): readonly Refusal[] {
  const { allStores } = parsed as { readonly allStores?: { readonly rules?: unknown } };
  const rules = allStores?.rules;
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return [];
  // A value that is no text may have anything in the place of `toString`.
  const own = new Set(checksIn(parsed).flatMap(({ id }) => (typeof id === 'string' ? ownRuleId(id) : [])));
  return Object.keys(rules).flatMap((rule) => {
    const place = placeOf(['allStores', 'rules', rule]);
    const gone = retired.get(rule);
    if (gone) return [refusal(place, 'retired-rule', { rule, since: gone.since })];
    return ids.has(rule) || own.has(rule) ? [] : [refusal(place, 'unknown-rule', { rule })];
  });
}

function checksIn(parsed: unknown): readonly { readonly id?: unknown }[] {
  const { ownChecks } = parsed as { readonly ownChecks?: unknown };
  return Array.isArray(ownChecks) ? ownChecks.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** The file's text: stable order, one value per line, suitable for version control. */
export function writeSettingsFile({ allStores, ownChecks }: SharedSettings): string {
  const own = new Set(ownChecks.map(({ id }) => ownRuleId(id)));
  const rules = Object.entries(allStores.rules)
    .filter(([rule, setting]) => !isDefault(setting) && (!isOwnRule(rule) || own.has(rule)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const file = {
    preflight: kind.preflight,
    version: kind.version,
    allStores: { rules: Object.fromEntries(rules), thresholds: allStores.thresholds },
    ownChecks,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function isDefault({ on, severity }: RuleSetting): boolean {
  return on === undefined && severity === undefined;
}

/** How many settings a file would change. Settings it does not name stay. */
export interface SettingsChanges {
  readonly checksAdded: number;
  readonly checksChanged: number;
  readonly rulesChanged: number;
  readonly thresholdsChanged: number;
}

export function changesBy(before: SharedSettings, file: SharedSettings): SettingsChanges {
  const known = new Map(before.ownChecks.map((check) => [check.id, JSON.stringify(sorted(check))]));
  const others = file.ownChecks.filter(({ id }) => known.has(id));
  const ruleNames = Object.keys(file.allStores.rules);
  return {
    checksAdded: file.ownChecks.length - others.length,
    checksChanged: others.filter((check) => known.get(check.id) !== JSON.stringify(sorted(check))).length,
    rulesChanged: ruleNames.filter((rule) => changesRule(before.allStores.rules[rule], file.allStores.rules[rule]))
      .length,
    thresholdsChanged: thresholdNames.filter((name) => {
      const chosen = file.allStores.thresholds[name];
      return chosen !== undefined && chosen !== before.allStores.thresholds[name];
    }).length,
  };
}

function changesRule(before: RuleSetting = {}, after: RuleSetting = {}): boolean {
  return (['on', 'severity'] as const).some((name) => after[name] !== undefined && after[name] !== before[name]);
}

function sorted(check: object): object {
  return Object.fromEntries(Object.entries(check).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Merges a file into the settings: settings the file names win, others stay. */
export function withFile(before: SharedSettings, file: SharedSettings): SharedSettings {
  const named = new Map(file.ownChecks.map((check) => [check.id, check]));
  const kept = before.ownChecks.map((check) => named.get(check.id) ?? check);
  const known = new Set(before.ownChecks.map(({ id }) => id));
  return {
    allStores: mergedScopes(before.allStores, file.allStores),
    ownChecks: [...kept, ...file.ownChecks.filter(({ id }) => !known.has(id))],
  };
}

function mergedScopes(before: ScopeSettings, file: ScopeSettings): ScopeSettings {
  const rules: Record<string, RuleSetting> = { ...before.rules };
  for (const [rule, setting] of Object.entries(file.rules)) rules[rule] = { ...rules[rule], ...setting };
  return { rules, thresholds: { ...before.thresholds, ...file.thresholds } };
}
