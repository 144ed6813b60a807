import type { Language } from '../entrypoints/background/messages/words.ts';

const languageNames: readonly (readonly [Language, string])[] = [
  ['zh-CN', '中文'],
  ['en', 'English'],
];

interface LanguagesProps {
  /** Accessible name of the group. */
  readonly label: string;
  readonly chosen: Language;
  readonly onLanguage: (language: Language) => void;
}

/** Language picker; each language is named in itself. */
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
