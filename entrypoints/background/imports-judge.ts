import { allRules } from '../../rules/index.ts';
import { ownRuleId } from '../../rules/own.ts';
import type { Done } from './api.ts';
import { decisions } from './decisions.ts';
import { recheckAll } from './recheck.ts';
import { rejudgeStored } from './settings-rejudge.ts';
import { importRows, noteJudged } from './store/imports.ts';

/**
 * Judges the listings of every store that an import has touched since it was judged last, then lets open consoles ask
 * again. Stopped in the middle, the next call does it once more.
 */
export async function judgeImports(now: Date): Promise<Done> {
  const waiting = (await importRows()).filter(({ judged }) => !judged);
  if (waiting.length === 0) return { done: true };
  // Open pages first: they are judged from what is stored already.
  await recheckAll();
  const { settings } = await decisions();
  const rules = new Set([
    ...allRules.map(({ id }) => id),
    ...(settings?.ownChecks ?? []).map(({ id }) => ownRuleId(id)),
  ]);
  for (const store of new Set(waiting.flatMap(({ stores }) => stores))) await rejudgeStored(rules, store, now);
  await noteJudged(waiting.map(({ id }) => id));
  return { done: true };
}
