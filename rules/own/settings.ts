import { z } from 'zod';
import type { Severity } from '../engine/outcome.ts';
import { Big } from '../measures/decimals.ts';
import { custom, placeOf, type Refusal, refusal } from './refusal.ts';
import { MOST_CHECKS, type OwnCheck, ownCheckSchema, severities } from './schema.ts';
import { isAllowed, type Threshold, type ThresholdName, thresholdOf, thresholds, usualValue } from './thresholds.ts';

/** The seller's choice for one rule; omitted properties keep the rule's default. */
export interface RuleSetting {
  readonly on?: boolean | undefined;
  readonly severity?: Severity | undefined;
}

/** The seller's own limits, exact decimals as text. */
export type ThresholdSettings = { readonly [Name in ThresholdName]?: string | undefined };

/** The seller's settings for all shops, or for one. */
export interface ScopeSettings {
  readonly rules: { readonly [rule: string]: RuleSetting };
  readonly thresholds: ThresholdSettings;
}

/** What a team can share: settings for all shops, and its own checks. */
export interface SharedSettings {
  readonly allStores: ScopeSettings;
  readonly ownChecks: readonly OwnCheck[];
}

export interface Settings extends SharedSettings {
  /** By shop key; takes precedence over `allStores`. */
  readonly stores: { readonly [store: string]: ScopeSettings };
}

export const NO_SCOPE_SETTINGS: ScopeSettings = { rules: {}, thresholds: {} };
export const NO_SETTINGS: Settings = { allStores: NO_SCOPE_SETTINGS, stores: {}, ownChecks: [] };

const ruleSetting = z.strictObject({ on: z.boolean().optional(), severity: z.enum(severities).optional() });

function thresholdSchema(threshold: Threshold) {
  const { minimum, maximum } = threshold;
  return z
    .string()
    .refine((text) => isAllowed(threshold, text), { params: custom('out-of-range', { least: minimum, most: maximum }) })
    .optional();
}

const thresholdSettings = z
  .strictObject(
    Object.fromEntries(thresholds.map((threshold) => [threshold.fact, thresholdSchema(threshold)])) as {
      [Name in ThresholdName]: ReturnType<typeof thresholdSchema>;
    },
  )
  .superRefine((chosen, context) => {
    const crossed = crossedThreshold(chosen);
    if (crossed)
      context.addIssue({
        code: 'custom',
        path: [crossed.fact],
        params: custom('minimum-above-maximum', crossed.values),
      });
  });

export const scopeSchema = z.strictObject({
  rules: z.record(z.string().max(200), ruleSetting),
  thresholds: thresholdSettings,
});

export const ownChecksSchema = z.array(ownCheckSchema).max(MOST_CHECKS);

/** Of two related thresholds, the one above the other; null if they are consistent. */
export function crossedThreshold(
  chosen: ThresholdSettings,
): { readonly fact: ThresholdName; readonly values: { readonly minimum: string; readonly maximum: string } } | null {
  for (const threshold of thresholds) {
    const other = 'notAbove' in threshold ? thresholdOf(threshold.notAbove) : undefined;
    if (!other) continue;
    const minimum = chosen[threshold.fact] ?? usualValue(threshold);
    const maximum = chosen[other.fact] ?? usualValue(other);
    if (minimum === null || maximum === null || !isAllowed(threshold, minimum) || !isAllowed(other, maximum)) continue;
    if (new Big(minimum).gt(maximum)) return { fact: threshold.fact, values: { minimum, maximum } };
  }
  return null;
}

/** Reports checks with the id of an earlier one. */
export function duplicateIds(checks: readonly { readonly id?: unknown }[], within: string): readonly Refusal[] {
  const seen = new Set<unknown>();
  return checks.flatMap(({ id }, index) => {
    if (typeof id !== 'string') return [];
    if (seen.has(id)) return [refusal(placeOf([index, 'id'], within), 'duplicate-id', { id })];
    seen.add(id);
    return [];
  });
}
