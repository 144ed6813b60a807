import { labelKey, type Words } from '../../console.content/reading/text.ts';

/** A guide's data with the words of one page language and English only, as label keys. */
export function inLanguage<Data>(data: Data, language: string): Data {
  if (Array.isArray(data)) return data.map((item) => inLanguage(item, language)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  if (isWords(data)) return { '': wordKeys(data, language) } as Data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, inLanguage(value, language)])) as Data;
}

const TAG = /^[a-z]{2}(-[A-Z]{2})?$/;

function isWords(data: object): data is Words {
  return Object.entries(data).every(([tag, words]) => TAG.test(tag) && Array.isArray(words));
}

function wordKeys(words: Words, language: string): string[] {
  const tags = Object.keys(words).filter((tag) => isSpoken(tag, language));
  return [...new Set(tags.flatMap((tag) => words[tag] ?? []).map(labelKey))];
}

function isSpoken(tag: string, language: string): boolean {
  const primary = language.split('-', 1)[0]?.toLowerCase();
  return tag === 'en' || tag === primary || tag.toLowerCase() === language.toLowerCase() || isHan(tag, language);
}

/** `zh`, `zh-CN`, `zh-SG` and `zh-Hans-…` are the one simplified interface; `zh-TW` and `zh-HK` are not. */
function isHan(tag: string, language: string): boolean {
  return tag === 'zh-CN' && /^zh(?!-(TW|HK|MO|Hant))/i.test(language);
}
