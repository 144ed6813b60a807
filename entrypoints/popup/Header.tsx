import icon from '../../assets/icon/preflight.svg';
import type { Language, StoreOverview } from '../background/api.ts';
import { StoreSwitch } from './StoreSwitch.tsx';
import type { Texts } from './texts.ts';

const languageNames: readonly (readonly [Language, string])[] = [
  ['zh-CN', '中文'],
  ['en', 'English'],
];

interface HeaderProps {
  readonly texts: Texts;
  readonly stores: readonly StoreOverview[];
  readonly store: StoreOverview | undefined;
  readonly onStore: (key: string) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onSettings: () => void;
}

export function Header({ texts, stores, store, onStore, onLanguage, onSettings }: HeaderProps) {
  return (
    <header className="popup-header">
      <div className="brand">
        <img className="brand-icon" src={icon} alt="" width="24" height="24" />
        <h1 className="brand-name">{texts.say('product')}</h1>
        <button type="button" className="button-quiet" onClick={onSettings}>
          {texts.say('settings')}
        </button>
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
      </div>
      <StoreSwitch texts={texts} stores={stores} store={store} onStore={onStore} />
    </header>
  );
}
