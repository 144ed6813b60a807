import { isFactName } from '../../../rules/engine/facts.ts';
import type { Overview } from '../messages/overview.ts';
import type { Language } from '../messages/words.ts';
import type { PageFinding } from '../page/findings.ts';
import type { Pending } from '../page/forms.ts';
import { findingsOf, type TabPage } from '../page/tabs.ts';
import { factHeading, interfaceText } from './messages.ts';
import { title } from './sentence.ts';

/** Decisions awaiting the seller's confirmation, without those whose finding is gone. */
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
  return interfaceText(language, text, { name: name ?? '', title: title(rule, language) });
}
