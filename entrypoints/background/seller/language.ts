import { browser } from 'wxt/browser';
import type { Language } from '../messages/words.ts';
import type { Decisions } from './decision-types.ts';

/** The language the seller chose, otherwise the browser's. */
export function languageOf({ language }: Pick<Decisions, 'language'>): Language {
  return language ?? (browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');
}
