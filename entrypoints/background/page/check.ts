import type { Snapshot } from '../../console.content/reading/reading.ts';
import { type ListingCheck, storeCheck } from '../database/checks.ts';
import { repairAfterFailure } from '../health/damage.ts';
import { askWhenSettled, lostSentences, type Missed, missedOn, rowSentences } from '../health/lost-fields.ts';
import type { ConsoleSender } from '../messages/senders.ts';
import type { CheckAnswer } from '../messages/shown.ts';
import type { Language } from '../messages/words.ts';
import { presentFinding } from '../present/finding.ts';
import { type InterfaceText, interfaceText } from '../present/messages.ts';
import { presentPageMargins } from '../present/page-margins.ts';
import { presentStore } from '../present/store.ts';
import { isSame } from '../rows/same.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { rememberStore } from '../shops/known-stores.ts';
import { writtenIn } from '../shops/shop-locale.ts';
import type { KnownStore } from '../shops/stores.ts';
import { ownDay } from '../understanding/site-days.ts';
import { showBadge } from './badge.ts';
import type { PageFinding } from './findings.ts';
import { formOf } from './forms.ts';
import { type JudgedPage, judgePage } from './judge-page.ts';
import { deleteExcessStores } from './made-up-stores.ts';
import { notifyTab } from './recheck.ts';
import { countsOf, findingsOf, inTurn, keepTabPage, type PageRecord, type TabPage } from './tabs.ts';
import { isBlind, readPage, type WholePage } from './whole-page.ts';

type Remarks = Set<InterfaceText>;

/** Checks a console page's content, stores it, and returns what the page should draw. */
export function check(snapshot: Snapshot, sender: ConsoleSender, now: Date): Promise<CheckAnswer> {
  return inTurn(sender.tab, async () => {
    const decided = await decisions();
    const language = languageOf(decided);
    const page = await readPage(snapshot, sender, await formOf(sender.tab), now);
    const remarks: Remarks = new Set();
    const judged = await judgePage(page, decided, now);
    if (judged.alone) remarks.add('remarkSeenMissing');
    const isKept = page.settled || judged.checks.length > 0;
    if (page.store.known && page.page !== null && isKept) await storeAll(page.store, judged.checks, now, remarks);
    if (page.page === null) remarks.add('remarkUnknownPage');
    else if (isBlind(page.fields)) remarks.add('remarkNothingRead');
    const kept = await keep(sender.tab, page, judged, remarks, now);
    askWhenSettled(kept, now, (message) => void notifyTab(sender.tab, message));
    if (!page.isPart) void showBadge(sender.tab, countsOf(findingsOf(kept)), language);
    return answer(kept, newlyFound(page, judged), language, [
      ...[...remarks].map((name) => interfaceText(language, name)),
      ...rowSentences(kept, language, now),
      ...lostSentences(kept, language, now),
    ]);
  });
}

async function storeAll(
  { key, marketplace, site, sellerName, sellerId, currency }: KnownStore,
  checks: readonly ListingCheck[],
  now: Date,
  remarks: Remarks,
): Promise<void> {
  const seen = ownDay(now);
  try {
    await storeCheck({ key, marketplace, site, sellerName, sellerId, currency, seen }, checks, now.getTime());
    if (await rememberStore(key)) await deleteExcessStores(key);
  } catch (error) {
    void repairAfterFailure(error);
    remarks.add('remarkNotStored');
  }
}

async function keep(tab: number, page: WholePage, judged: JudgedPage, remarks: Remarks, now: Date): Promise<TabPage> {
  const { fields: read, before, affected, entered: _entered, came: _came, isPart: _isPart, ...state } = page;
  const again = new Set(affected);
  const records = new Map<string, PageRecord>();
  for (const [key, fields] of read) {
    const earlier = before?.records.get(key);
    const margin = again.has(key) ? judged.margins.get(key) : earlier?.margin;
    const findings = judged.findings.get(key) ?? earlier?.findings ?? [];
    records.set(key, { fields, findings, ...(margin ? { margin } : {}) });
  }
  // While the page is loading nothing counts as missing, and its reading health is not recorded.
  const missed = page.settled ? await missedOn({ ...state, records }, before, now) : missedBefore(before);
  const kept: TabPage = { ...state, records, remarks: [...remarks], untold: judged.untold, ...missed };
  // While other records are still requested, make no statement about the whole page.
  if (page.isPart || (await keepTabPage(tab, kept, affected, now))) return kept;
  remarks.add('remarkNotStored');
  const told = { ...kept, remarks: [...remarks] };
  await keepTabPage(tab, told, affected, now);
  return told;
}

function missedBefore(before: TabPage | null): Missed {
  const { lost, noted } = before ?? {};
  return { ...(lost ? { lost } : {}), ...(noted === undefined ? {} : { noted }) };
}

/** Omits findings the page already has: those of records that merely settled. */
function newlyFound({ came, before }: WholePage, { findings }: JudgedPage): JudgedPage['findings'] {
  return new Map(
    [...findings].filter(([key, list]) => !came.has(key) || !isSame(before?.records.get(key)?.findings, list)),
  );
}

function answer(
  page: TabPage,
  found: JudgedPage['findings'],
  language: Language,
  remarks: readonly string[],
): CheckAnswer {
  const { sequence, store } = page;
  const presented = presentStore(store, language);
  return {
    sequence,
    language,
    findings: [...found].map(([record, list]) => ({ record, list: presentAll(list, page, language) })),
    store: presented,
    remarks: store.known ? remarks : [presented.note, ...remarks],
    margin: presentPageMargins(page, language),
  };
}

function presentAll(list: readonly PageFinding[], { store, language: pageLanguage }: TabPage, language: Language) {
  if (!store.known) return [];
  const { site, currency } = store;
  return list.map((finding) =>
    presentFinding(finding, { language, currency, site, style: writtenIn(store, pageLanguage) }),
  );
}
