import en from '../../assets/locales/en/popup.json' with { type: 'json' };
import chinese from '../../assets/locales/zh-CN/popup.json' with { type: 'json' };
import { marketplaceNames } from '../../components/marketplace-texts.ts';
import { type Say, sayIn } from '../../components/message-formats.ts';
import { inEachLanguage, type SharedTexts } from '../../components/shared-texts.ts';
import { type Marketplace, marketplaces } from '../../rules/engine/sites.ts';
import type { Language } from '../background/messages/words.ts';

export type TextName = keyof typeof en;

export interface Texts extends SharedTexts {
  /** One of the popup's own texts. */
  readonly say: Say<TextName>;
  readonly marketplaces: Readonly<Record<Marketplace, string>>;
}

const own: Readonly<Record<Language, Readonly<Record<TextName, string>>>> = { en, 'zh-CN': chinese };

export const textsIn = inEachLanguage(
  (shared): Texts => ({
    ...shared,
    say: sayIn(shared.language, own[shared.language]),
    marketplaces: marketplaceNames(shared.language, marketplaces),
  }),
);
