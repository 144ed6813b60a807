import { useId } from 'react';
import type { SettingsOverview } from '../../background/messages/settings.ts';
import type { Scope } from './scope.ts';
import type { Texts } from './texts.ts';

interface ScopePickerProps {
  readonly stores: SettingsOverview['stores'];
  readonly scope: Scope;
  readonly texts: Texts;
  readonly onScope: (scope: Scope) => void;
}

/** Chooses the shops to which the settings below apply. Hidden while there is no shop. */
export function ScopePicker({ stores, scope, texts, onScope }: ScopePickerProps) {
  const id = useId();
  if (stores.length === 0) return null;
  return (
    <div className="scope">
      <label htmlFor={id}>{texts.say('scope')}</label>
      <select
        id={id}
        className="input"
        value={scope ?? ''}
        onChange={(event) => onScope(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{texts.say('allStores')}</option>
        {stores.map((store) => (
          <option key={store.key} value={store.key}>
            {storeLabel(store, texts)}
          </option>
        ))}
      </select>
    </div>
  );
}

export function storeLabel({ marketplace, site, name }: SettingsOverview['stores'][number], texts: Texts): string {
  return texts.say('storeOption', { marketplace: texts.say(marketplace), site, name });
}
