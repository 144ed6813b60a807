import enBulk from '../../../assets/locales/en/workspace.bulk.json' with { type: 'json' };
import enData from '../../../assets/locales/en/workspace.data.json' with { type: 'json' };
import enImports from '../../../assets/locales/en/workspace.imports.json' with { type: 'json' };
import enGeneral from '../../../assets/locales/en/workspace.json' with { type: 'json' };
import enListings from '../../../assets/locales/en/workspace.listings.json' with { type: 'json' };
import enTeach from '../../../assets/locales/en/workspace.teach.json' with { type: 'json' };
import enUpcoming from '../../../assets/locales/en/workspace.upcoming.json' with { type: 'json' };
import enWelcome from '../../../assets/locales/en/workspace.welcome.json' with { type: 'json' };
import chineseBulk from '../../../assets/locales/zh-CN/workspace.bulk.json' with { type: 'json' };
import chineseData from '../../../assets/locales/zh-CN/workspace.data.json' with { type: 'json' };
import chineseImports from '../../../assets/locales/zh-CN/workspace.imports.json' with { type: 'json' };
import chineseGeneral from '../../../assets/locales/zh-CN/workspace.json' with { type: 'json' };
import chineseListings from '../../../assets/locales/zh-CN/workspace.listings.json' with { type: 'json' };
import chineseTeach from '../../../assets/locales/zh-CN/workspace.teach.json' with { type: 'json' };
import chineseUpcoming from '../../../assets/locales/zh-CN/workspace.upcoming.json' with { type: 'json' };
import chineseWelcome from '../../../assets/locales/zh-CN/workspace.welcome.json' with { type: 'json' };
import { marketplaceNames } from '../../../components/marketplace-texts.ts';
import { type Say, sayIn } from '../../../components/message-formats.ts';
import { daysLanguage, inEachLanguage, type SharedTexts } from '../../../components/shared-texts.ts';
import { marketplaces } from '../../../rules/engine/sites.ts';
import type { Refusal } from '../../../rules/own/refusal.ts';
import type { Language } from '../../background/messages/words.ts';

// Each topic of the workspace has its own text files, one per language.
const en = {
  ...marketplaceNames('en', marketplaces),
  ...enGeneral,
  ...enBulk,
  ...enData,
  ...enImports,
  ...enListings,
  ...enTeach,
  ...enUpcoming,
  ...enWelcome,
};
const chinese = {
  ...marketplaceNames('zh-CN', marketplaces),
  ...chineseGeneral,
  ...chineseBulk,
  ...chineseData,
  ...chineseImports,
  ...chineseListings,
  ...chineseTeach,
  ...chineseUpcoming,
  ...chineseWelcome,
};

export type TextName = keyof typeof en;
export type Severity = 'error' | 'warning' | 'info';

export interface Texts extends SharedTexts {
  /** One of the workspace's own texts. */
  readonly say: Say<TextName>;
  readonly severities: Readonly<Record<Severity, string>>;
  /** A file's size: "12.3 kB". */
  readonly bytes: (count: number) => string;
  /** List of names: "a, b", "a、b". */
  readonly list: (items: readonly string[]) => string;
  /** Local day and time of ISO text or of milliseconds since 1970; returns any other text unchanged. */
  readonly moment: (at: string | number) => string;
  /** A mistake at a place, as a sentence. */
  readonly refusal: (refusal: Refusal) => string;
}

const own: Readonly<Record<Language, Readonly<Record<TextName, string>>>> = { en, 'zh-CN': chinese };

export const textsIn = inEachLanguage(compile);

/** `refusalNotAChoice` for `not-a-choice`. */
export function refusalText(reason: Refusal['reason']): TextName {
  const words = reason.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `refusal${words.join('')}` as TextName;
}

function compile(shared: SharedTexts): Texts {
  const { language } = shared;
  const { unknown: _unknown, ...severities } = shared.levels;
  const say = sayIn(language, own[language]);
  const moments = new Intl.DateTimeFormat(daysLanguage(language), { dateStyle: 'medium', timeStyle: 'short' });
  return {
    ...shared,
    say,
    severities,
    bytes: (count) => bytesIn(language, count),
    list: (items) => items.join(language === 'en' ? ', ' : '、'),
    moment: (at) => (Number.isNaN(new Date(at).getTime()) ? `${at}` : moments.format(new Date(at))),
    refusal: ({ reason, values }) => say(refusalText(reason), values),
  };
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function bytesIn(language: Language, count: number): string {
  const step = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3));
  const unit = units[step] ?? 'byte';
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: step === 0 ? 0 : 1 } as const;
  return new Intl.NumberFormat(language, options).format(count / 1000 ** step);
}
