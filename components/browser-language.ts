import type { Language } from '../entrypoints/background/messages/words.ts';

/** Language to start in, until the worker reports the seller's choice. */
export function browserLanguage(preferred: readonly string[]): Language {
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag)) ?? 'en';
  return first.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
