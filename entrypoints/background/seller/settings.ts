import { retiredRules } from '../../../rules/engine/retired.ts';
import { allRules } from '../../../rules/index.ts';
import { type Refusal, refusal } from '../../../rules/own/refusal.ts';
import { ownRuleId } from '../../../rules/own/rules.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import { MOST_CHECKS, readOwnCheck } from '../../../rules/own/schema.ts';
import { crossedThreshold, NO_SETTINGS, type SharedSettings } from '../../../rules/own/settings.ts';
import { changesBy, readSettingsFile, withFile, writeSettingsFile } from '../../../rules/own/settings-file.ts';
import { isAllowed, type ThresholdName, thresholdOf } from '../../../rules/own/thresholds.ts';
import type { Request } from '../messages/requests.ts';
import type { ExportedSettings, ImportAnswer, SettingsAnswer } from '../messages/settings.ts';
import { ruleById } from '../page/rules-by-id.ts';
import { decide } from './decide.ts';
import type { Decisions } from './decision-types.ts';
import { change, decisions } from './decisions.ts';
import { parseEntry } from './entry-input.ts';
import {
  changedRule,
  changedThreshold,
  differingChecks,
  removedCheck,
  type SettingsChange,
  savedCheck,
  sharedOf,
  takenOver,
} from './settings-changes.ts';
import { effectiveSettings } from './settings-effective.ts';
import { withUpdate } from './updates.ts';
import { workOff } from './updating.ts';

/** A settings decision belongs to no site, so its day is UTC. */
function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Turns a check on or off, or chooses its severity. */
export async function changeRule(request: Request<'change-rule'>, now: Date): Promise<SettingsAnswer> {
  // Loads the seller's own checks.
  await decisions();
  if (!ruleById(request.rule)) return refused(refusal('rule', 'unknown-rule', { rule: request.rule }));
  return keep((decided) => changedRule(decided, request, dayOf(now)), [request.rule], request.store);
}

/** Sets one of the seller's own limits; empty input resets it. */
export async function changeThreshold(request: Request<'change-threshold'>): Promise<SettingsAnswer> {
  const { fact, store, input } = request;
  const threshold = thresholdOf(fact);
  if (!threshold) return refused(refusal('fact', 'unknown-key', { key: fact }));
  const value = typedNumber(input);
  if (value === undefined) return refused(refusal(fact, 'not-a-number'));
  const { minimum, maximum } = threshold;
  if (value !== null && !isAllowed(threshold, value))
    return refused(refusal(fact, 'out-of-range', { least: minimum, most: maximum }));
  const crossed = crossedThreshold(chosenWith(await decisions(), threshold.fact, store, value));
  if (crossed) return refused(refusal(fact, 'minimum-above-maximum', crossed.values));
  return keep((decided) => changedThreshold(decided, { fact: threshold.fact, store, value }), threshold.rules, store);
}

/** An exact decimal as typed in either language; null if empty, undefined if not a number. */
function typedNumber(input: string): string | null | undefined {
  // Parsed as a plain number: each threshold has its own bounds.
  const parsed = parseEntry('ratioMin', input.normalize('NFKC').replace(/%\s*$/u, ''), null);
  if (parsed === 'not-understood') return undefined;
  return parsed.value === null
    ? null
    : String(parsed.value)
        .replace(/(\.\d*?)0+$/u, '$1')
        .replace(/\.$/u, '');
}

/** A scope's thresholds after a change. */
function chosenWith(decided: Decisions, fact: ThresholdName, store: string | null, value: string | null) {
  const after = { ...decided, ...changedThreshold(decided, { fact, store, value }) };
  if (store !== null) return Object.fromEntries(effectiveSettings(after, store).thresholds);
  return (after.settings ?? NO_SETTINGS).allStores.thresholds;
}

/** Saves one of the seller's own checks. */
export async function saveCheck({ check: given, at }: Request<'save-check'>): Promise<SettingsAnswer> {
  const read = readOwnCheck(given);
  if ('refusals' in read) return refused(...read.refusals);
  const { check } = read;
  const { ownChecks } = (await decisions()).settings ?? NO_SETTINGS;
  const isNew = !ownChecks.some(({ id }) => id === check.id);
  if (isNew && ownChecks.length >= MOST_CHECKS) return refused(refusal('', 'too-many', { most: MOST_CHECKS }));
  return keep((decided) => savedCheck(decided, check, at), [ownRuleId(check.id)], null);
}

export function removeCheck(id: string): Promise<SettingsAnswer> {
  return keep((decided) => removedCheck(decided, id), [ownRuleId(id)], null);
}

/** The settings for all stores and the seller's own checks, as a file that a team can share. */
export async function exportSettings(): Promise<ExportedSettings> {
  return { name: 'preflight-settings.json', text: writeSettingsFile(sharedOf(await decisions())) };
}

/** Applies a settings file, completely or not at all; without `apply` it only reports what would change. */
export async function importSettings(text: string, apply: boolean, now: Date): Promise<ImportAnswer> {
  const decided = await decisions();
  const before = sharedOf(decided);
  const ids = new Set([...allRules.map((rule) => rule.id), ...before.ownChecks.map((check) => ownRuleId(check.id))]);
  const read = readSettingsFile(text, { ids, retired: retiredRules });
  if ('refusals' in read) return refused(...read.refusals);
  const file = read.settings;
  const wrong = wrongTogether(withFile(before, file));
  if (wrong) return refused(wrong);
  const changes = changesBy(before, file);
  if (!apply) return { done: true, changes };
  const kept = await keep(
    (current) => takenOver(current, withFile(sharedOf(current), file), dayOf(now)),
    concerned(before.ownChecks, file),
    null,
  );
  return kept.done ? { done: true, changes } : kept;
}

/** Errors that appear only once a file is combined with the existing settings. */
function wrongTogether({ ownChecks, allStores }: SharedSettings): Refusal | null {
  if (ownChecks.length > MOST_CHECKS) return refusal('ownChecks', 'too-many', { most: MOST_CHECKS });
  const crossed = crossedThreshold(allStores.thresholds);
  return crossed && refusal(`allStores.thresholds.${crossed.fact}`, 'minimum-above-maximum', crossed.values);
}

/** Rules whose verdicts a file may change. */
function concerned(before: readonly OwnCheck[], { allStores, ownChecks }: SharedSettings): readonly string[] {
  const byThreshold = Object.keys(allStores.thresholds).flatMap((fact) => thresholdOf(fact)?.rules ?? []);
  return [...Object.keys(allStores.rules), ...byThreshold, ...differingChecks(before, ownChecks)];
}

/** Stores a change, then re-checks what depends on it: stored listings and open pages. */
async function keep(
  edit: (decided: Decisions) => SettingsChange,
  rules: readonly string[],
  store: string | null,
): Promise<SettingsAnswer & { refusals?: readonly Refusal[] }> {
  const answer = await decide(
    () => change((decided) => withUpdate(decided, edit(decided), rules, store)),
    () => workOff(),
  );
  return answer.done ? answer : { ...answer, refusals: [] };
}

function refused(...refusals: Refusal[]): SettingsAnswer & { done: false } {
  return { done: false, sentence: '', refusals };
}
