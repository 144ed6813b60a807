import { allRules } from '../../../rules/index.ts';
import type { Language } from '../messages/words.ts';

/** Whether the reference tells of a rule: of every one that comes with the extension. */
export function isInReference(rule: string): boolean {
  return allRules.some(({ id }) => id === rule);
}

/** Where the reference tells of a rule, as a path within the extension. */
export function referencePath(rule: string, language: Language): string {
  const [marketplace, anchor] = rule.split('/');
  return `/reference/${language}/${marketplace}.html#${anchor}`;
}
