import type { SettingsOverview, SettingsRule } from '../../background/messages/settings.ts';
import type { Severity } from './texts.ts';

/** Key of a shop; null for all shops. */
export type Scope = string | null;

export interface Choice {
  readonly on: boolean;
  /** The chosen severity; null if inherited. */
  readonly severity: Severity | null;
  /** Severity that applies when the scope chooses none. */
  readonly inherited: Severity;
  /** Whether the scope overrides the setting. */
  readonly isOwn: boolean;
}

type Settings = Pick<SettingsOverview, 'allStores' | 'perStore'>;

/** A rule's settings in a scope. */
export function choiceIn(
  { allStores, perStore }: Settings,
  scope: Scope,
  rule: Pick<SettingsRule, 'id' | 'severity' | 'optIn'>,
): Choice {
  const all = allStores.rules[rule.id] ?? {};
  const onInAll = all.on ?? !rule.optIn;
  if (scope === null)
    return {
      on: onInAll,
      severity: all.severity ?? null,
      inherited: rule.severity,
      isOwn: onInAll === rule.optIn || all.severity !== undefined,
    };
  const own = perStore[scope]?.rules[rule.id] ?? {};
  return {
    on: own.on ?? onInAll,
    severity: own.severity ?? null,
    inherited: all.severity ?? rule.severity,
    isOwn: own.on !== undefined || own.severity !== undefined,
  };
}

/** Shops whose setting of a rule differs from that for all shops. */
export function differingStores(
  { stores, perStore }: Pick<SettingsOverview, 'stores' | 'perStore'>,
  rule: Pick<SettingsRule, 'id' | 'thresholds'>,
): SettingsOverview['stores'] {
  return stores.filter(({ key }) => {
    const scope = perStore[key];
    if (!scope) return false;
    const chosen: Readonly<Record<string, unknown>> = scope.thresholds;
    return Object.hasOwn(scope.rules, rule.id) || rule.thresholds.some((fact) => chosen[fact] !== undefined);
  });
}

/** A number as chosen in a scope, and its inherited value; null if there is none. */
export function thresholdIn(
  { allStores, perStore }: Settings,
  scope: Scope,
  fact: string,
  usual: string | null,
): { readonly chosen: string | null; readonly inherited: string | null } {
  const all = (allStores.thresholds as Readonly<Record<string, string | undefined>>)[fact] ?? null;
  if (scope === null) return { chosen: all, inherited: usual };
  const own = (perStore[scope]?.thresholds as Readonly<Record<string, string | undefined>> | undefined)?.[fact] ?? null;
  return { chosen: own, inherited: all ?? usual };
}
