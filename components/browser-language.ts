import type { Language } from '../entrypoints/background/messages/words.ts';

/** The language to start in, until the background has told the seller's own choice. */
export function browserLanguage(preferred: readonly string[]): Language {
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag)) ?? 'en';
  return first.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
