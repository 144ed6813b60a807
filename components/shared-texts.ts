import en from '../assets/locales/en/interface.json' with { type: 'json' };
import chinese from '../assets/locales/zh-CN/interface.json' with { type: 'json' };
import type { Language, Level } from '../entrypoints/background/messages/words.ts';
import { type CardTexts, cardTextNames } from './FindingCard.tsx';
import { type Say, sayIn } from './message-formats.ts';

/** Texts that popup and workspace share. */
export interface SharedTexts {
  readonly language: Language;
  readonly levels: Readonly<Record<Level, string>>;
  readonly card: CardTexts;
  /** Formats an ISO day for people; returns any other text unchanged. */
  readonly day: (iso: string) => string;
}

type SharedName = keyof typeof en;

const texts: Readonly<Record<Language, Readonly<Record<SharedName, string>>>> = { en, 'zh-CN': chinese };

/** Texts of a language, built on first use; `compile` receives the messages and returns how to say them. */
export function inEachLanguage<Texts extends SharedTexts>(
  compile: (shared: SharedTexts, sayShared: Say<SharedName>) => Texts,
): (language: Language) => Texts {
  const spoken = new Map<Language, Texts>();
  return (language) => {
    const known = spoken.get(language);
    if (known) return known;
    const say = sayIn(language, texts[language]);
    const compiled = compile(sharedTexts(language, say), say);
    spoken.set(language, compiled);
    return compiled;
  };
}

/** Language in which days are written: in English the day stands before the month. */
export function daysLanguage(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

function sharedTexts(language: Language, say: Say<SharedName>): SharedTexts {
  const days = new Intl.DateTimeFormat(daysLanguage(language), { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    language,
    levels: {
      error: say('levelError'),
      warning: say('levelWarning'),
      info: say('levelInfo'),
      unknown: say('levelUnknown'),
    },
    card: Object.fromEntries(cardTextNames.map((name) => [name, say(name)])) as CardTexts,
    day(iso) {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : days.format(time);
    },
  };
}
