import en from '../../../../assets/locales/en/named-files.json' with { type: 'json' };
import zh from '../../../../assets/locales/zh-CN/named-files.json' with { type: 'json' };
import type { Language } from '../../../background/messages/words.ts';
import type { Destination, NamedFile } from './named-files.ts';

const texts: Readonly<Record<Language, Readonly<Record<NamedFile, Readonly<Partial<Record<Destination, string>>>>>>> = {
  en,
  'zh-CN': zh,
};

/** What a known file is, why nothing in it is read here, and what to give instead. */
export function namedFileSentence(name: NamedFile, destination: Destination, language: Language): string {
  return texts[language][name][destination] ?? '';
}
