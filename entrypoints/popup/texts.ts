import enShared from '../../assets/locales/en/interface.json' with { type: 'json' };
import en from '../../assets/locales/en/popup.json' with { type: 'json' };
import chineseShared from '../../assets/locales/zh-CN/interface.json' with { type: 'json' };
import chinese from '../../assets/locales/zh-CN/popup.json' with { type: 'json' };
import { type CardTexts, cardTextNames } from '../../components/FindingCard.tsx';
import { marketplaceNames } from '../../components/marketplace-texts.ts';
import { type Say, sayIn } from '../../components/message-formats.ts';
import { type Marketplace, marketplaces } from '../../rules/engine/sites.ts';
import type { Language, Level } from '../background/messages/requests.ts';

export type TextName = keyof typeof en;

export interface Texts {
  readonly language: Language;
  /** One of the popup's own texts; days as {@link Texts.day} says them. */
  readonly say: Say<TextName>;
  /** An ISO day as it is written in the language. */
  readonly day: (day: string) => string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly marketplaces: Readonly<Record<Marketplace, string>>;
  readonly card: CardTexts;
}

const own: Readonly<Record<Language, Readonly<Record<TextName, string>>>> = { en, 'zh-CN': chinese };
/** Texts that the overlay shows as well. */
const shared: Readonly<Record<Language, Readonly<Record<keyof typeof enShared, string>>>> = {
  en: enShared,
  'zh-CN': chineseShared,
};
const spoken = new Map<Language, Texts>();

export function textsIn(language: Language): Texts {
  const known = spoken.get(language);
  if (known) return known;
  const texts = compile(language);
  spoken.set(language, texts);
  return texts;
}

function compile(language: Language): Texts {
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const both = sayIn(language, shared[language]);
  return {
    language,
    say: sayIn(language, own[language]),
    day(day) {
      const time = Date.parse(day);
      return Number.isNaN(time) ? day : days.format(time);
    },
    levels: {
      error: both('levelError'),
      warning: both('levelWarning'),
      info: both('levelInfo'),
      unknown: both('levelUnknown'),
    },
    marketplaces: marketplaceNames(language, marketplaces),
    card: Object.fromEntries(cardTextNames.map((name) => [name, both(name)])) as CardTexts,
  };
}
