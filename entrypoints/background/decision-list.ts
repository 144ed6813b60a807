import type { FactName } from '../../rules/facts.ts';
import type { Marketplace } from '../../rules/sites.ts';
import type { Language } from './api.ts';
import type { ListedDecision, Overview } from './api-overview.ts';
import type { DecisionsPage } from './api-settings.ts';
import { decisionId } from './decision-changes.ts';
import { type Decisions, decisions, type EnteredFact, type Ignored, type TurnedOff } from './decisions.ts';
import { languageOf } from './language.ts';
import { factLabel, interfaceText } from './present/messages.ts';
import { title } from './present/sentence.ts';
import { shownFact } from './present/values.ts';
import { ruleById } from './rules-by-id.ts';
import { STORE_SUBJECT } from './store-subject.ts';
import { storeCurrency } from './stores.ts';

/** The popup lists so many; all are in the workspace. */
const NEWEST = 50;

/** A decision before it is put into words: a seller may have made tens of thousands. */
type Made =
  | { readonly kind: 'ignored'; readonly one: Ignored }
  | { readonly kind: 'turned-off'; readonly one: TurnedOff }
  | { readonly kind: 'entered'; readonly one: EnteredFact };

/** What the popup lists: the newest decisions, in the order of their kinds, and how many others there are. */
export function newestDecisions(decided: Decisions, language: Language): Pick<Overview, 'decisions' | 'moreDecisions'> {
  const all = allMade(decided);
  const newest = new Set(newestFirst(all).slice(0, NEWEST));
  const shown = all.length <= NEWEST ? all : all.filter((made) => newest.has(made));
  return { decisions: shown.map((made) => listed(made, language)), moreDecisions: all.length - shown.length };
}

/** Some of all decisions, newest first, from a 0-based place on. */
export async function decisionsPage(from: number, most: number): Promise<DecisionsPage> {
  const decided = await decisions();
  const language = languageOf(decided);
  const all = newestFirst(allMade(decided));
  return { total: all.length, decisions: all.slice(from, from + most).map((made) => listed(made, language)) };
}

function allMade({ ignored, turnedOff, entered }: Decisions): Made[] {
  return [
    ...ignored.map((one) => ({ kind: 'ignored' as const, one })),
    ...turnedOff.map((one) => ({ kind: 'turned-off' as const, one })),
    ...entered.map((one) => ({ kind: 'entered' as const, one })),
  ];
}

/** Of the same day the one that was kept last comes first. */
function newestFirst(all: readonly Made[]): Made[] {
  return all.toReversed().sort((a, b) => (a.one.day < b.one.day ? 1 : a.one.day > b.one.day ? -1 : 0));
}

function listed(made: Made, language: Language): ListedDecision {
  const { kind } = made;
  if (kind === 'ignored')
    return { id: decisionId('ignored', made.one), kind, sentence: ignoredSentence(made.one, language) };
  if (kind === 'entered')
    return { id: decisionId('entered', made.one), kind, sentence: enteredSentence(made.one, language) };
  const named = { title: ruleTitle(made.one.rule, language) };
  return { id: decisionId('turnedOff', made.one), kind, sentence: interfaceText(language, 'decisionTurnedOff', named) };
}

function ignoredSentence({ rule, item, name }: Ignored, language: Language): string {
  const named = { name, title: ruleTitle(rule, language) };
  if (item === null) return interfaceText(language, 'decisionIgnored', named);
  return interfaceText(language, 'decisionIgnoredItem', { ...named, item: item + 1 });
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
