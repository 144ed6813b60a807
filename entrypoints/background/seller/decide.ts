import { type FactName, isFactName, type WireValue } from '../../../rules/engine/facts.ts';
import { PAGE_RECORD } from '../../console.content/reading/reading.ts';
import { identityNow } from '../database/listings.ts';
import { removeFindings } from '../database/removals.ts';
import type { Done, Language } from '../messages/words.ts';
import { couponFacts } from '../page/coupon-facts.ts';
import { currentPage } from '../page/current-page.ts';
import type { PageFinding } from '../page/findings.ts';
import { enterInForm } from '../page/forms.ts';
import { identityOn } from '../page/order-identity.ts';
import { pageKind } from '../page/page-kinds.ts';
import { notifyTab, recheckAll } from '../page/recheck.ts';
import { findingsOf, inTurn, type TabPage } from '../page/tabs.ts';
import { choicesOf, notUnderstood } from '../present/entry.ts';
import { type InterfaceText, interfaceText } from '../present/messages.ts';
import { rulesOf } from '../rows/one-cause.ts';
import type { KnownStore } from '../shops/stores.ts';
import { dayIn, ownDay } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';
import { enter, ignore, setLanguage, turnedOffRule, undo } from './decision-changes.ts';
import { change, decisions } from './decisions.ts';
import { enterable, entrySubject, subjectsAlike } from './entries.ts';
import { parseEntry } from './entry-input.ts';
import { languageOf } from './language.ts';
import { turnedOffEverywhere } from './settings-changes.ts';
import { withUpdate } from './updates.ts';
import { workOff } from './updating.ts';

type Refused = Extract<Done, { done: false }>;

interface Target {
  readonly page: TabPage;
  readonly store: KnownStore;
  readonly finding: PageFinding;
  /** ISO day, local to the site. */
  readonly today: string;
  /** ISO day, local to the seller, for stored decisions. */
  readonly day: string;
}

async function targetOf(tab: number, id: string, now: Date): Promise<Target | null> {
  const page = await currentPage(tab);
  const finding = page && findingsOf(page).find((one) => one.id === id);
  if (!page?.store.known || !finding) return null;
  const { store } = page;
  return { page, store, finding, today: dayIn(timeZoneOf(store.marketplace, store.site), now), day: ownDay(now) };
}

/** Hides a finding for its listings, along with the other checks reported by the same sentence. */
export async function ignoreFinding(tab: number, id: string, now: Date): Promise<Done> {
  const target = await targetOf(tab, id, now);
  if (!target) return refused('findingGone');
  const { store, finding, day } = target;
  if (finding.listings.length === 0) return refused('listingUnknown');
  const rules = [...rulesOf(finding), ...finding.alike];
  const { item } = finding;
  const added = finding.listings.flatMap(({ listing, name }) =>
    rules.map((rule) => ({ store: store.key, listing, rule, item, name, day })),
  );
  return decide(
    () => ignore(added),
    async () => {
      for (const { listing } of finding.listings)
        await removeFindings(
          { store: store.key, listing },
          (one) => rules.includes(one.rule) && one.item === item,
          now.getTime(),
        );
    },
  );
}

/** Turns a finding's check off in all shops. */
export async function turnOffCheck(tab: number, id: string, now: Date): Promise<Done> {
  const target = await targetOf(tab, id, now);
  if (!target) return refused('findingGone');
  const { rule } = target.finding;
  return decide(
    () => change((decided) => withUpdate(decided, turnedOffEverywhere(decided, rule, target.day), [rule], null)),
    () => workOff(),
  );
}

/** Every text of an open page changes with the language. */
export async function chooseLanguage(language: Language): Promise<Done> {
  const done = await decide(() => setLanguage(language));
  if (done.done) void recheckAll('restart');
  return done;
}

/** Undoes a decision. A check that is on again immediately finds what it would have found in the meantime. */
export function undoDecision(id: string): Promise<Done> {
  const rule = turnedOffRule(id);
  return decide(
    () => undo(id, rule === null ? [] : [rule]),
    () => workOff(),
  );
}

/** Stores an entry for its scope. Input that is not understood is answered with an example. */
export async function enterFact(tab: number, id: string, fact: string, input: string, now: Date): Promise<Done> {
  const target = await targetOf(tab, id, now);
  if (!target) return refused('findingGone');
  const how = isFactName(fact) ? enterable(fact) : null;
  if (!isFactName(fact) || !how) return refused('notEnterable');
  const { store, finding, page, today, day } = target;
  const { site, currency } = store;
  const language = languageOf(await decisions());
  const context = { language, site, currency, day: today };
  const parsed = parseEntry(fact, input, choicesOf(fact, context));
  if (parsed === 'not-understood') return { done: false, sentence: notUnderstood(fact, input, context) };
  if (how.scope === 'page') return enterOnPage(tab, target, fact, parsed.value);
  const shown = identityOn(page.records, finding.record);
  const identity = await identityNow(store.key, shown);
  const subject = entrySubject(how.scope, identity);
  if (subject === null) return refused('listingUnknown');
  const name = how.scope === 'store' ? (store.sellerName ?? store.site) : (finding.name ?? subject);
  return decide(() =>
    enter({ store: store.key, subject, fact, value: parsed.value, name, day }, subjectsAlike(how.scope, identity)),
  );
}

/** Stores an entry for the open form only. A coupon's own facts apply to all its products. */
async function enterOnPage(tab: number, { page, finding }: Target, fact: FactName, value: WireValue): Promise<Done> {
  const record = pageKind(page.page).shared && couponFacts.has(fact) ? PAGE_RECORD : finding.record;
  await inTurn(tab, () => enterInForm(tab, record, fact, value));
  void notifyTab(tab, { kind: 'recheck' });
  return { done: true };
}

/** Stores a decision, removes what it makes outdated, and lets all pages ask again. */
export async function decide(store: () => Promise<void>, tidy?: () => Promise<void>): Promise<Done> {
  try {
    await store();
  } catch {
    return refused('notSaved');
  }
  // Stored findings are only a copy of a check's result: if this fails, the next check cleans up.
  await tidy?.().catch(() => undefined);
  void recheckAll();
  return { done: true };
}

export async function refused(text: InterfaceText): Promise<Refused> {
  const language = languageOf(await decisions());
  return { done: false, sentence: interfaceText(language, text) };
}
