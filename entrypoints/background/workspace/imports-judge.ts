import { importRows, recordJudged } from '../database/imports.ts';
import type { Done } from '../messages/words.ts';
import { recheckAll } from '../page/recheck.ts';
import { judgeStore } from '../seller/settings-rejudge.ts';
import { rememberStore } from '../shops/known-stores.ts';

/**
 * Judges the listings of every store that an import has touched since it was judged last, and lets open consoles ask
 * again. Stopped in the middle, the next call does it once more.
 */
export async function judgeImports(now: Date): Promise<Done> {
  const waiting = (await importRows()).filter(({ judged }) => !judged);
  if (waiting.length === 0) return { done: true };
  // Open pages first: they are judged from what is stored already.
  await recheckAll();
  for (const store of new Set(waiting.flatMap(({ stores }) => stores))) {
    await judgeStore(store, now);
    await rememberStore(store);
  }
  // And once more: what a page says of its listing now stands above what was stored of it, whichever was judged last.
  await recheckAll();
  await recordJudged(waiting.map(({ id }) => id));
  return { done: true };
}
