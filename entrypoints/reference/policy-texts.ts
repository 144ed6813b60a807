import en from '../../assets/locales/en/policies.json' with { type: 'json' };
import chinese from '../../assets/locales/zh-CN/policies.json' with { type: 'json' };
import type { Language } from '../background/messages/words.ts';

/** By policy and value: what the number says. */
type PolicyTexts = { readonly [policy: string]: { readonly [value: string]: string } };

const texts: Readonly<Record<Language, PolicyTexts>> = {
  en: merged(import.meta.glob('../../assets/locales/en/policies.*.json', { eager: true, import: 'default' })),
  'zh-CN': merged(import.meta.glob('../../assets/locales/zh-CN/policies.*.json', { eager: true, import: 'default' })),
};

/** Codes within tables. */
const codes: Readonly<Record<Language, { readonly [code: string]: string }>> = {
  en: en.words,
  'zh-CN': chinese.words,
};

function merged(files: Record<string, unknown>): PolicyTexts {
  return Object.assign({}, ...Object.values(files));
}

/** What a policy's value says, as a message; its bare name where it has no text. */
export function policyText(language: Language, policy: string, value: string): string {
  return texts[language][policy]?.[value] ?? value;
}

/** What a code within a policy's table is called; null for one that has no word of its own. */
export function policyWord(language: Language, code: string): string | null {
  const words = codes[language];
  return Object.hasOwn(words, code) ? (words[code] ?? null) : null;
}
