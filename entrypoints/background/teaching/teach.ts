import { browser } from 'wxt/browser';
import hostStyles from '../../../assets/styles/host.css?inline';
import teachStyles from '../../../assets/styles/teach.css?inline';
import tokenStyles from '../../../assets/styles/tokens.css?inline';
import { type FactName, isFactName } from '../../../rules/engine/facts.ts';
import { PAGE_RECORD, type PageReading } from '../../console.content/reading/reading.ts';
import type { FieldKind } from '../consoles/reader.ts';
import type { ConsoleSender } from '../messages/senders.ts';
import { type TeachMessage, type TeachPreview, type TeachTexts, teachTextNames } from '../messages/teach.ts';
import type { Done, Language } from '../messages/words.ts';
import { currentPage } from '../page/current-page.ts';
import { fieldNamed, isTeachable, marketplaceOf, type PageField } from '../page/page-fields.ts';
import { tabPage } from '../page/tabs.ts';
import { factAsked, factHeading, type InterfaceText, interfaceText } from '../present/messages.ts';
import { foundBy } from '../present/taught.ts';
import { teachBar } from '../present/teach-bar.ts';
import { shownFact } from '../present/values.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { writingOf } from '../shops/shop-locale.ts';
import { ownDay } from '../understanding/site-days.ts';
import { understand } from '../understanding/understand.ts';
import { type ReadTaught, readTaught } from './taught-fields.ts';
import { keepTaught } from './taught-list.ts';
import { placesOn, type TeachablePlace } from './teachable.ts';

/** Lets the seller point at a field of a tab's page. `show` brings the tab to the front. */
export async function startTeaching(
  tab: number | null,
  record: string,
  name: string,
  show: (tab: number) => Promise<unknown> = async () => undefined,
): Promise<Done> {
  const language = languageOf(await decisions());
  const refused = (text: InterfaceText): Done => ({ done: false, sentence: interfaceText(language, text) });
  const page = tab === null ? null : await currentPage(tab);
  if (tab === null || !page) return refused('teachNoPage');
  const found = placesOn(page).filter(({ field }) => field.name === name);
  if (found.length === 0) return refused('teachRefusedField');
  const place = found.find(({ field }) => (field.place === 'page') === (record === PAGE_RECORD));
  if (!place) return refused('teachNoRows');
  if (!isTeachable(place.field)) return refused('teachRefusedList');
  try {
    await browser.tabs.sendMessage(tab, teachMessage(place, record, language));
    // A page that cannot be brought to the front is shown to the seller all the same.
    await show(tab).catch(() => undefined);
    return { done: true };
  } catch {
    return refused('teachNoPage');
  }
}

/** Brings a tab to the front, in its window. */
export async function bringToFront(tab: number): Promise<void> {
  const { windowId } = (await browser.tabs.update(tab, { active: true })) ?? {};
  // Firefox for Android has no windows.
  if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
}

function teachMessage({ page, field }: TeachablePlace, record: string, language: Language): TeachMessage {
  const texts = teachTexts(field.name, language);
  return {
    kind: 'teach',
    page,
    record,
    field: field.name,
    label: factHeading(language, field.name),
    fieldKind: kindOf(field),
    texts,
    bar: teachBar(texts, null),
    refusedBar: teachBar(texts, null, true),
    styles: `${hostStyles}\n${tokenStyles}\n${teachStyles}`,
  };
}

function kindOf({ layouts }: PageField): FieldKind {
  return layouts[0]?.kind ?? 'text';
}

function teachTexts(field: FactName, language: Language): TeachTexts {
  const asked = factAsked(language, field);
  return Object.fromEntries(
    teachTextNames.map((name) => [name, interfaceText(language, name, { field: asked })]),
  ) as TeachTexts;
}

/** What was pointed at, as a page's script sends it. */
export interface PointedAt {
  readonly page: string;
  /** BCP 47 */
  readonly language: string;
  readonly field: string;
  readonly locator?: unknown;
}

/** What the element that was pointed at says, in the seller's language, or why it cannot be kept. */
export async function previewTaught(
  asked: PointedAt & { readonly written: PageReading },
  sender: ConsoleSender,
  now: Date,
): Promise<TeachPreview> {
  const language = languageOf(await decisions());
  const read = readFrom(asked, sender, now);
  if ('refused' in read) return notKeepable(language, refusalTexts[read.refused]);
  const { field, locator } = read.taught;
  const page = await tabPage(sender.tab);
  const currency = page?.store.known ? page.store.currency : null;
  const writing = page ? writingOf(page.store, asked.language) : { locale: asked.language, currency };
  const reading = understand(asked.written, writing);
  const found = foundBy(locator, language);
  if (reading.state === 'read') {
    const shown = shownFact(language, field, reading.value, reading.currency ?? currency ?? 'USD');
    const sentence = shown
      ? interfaceText(language, 'teachReads', { value: shown })
      : interfaceText(language, 'teachEmpty');
    return { keepable: true, shown, sentence, found, bar: teachBar(teachTexts(field, language), { sentence, found }) };
  }
  const reason = reading.state === 'absent' ? 'not-found' : reading.reason;
  if (reason === 'ambiguous') return { ...notKeepable(language, 'teachDiffers'), found };
  if (reason === 'not-hydrated') return { ...notKeepable(language, 'teachNotLoaded'), found };
  const [place] = fieldNamed(asked.page, field);
  const kind = interfaceText(language, kindTexts[place ? kindOf(place) : 'text']);
  return { ...notKeepable(language, 'teachNotRead', { kind }), found };
}

function notKeepable(
  language: Language,
  text: InterfaceText,
  values: Readonly<Record<string, string>> = {},
): TeachPreview {
  return { keepable: false, shown: '', sentence: interfaceText(language, text, values), found: '', bar: [] };
}

/** Keeps where a field is, as the seller showed it. */
export async function keepPointedAt(asked: PointedAt, sender: ConsoleSender, now: Date): Promise<Done> {
  const read = readFrom(asked, sender, now);
  if ('taught' in read) return keepTaught([read.taught]);
  return { done: false, sentence: interfaceText(languageOf(await decisions()), refusalTexts[read.refused]) };
}

/** A page teaches for its own marketplace only. */
function readFrom(asked: PointedAt, { marketplace }: ConsoleSender, now: Date): ReadTaught {
  if (marketplaceOf(asked.page) !== marketplace) return { refused: 'unknown-page' };
  const day = ownDay(now);
  const { page: kind, language, field, locator } = asked;
  return readTaught({ page: kind, language, field: isFactName(field) ? field : '', locator }, day);
}

const refusalTexts: { readonly [Reason in Extract<ReadTaught, { refused: unknown }>['refused']]: InterfaceText } = {
  locator: 'teachRefusedLocator',
  language: 'teachRefusedLanguage',
  'unknown-marketplace': 'teachRefusedField',
  'unknown-page': 'teachRefusedField',
  'unknown-field': 'teachRefusedField',
  'not-teachable': 'teachRefusedList',
  'wrong-place': 'teachRefusedPlace',
};

const kindTexts: { readonly [Kind in FieldKind]: InterfaceText } = {
  money: 'kindMoney',
  percent: 'kindPercent',
  decimal: 'kindDecimal',
  count: 'kindCount',
  day: 'kindDay',
  moment: 'kindMoment',
  text: 'kindText',
  texts: 'kindText',
  word: 'kindWord',
  flag: 'kindFlag',
  asin: 'kindAsin',
};
