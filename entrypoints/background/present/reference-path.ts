import { allRules } from '../../../rules/index.ts';
import type { Language } from '../messages/words.ts';

/** Whether the reference describes a rule: it describes every built-in one. */
export function isInReference(rule: string): boolean {
  return allRules.some(({ id }) => id === rule);
}

/** Path of a rule's description in the reference, within the extension. */
export function referencePath(rule: string, language: Language): string {
  const [marketplace, anchor] = rule.split('/');
  return `/reference/${language}/${marketplace}.html#${anchor}`;
}
