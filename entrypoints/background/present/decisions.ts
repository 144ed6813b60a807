import { type FactName, isFactName } from '../../../rules/facts.ts';
import type { Marketplace } from '../../../rules/sites.ts';
import type { Language } from '../api.ts';
import type { Overview } from '../api-overview.ts';
import { decisionId } from '../decision-changes.ts';
import type { Decisions, EnteredFact } from '../decisions.ts';
import type { PageFinding } from '../findings.ts';
import type { Pending, Recent } from '../forms.ts';
import { ruleById } from '../rules-by-id.ts';
import { STORE_SUBJECT } from '../store-subject.ts';
import { storeCurrency } from '../stores.ts';
import { findingsOf, type TabPage } from '../tabs.ts';
import { factHeading, factLabel, interfaceText } from './messages.ts';
import { title } from './sentence.ts';
import { shownFact } from './values.ts';

/** What the seller ignored, turned off and entered, each as a sentence with the name to take it back by. */
export function decisionList(decided: Decisions, language: Language): Overview['decisions'] {
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

/** Those of the open page, the last first, before all others. */
export function recentFirst(list: Overview['decisions'], recent: readonly Recent[]): Overview['decisions'] {
  const ids = recent.flatMap(({ ids }) => ids);
  const place = new Map(ids.map((id, index) => [id, index]));
  const [others, lately] = [list.filter(({ id }) => !place.has(id)), list.filter(({ id }) => place.has(id))];
  lately.sort((a, b) => (place.get(b.id) ?? 0) - (place.get(a.id) ?? 0));
  return [...lately.map((one) => ({ ...one, recent: true as const })), ...others];
}

/** What waits for the seller's word; nothing of findings that are gone. */
export function pendingSentences(pending: readonly Pending[], page: TabPage, language: Language): Overview['pending'] {
  const findings = findingsOf(page);
  return pending.flatMap((one) => {
    const finding = findings.find(({ id }) => id === one.finding);
    if (!finding) return [];
    return [{ id: one.id, sentence: pendingSentence(one, finding, language) }];
  });
}

function pendingSentence(one: Pending, { name, rule }: PageFinding, language: Language): string {
  if (one.kind === 'enter') {
    const fact = isFactName(one.fact) ? factHeading(language, one.fact) : one.fact;
    return interfaceText(language, 'pendingEnter', { fact, input: one.input });
  }
  const text = one.kind === 'ignore' ? 'pendingIgnore' : 'pendingTurnOff';
  return interfaceText(language, text, { name: name ?? '', title: ruleTitle(rule, language) });
}
