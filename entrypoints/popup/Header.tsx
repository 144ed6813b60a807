import icon from '../../assets/icon/preflight.svg';
import { Languages } from '../../components/Languages.tsx';
import type { StoreOverview } from '../background/messages/overview.ts';
import type { Language } from '../background/messages/words.ts';
import { StoreSwitch } from './StoreSwitch.tsx';
import type { Texts } from './texts.ts';

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
        <Languages label={texts.say('language')} chosen={texts.language} onLanguage={onLanguage} />
      </div>
      <StoreSwitch texts={texts} stores={stores} store={store} onStore={onStore} />
    </header>
  );
}
