import { type OwnCheck, readOwnCheck } from '../../../rules/own/schema.ts';
import { NO_SCOPE_SETTINGS, type ScopeSettings, type Settings, scopeSchema } from '../../../rules/own/settings.ts';

/**
 * Parses stored settings leniently: each check and each shop separately, so that an invalid one affects no other.
 * `isWhole` is false if anything was left out.
 */
export function understoodSettings(stored: unknown): { readonly settings: Settings; readonly isWhole: boolean } {
  let isWhole = true;
  const leftOut = () => {
    isWhole = false;
  };
  const scope = (value: unknown): ScopeSettings => {
    const read = scopeSchema.safeParse(value ?? NO_SCOPE_SETTINGS);
    if (!read.success) leftOut();
    return read.success ? read.data : NO_SCOPE_SETTINGS;
  };
  const { allStores, stores, ownChecks } = isRecord(stored) ? stored : {};
  if (!isRecord(stored)) leftOut();
  const perStore: Record<string, ScopeSettings> = {};
  if (isRecord(stores)) for (const [key, value] of Object.entries(stores)) perStore[key] = scope(value);
  else if (stores !== undefined) leftOut();
  const checks = new Map<string, OwnCheck>();
  for (const value of Array.isArray(ownChecks) ? ownChecks : []) {
    const read = readOwnCheck(value);
    if ('check' in read && !checks.has(read.check.id)) checks.set(read.check.id, read.check);
    else leftOut();
  }
  if (ownChecks !== undefined && !Array.isArray(ownChecks)) leftOut();
  return { settings: { allStores: scope(allStores), stores: perStore, ownChecks: [...checks.values()] }, isWhole };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
