import type { FactName } from '../../../rules/engine/facts.ts';
import { type Marketplace, storeCurrency } from '../../../rules/engine/sites.ts';
import type { ListedDecision, Overview } from '../messages/overview.ts';
import type { DecisionsPage } from '../messages/settings.ts';
import type { Language } from '../messages/words.ts';
import type { Recent } from '../page/forms.ts';
import { ruleById } from '../page/rules-by-id.ts';
import { factLabel, interfaceText } from '../present/messages.ts';
import { title } from '../present/sentence.ts';
import { shownFact } from '../present/values.ts';
import { decisionId } from './decision-changes.ts';
import type { Decisions, EnteredFact, Ignored, TurnedOff } from './decision-types.ts';
import { decisions } from './decisions.ts';
import { languageOf } from './language.ts';
import { STORE_SUBJECT } from './store-subject.ts';

/** Number listed in the popup; the workspace lists all. */
const NEWEST = 50;

/** A decision before it becomes a sentence: a seller may have made tens of thousands. */
type Made =
  | { readonly kind: 'ignored'; readonly one: Ignored }
  | { readonly kind: 'turned-off'; readonly one: TurnedOff }
  | { readonly kind: 'entered'; readonly one: EnteredFact };

/**
 * The popup's list: decisions of the open page, latest first, then the newest others in order of kind, and the number
 * of the rest.
 */
export function newestDecisions(
  decided: Decisions,
  recent: readonly Recent[],
  language: Language,
): Pick<Overview, 'decisions' | 'moreDecisions'> {
  const all = allMade(decided);
  const lately = recent.flatMap(({ ids }) => madeNamed(all, ids)).toReversed();
  const newest = new Set(newestFirst(all).slice(0, NEWEST));
  const others = all.filter((made) => newest.has(made) && !lately.includes(made));
  const decisions = [
    ...lately.map((made) => ({ ...listed(made, language), recent: true as const })),
    ...others.map((made) => listed(made, language)),
  ];
  return { decisions, moreDecisions: all.length - decisions.length };
}

/** A decision as a sentence; empty if it is gone. */
export function decisionSentence(decided: Decisions, id: string, language: Language): string {
  const [made] = madeNamed(allMade(decided), [id]);
  return made ? listed(made, language).sentence : '';
}

function madeNamed(all: readonly Made[], ids: readonly string[]): Made[] {
  return ids.flatMap((id) => all.findLast((made) => idOf(made) === id) ?? []);
}

function idOf(made: Made): string {
  return made.kind === 'turned-off' ? decisionId('turnedOff', made.one) : decisionId(made.kind, made.one);
}

/** A slice of all decisions, newest first, starting at a 0-based index. */
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

/** On the same day, the one stored last comes first. */
function newestFirst(all: readonly Made[]): Made[] {
  return all.toReversed().sort((a, b) => (a.one.day < b.one.day ? 1 : a.one.day > b.one.day ? -1 : 0));
}

function listed(made: Made, language: Language): ListedDecision {
  const { kind } = made;
  const id = idOf(made);
  if (kind === 'ignored') return { id, kind, sentence: ignoredSentence(made.one, language) };
  if (kind === 'entered') return { id, kind, sentence: enteredSentence(made.one, language) };
  const named = { title: ruleTitle(made.one.rule, language) };
  return { id, kind, sentence: interfaceText(language, 'decisionTurnedOff', named) };
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
