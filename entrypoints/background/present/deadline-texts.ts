import english from '../../../assets/locales/en/deadlines.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/deadlines.json' with { type: 'json' };
import type { DeadlineKind } from '../../../rules/deadlines.ts';
import type { Language } from '../messages/words.ts';
import { plainText, type Values } from './messages.ts';

interface KindTexts {
  readonly title: string;
  readonly sentence: string;
  /** Used when no rule says why. */
  readonly why?: string;
}

type Texts = { readonly kinds: Readonly<Record<DeadlineKind, KindTexts>>; readonly texts: typeof english.texts };

const texts: Readonly<Record<Language, Texts>> = { en: english, 'zh-CN': chinese };

/** A text of one kind of deadline; empty when it has none. */
export function kindText(language: Language, kind: DeadlineKind, name: keyof KindTexts, values: Values = {}): string {
  const text = texts[language].kinds[kind][name];
  return text === undefined ? '' : plainText(language, text, values);
}

/** A text that all deadlines share. */
export function deadlineText(language: Language, name: keyof Texts['texts'], values: Values = {}): string {
  return plainText(language, texts[language].texts[name], values);
}

/** "today", "in 3 days", "2 days ago". */
export function whenText(language: Language, daysLeft: number): string {
  return daysLeft < 0
    ? deadlineText(language, 'ago', { days: -daysLeft })
    : deadlineText(language, 'when', { days: daysLeft });
}
