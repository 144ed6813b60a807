import { type FactName, isFactName } from '../../rules/facts.ts';
import type { Marketplace } from '../../rules/sites.ts';
import type { Reading } from '../console.content/reading/reading.ts';
import type { Language, Level, Overview, PageHealth, PageOverview, StoreOverview } from './api.ts';
import { type Decisions, decisionId, decisions, type EnteredFact, STORE_SUBJECT } from './decisions.ts';
import { enterable } from './entries.ts';
import { byLevel, storedFindingId } from './findings.ts';
import { languageOf } from './language.ts';
import { levelName, presentFinding } from './present/finding.ts';
import { factAsked, factHeading, factHelp, factLabel, type InterfaceText, interfaceText } from './present/messages.ts';
import { pageName } from './present/pages.ts';
import { sentence, title } from './present/sentence.ts';
import { presentStore, siteName } from './present/store.ts';
import { shownFact } from './present/values.ts';
import { ruleById } from './rules-by-id.ts';
import { listingsWithProblem, storesWithCounts } from './store/reports.ts';
import type { StoreRow, SummaryRow } from './store/schema.ts';
import { storeCurrency } from './stores.ts';
import { countsOf, findingsOf, type TabPage, tabPage } from './tabs.ts';

/** Listings shown of each problem. */
const MOST_LISTINGS = 20;
/** Fields shown of a page's reading; those that could not be read come first. */
const MOST_FIELDS = 200;

/** Everything the popup shows. `tab`: the browser tab it was opened over. */
export async function overview(tab: number | null): Promise<Overview> {
  const decided = await decisions();
  const language = languageOf(decided);
  const remarks = brokenRemarks(decided, language);
  const page = tab === null ? null : await tabPage(tab);
  let stores: StoreOverview[] = [];
  try {
    const rows = await storesWithCounts();
    stores = await Promise.all(rows.map(({ store, summary }) => storeOverview(store, summary, language)));
  } catch {
    remarks.push(interfaceText(language, 'remarkDatabase'));
  }
  return {
    language,
    page: page && pageOverview(page, language),
    stores,
    decisions: decisionList(decided, language),
    remarks,
  };
}

function brokenRemarks({ broken }: Decisions, language: Language): string[] {
  return broken.length === 0 ? [] : [interfaceText(language, 'remarkBroken', { count: broken.length })];
}

function pageOverview(page: TabPage, language: Language): PageOverview {
  const { store } = page;
  const found = store.known ? findingsOf(page).sort(byLevel) : [];
  const currency = store.known ? store.currency : 'USD';
  const site = store.known ? store.site : '';
  return {
    name: pageName(page.page, language),
    store: presentStore(store, language),
    storeKey: store.known ? store.key : null,
    counts: countsOf(found),
    findings: found.map((finding) => ({
      ...presentFinding(finding, { language, currency, site }),
      listing: finding.name ?? '',
    })),
    health: health(page, currency, language),
    remarks: page.remarks.map((name) => interfaceText(language, name as InterfaceText)),
  };
}

/** How well a page was read: fields that are not on it now count neither way. */
function health(page: TabPage, currency: string, language: Language): PageHealth {
  const readings = [...page.records].flatMap(([record, { fields }]) =>
    Object.entries(fields).map(([field, reading]) => ({ record, field, reading })),
  );
  const count = (state: Reading['state']) => readings.filter(({ reading }) => reading.state === state).length;
  const [read, unreadable] = [count('read'), count('unreadable')];
  const total = read + unreadable;
  const order: readonly Reading['state'][] = ['unreadable', 'read', 'absent'];
  const sorted = readings.sort((a, b) => order.indexOf(a.reading.state) - order.indexOf(b.reading.state));
  return {
    line: interfaceText(language, total === 0 ? 'healthNothing' : 'health', { read, total }),
    fields: sorted.slice(0, MOST_FIELDS).map(({ record, field, reading }) => ({
      record,
      field,
      label: factHeading(language, field),
      state: interfaceText(language, stateText(reading)),
      via: reading.state === 'read' ? reading.via : '',
      shown: reading.state === 'read' ? shownFact(language, field, reading.value, currency) : '',
    })),
  };
}

function stateText(reading: Reading): InterfaceText {
  if (reading.state === 'read') return reading.value === null ? 'stateEmpty' : 'stateRead';
  if (reading.state === 'absent') return 'stateAbsent';
  const texts = {
    'not-found': 'stateNotFound',
    ambiguous: 'stateAmbiguous',
    unparsable: 'stateUnparsable',
    'not-hydrated': 'stateNotHydrated',
  } as const;
  return texts[reading.reason];
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
    site: siteName(store.site, language),
    name: store.sellerName ?? store.sellerId ?? '',
    counts: summary?.counts ?? { error: 0, warning: 0, info: 0, unknown: 0 },
    listings: summary?.listings ?? 0,
    problems: await Promise.all(problems.map((problem) => problemOverview(store, problem, language))),
    unknowns: waiting(summary, language),
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
          address: row.address,
        },
      ];
    }),
  };
}

/** Checks that wait for a fact, the fact that settles most of them first. */
function waiting(summary: SummaryRow | undefined, language: Language): StoreOverview['unknowns'] {
  return Object.entries(summary?.waiting ?? {})
    .map(([fact, rules]) => ({ fact, checks: Object.keys(rules).length, listings: Math.max(...Object.values(rules)) }))
    .sort((a, b) => b.checks * b.listings - a.checks * a.listings)
    .map(({ fact, checks, listings }) => ({
      fact,
      checks,
      sentence: interfaceText(language, 'waitingEnter', { fact: factAsked(language, fact), count: listings }),
      help: waitingHelp(fact, language),
    }));
}

function waitingHelp(fact: string, language: Language): string {
  const scope = isFactName(fact) ? enterable(fact)?.scope : undefined;
  if (scope === undefined || scope === 'page') return interfaceText(language, 'waitingOpenHelp');
  const how = interfaceText(language, 'waitingEnterHelp');
  const where = factHelp(language, fact);
  return where === null ? how : `${where} ${how}`;
}

function decisionList(decided: Decisions, language: Language): Overview['decisions'] {
  return [
    ...decided.ignored.map((one) => ({
      id: decisionId('ignored', one),
      kind: 'ignored' as const,
      sentence:
        one.item === null
          ? interfaceText(language, 'decisionIgnored', { name: one.name, title: ruleTitle(one.rule, language) })
          : interfaceText(language, 'decisionIgnoredItem', {
              name: one.name,
              title: ruleTitle(one.rule, language),
              item: one.item + 1,
            }),
    })),
    ...decided.turnedOff.map((one) => ({
      id: decisionId('turnedOff', one),
      kind: 'turned-off' as const,
      sentence: interfaceText(language, 'decisionTurnedOff', { title: ruleTitle(one.rule, language) }),
    })),
    ...decided.entered.map((one) => ({
      id: decisionId('entered', one),
      kind: 'entered' as const,
      sentence: enteredSentence(one, language),
    })),
  ];
}

function ruleTitle(rule: string, language: Language): string {
  return ruleById(rule) ? title(rule, language) : interfaceText(language, 'ruleGone');
}

function enteredSentence({ store, subject, fact, value, name }: EnteredFact, language: Language): string {
  const [marketplace, site] = store.split('|');
  const currency = storeCurrency(marketplace as Marketplace, site ?? '');
  return interfaceText(language, subject === STORE_SUBJECT ? 'decisionEnteredStore' : 'decisionEntered', {
    name,
    fact: factLabel(language, fact satisfies FactName),
    value: shownFact(language, fact, value, currency),
  });
}
