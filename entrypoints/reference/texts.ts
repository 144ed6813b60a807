import en from '../../assets/locales/en/reference.json' with { type: 'json' };
import chinese from '../../assets/locales/zh-CN/reference.json' with { type: 'json' };
import type { Language } from '../background/messages/words.ts';
import { plainText, type Values } from '../background/present/messages.ts';

export type ReferenceText = keyof typeof en;

const texts: Readonly<Record<Language, Readonly<Record<ReferenceText, string>>>> = { en, 'zh-CN': chinese };

/** One of the reference's own texts. */
export function referenceText(language: Language, name: ReferenceText, values?: Values): string {
  return plainText(language, texts[language][name], values);
}
