import type { Language } from '../background/api.ts';
import type { Texts } from './texts.ts';

const languageNames: readonly (readonly [Language, string])[] = [
  ['zh-CN', '中文'],
  ['en', 'English'],
];

interface LanguagesProps {
  readonly texts: Texts;
  readonly onLanguage: (language: Language) => void;
}

/** The choice of language; each is named in itself. */
export function Languages({ texts, onLanguage }: LanguagesProps) {
  return (
    <fieldset className="languages">
      <legend className="visually-hidden">{texts.say('language')}</legend>
      {languageNames.map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === texts.language}
          onClick={() => onLanguage(language)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
