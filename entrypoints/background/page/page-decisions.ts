import type { Decided, Done } from '../messages/words.ts';
import { enterFact, ignoreFinding, refused, turnOffCheck, undoDecision } from '../seller/decide.ts';
import { enter, everyDecision } from '../seller/decision-changes.ts';
import { decisionSentence } from '../seller/decision-list.ts';
import type { EnteredFact } from '../seller/decision-types.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { type Asked, changeForm, formOf, type Recent } from './forms.ts';
import { inTurn } from './tabs.ts';

/** As many as fit into the popup without their own list. */
const AT_MOST = 5;

/** @param seen whether the seller verifiably saw the control */
export async function decideOnPage(tab: number, asked: Asked, seen: boolean, now: Date): Promise<Decided> {
  if (seen) return carryOut(tab, asked, now);
  const id = JSON.stringify(asked);
  await inTurn(tab, () =>
    changeForm(tab, ({ pending = [] }) => ({
      pending: [...pending.filter((one) => one.id !== id), { ...asked, id }].slice(-AT_MOST),
    })),
  );
  return refused('confirmInPopup');
}

/** Carries out a pending decision, or discards it. */
export async function settlePending(tab: number, id: string, confirmed: boolean, now: Date): Promise<Done> {
  const pending = (await formOf(tab))?.pending?.find((one) => one.id === id);
  if (!pending) return refused('findingGone');
  const done = confirmed ? await carryOut(tab, pending, now) : { done: true as const };
  // A decision that could not be stored can be retried.
  if (done.done)
    await inTurn(tab, () =>
      changeForm(tab, (form) => ({ pending: (form.pending ?? []).filter((one) => one.id !== id) })),
    );
  return done;
}

async function carryOut(tab: number, asked: Asked, now: Date): Promise<Decided> {
  const before = new Map(everyDecision(await decisions()));
  const done = await carriedOut(tab, asked, now);
  if (!done.done) return done;
  const decided = await decisions();
  const made = everyDecision(decided).filter(([id, value]) => before.get(id) !== value);
  const ids = made.map(([id]) => id);
  const [first] = ids;
  // An entry for the form only ends with the form.
  if (first === undefined) return { done: true, told: '' };
  const earlier = asked.kind === 'enter' ? before.get(first) : undefined;
  const recent: Recent = { ids, before: earlier ? (JSON.parse(earlier) as EnteredFact) : null };
  // The decision holds even if it cannot be remembered as one of this page.
  await inTurn(tab, () =>
    changeForm(tab, (form) => ({
      recent: [...(form.recent ?? []), recent].slice(-AT_MOST),
      pending: (form.pending ?? []).filter((one) => one.kind !== asked.kind || one.finding !== asked.finding),
    })),
  ).catch(() => undefined);
  return { done: true, told: decisionSentence(decided, first, languageOf(decided)) };
}

function carriedOut(tab: number, asked: Asked, now: Date): Promise<Done> {
  const { kind, finding } = asked;
  if (kind === 'enter') return enterFact(tab, finding, asked.fact, asked.input, now);
  return kind === 'ignore' ? ignoreFinding(tab, finding, now) : turnOffCheck(tab, finding, now);
}

/** Undoes the last decision made in a tab's page and restores the earlier entry. */
export async function undoLast(tab: number): Promise<Done> {
  const last = (await formOf(tab))?.recent?.at(-1);
  if (!last) return refused('findingGone');
  for (const id of last.ids) {
    const done = await undoDecision(id);
    if (!done.done) return done;
  }
  if (last.before) await enter(last.before);
  await inTurn(tab, () => changeForm(tab, ({ recent = [] }) => ({ recent: recent.slice(0, -1) })));
  return { done: true };
}
