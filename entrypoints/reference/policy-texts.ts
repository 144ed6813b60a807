import en from '../../assets/locales/en/policies.json' with { type: 'json' };
import chinese from '../../assets/locales/zh-CN/policies.json' with { type: 'json' };
import type { Language } from '../background/messages/words.ts';

interface PolicyTexts {
  /** By policy and value: what the number says. */
  readonly policies: { readonly [policy: string]: { readonly [value: string]: string } };
  /** Codes within tables. */
  readonly words: { readonly [code: string]: string };
}

const texts: Readonly<Record<Language, PolicyTexts>> = { en, 'zh-CN': chinese };

/** What a policy's value says, as a message; its bare name where it has no text. */
export function policyText(language: Language, policy: string, value: string): string {
  return texts[language].policies[policy]?.[value] ?? value;
}

/** What a code within a policy's table is called; null for one that has no word of its own. */
export function policyWord(language: Language, code: string): string | null {
  const { words } = texts[language];
  return Object.hasOwn(words, code) ? (words[code] ?? null) : null;
}
