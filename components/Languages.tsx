import type { Language } from '../entrypoints/background/messages/words.ts';

const languageNames: readonly (readonly [Language, string])[] = [
  ['zh-CN', '中文'],
  ['en', 'English'],
];

interface LanguagesProps {
  /** What is chosen here, for those who do not see it. */
  readonly label: string;
  readonly chosen: Language;
  readonly onLanguage: (language: Language) => void;
}

/** The choice of language; each is named in itself. */
export function Languages({ label, chosen, onLanguage }: LanguagesProps) {
  return (
    <fieldset className="languages">
      <legend className="visually-hidden">{label}</legend>
      {languageNames.map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === chosen}
          onClick={() => onLanguage(language)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
