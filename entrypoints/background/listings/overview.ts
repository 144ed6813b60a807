import { isFactName } from '../../../rules/engine/facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import { consoleLink } from '../consoles/console-address.ts';
import { listingsWithProblem, storesWithCounts } from '../database/reports.ts';
import { repairAfterFailure } from '../health/damage.ts';
import { diagnosis } from '../health/diagnosis.ts';
import { lostSentences, rowSentences } from '../health/lost-fields.ts';
import { diagnosed } from '../health/reading-health.ts';
import type { Overview, PageOverview, StoreOverview } from '../messages/overview.ts';
import type { Language, Level } from '../messages/words.ts';
import { LOOK_MS, shownIn } from '../page/current-page.ts';
import { formOf } from '../page/forms.ts';
import { countsOf, findingsOf, type TabPage } from '../page/tabs.ts';
import { unreadPage } from '../page/unread-pages.ts';
import { levelName, presentFinding } from '../present/finding.ts';
import { presentHealth } from '../present/health.ts';
import { factAsked, factHelp, type InterfaceText, interfaceText } from '../present/messages.ts';
import { presentPageMargins } from '../present/page-margins.ts';
import { pageName } from '../present/pages.ts';
import { pendingSentences } from '../present/pending.ts';
import { sentence, title } from '../present/sentence.ts';
import { presentStore, siteName } from '../present/store.ts';
import { waitingHelp } from '../present/waiting.ts';
import { byLevel, storedFindingId } from '../rows/finding.ts';
import type { StoreRow, SummaryRow } from '../rows/rows.ts';
import { newestDecisions } from '../seller/decision-list.ts';
import type { Decisions } from '../seller/decision-types.ts';
import { decisions } from '../seller/decisions.ts';
import { enterable } from '../seller/entries.ts';
import { languageOf } from '../seller/language.ts';
import { shownSummary } from '../seller/updates.ts';
import { updatingRemarks } from '../seller/updating-remarks.ts';
import { writtenIn } from '../shops/shop-locale.ts';
import { storeRemarks } from './store-remarks.ts';

/** Listings shown of each problem. */
const MOST_LISTINGS = 20;

/** Everything the popup shows. `tab`: the browser tab over which it was opened. */
export async function overview(tab: number | null, now: Date): Promise<Overview> {
  const decided = await decisions();
  const language = languageOf(decided);
  const remarks = brokenRemarks(decided, language);
  const shown = tab === null ? null : await shownIn(tab, LOOK_MS);
  const page = shown === 'awaited' ? null : shown;
  const unread = tab === null || shown ? null : await unreadPage(tab, language);
  const form = tab === null ? null : await formOf(tab);
  let stores: StoreOverview[] = [];
  remarks.push(...(await updatingRemarks(language)), ...(await storeRemarks(language)));
  try {
    const rows = await storesWithCounts();
    stores = await Promise.all(
      rows.map(({ store, summary }) => storeOverview(store, summary && shownSummary(decided, summary), language)),
    );
  } catch (error) {
    void repairAfterFailure(error);
    const refused = interfaceText(language, 'remarkDatabase');
    if (!remarks.includes(refused)) remarks.push(refused);
  }
  return {
    language,
    page: page && pageOverview(page, decided, now),
    ...(unread ? { unread } : {}),
    ...(shown === 'awaited' ? { isAwaited: true as const } : {}),
    stores,
    ...newestDecisions(decided, form?.recent ?? [], language),
    pending: page && form ? pendingSentences(form.pending ?? [], page, language) : [],
    remarks,
  };
}

function brokenRemarks({ broken }: Decisions, language: Language): string[] {
  return broken.length === 0 ? [] : [interfaceText(language, 'remarkBroken', { count: broken.length })];
}

function pageOverview(page: TabPage, decided: Decisions, now: Date): PageOverview {
  const { store } = page;
  const language = languageOf(decided);
  const found = store.known ? findingsOf(page).sort(byLevel) : [];
  const currency = store.known ? store.currency : 'USD';
  const site = store.known ? store.site : '';
  return {
    name: pageName(page.page, language),
    store: presentStore(store, language),
    storeKey: store.known ? store.key : null,
    counts: countsOf(found),
    findings: found.map((finding) => ({
      ...presentFinding(finding, { language, currency, site, style: writtenIn(store, page.language) }),
      listing: finding.name ?? '',
    })),
    margin: presentPageMargins(page, language),
    health: {
      ...presentHealth(page, { language, currency, taught: decided.taught ?? [] }),
      diagnosis: diagnosis(diagnosed(page, now)),
    },
    remarks: [
      ...page.remarks.map((name) => interfaceText(language, name as InterfaceText)),
      ...rowSentences(page, language, now),
      ...lostSentences(page, language, now),
    ],
  };
}

async function storeOverview(
  store: StoreRow,
  summary: SummaryRow | undefined,
  language: Language,
): Promise<StoreOverview> {
  const problems = Object.entries(summary?.problems ?? {}).map(([rule, levels]) => {
    const level = (['error', 'warning', 'info'] as const).find((one) => levels[one]) ?? 'info';
    return { rule, level, count: Object.values(levels).reduce((sum, one) => sum + one, 0) };
  });
  problems.sort((a, b) => byLevel(a, b) || b.count - a.count);
  return {
    key: store.key,
    marketplace: store.marketplace,
    site: siteName(store.marketplace, store.site, language),
    name: store.sellerName ?? store.sellerId ?? '',
    counts: summary?.counts ?? { error: 0, warning: 0, info: 0, unknown: 0 },
    listings: summary?.listings ?? 0,
    problems: await Promise.all(problems.map((problem) => problemOverview(store, problem, language))),
    unknowns: waiting(summary, store.marketplace, language),
    seen: store.seen,
  };
}

async function problemOverview(
  { key, site }: StoreRow,
  { rule, level, count }: { rule: string; level: Level; count: number },
  language: Language,
): Promise<StoreOverview['problems'][number]> {
  const rows = await listingsWithProblem(key, rule, MOST_LISTINGS);
  return {
    rule,
    level,
    levelName: levelName(language, level),
    title: title(rule, language),
    count,
    listings: rows.flatMap((row) => {
      const finding = row.findings.find((one) => one.rule === rule && one.level !== 'unknown');
      if (!finding) return [];
      return [
        {
          finding: storedFindingId(row.store, row.listing, rule, finding.item),
          name: row.name,
          sentence: sentence(finding, { language, currency: row.currency, site, name: row.name }),
          address: consoleLink(row.address),
        },
      ];
    }),
  };
}

/** Checks waiting for a fact that can be supplied; the fact that settles most checks comes first. */
export function waiting(
  summary: SummaryRow | undefined,
  marketplace: Marketplace,
  language: Language,
): StoreOverview['unknowns'] {
  return Object.entries(summary?.waiting ?? {})
    .map(([fact, rules]) => ({ fact, checks: Object.keys(rules).length, listings: Math.max(...Object.values(rules)) }))
    .sort((a, b) => b.checks * b.listings - a.checks * a.listings)
    .flatMap(({ fact, checks, listings }) => {
      const help = helpFor(fact, marketplace, language);
      if (help === null) return [];
      const sentence = interfaceText(language, 'waitingEnter', { fact: factAsked(language, fact), count: listings });
      return [{ fact, checks, sentence, help }];
    });
}

/** Null for a fact that nothing can supply. */
function helpFor(fact: string, marketplace: Marketplace, language: Language): string | null {
  if (!isFactName(fact)) return null;
  const scope = enterable(fact)?.scope;
  if (scope === undefined || scope === 'page') return waitingHelp(fact, marketplace, language);
  const where = factHelp(language, fact);
  if (where === null) return interfaceText(language, 'waitingEnterHelp');
  return interfaceText(language, 'waitingEnterHelpWhere', { where });
}
