import { type OverlayTexts, overlayTextNames } from '../messages/shown.ts';
import type { Language } from '../messages/words.ts';
import { interfaceText } from './messages.ts';

const made: Partial<Record<Language, OverlayTexts>> = {};

/** Every fixed text of the overlay. */
export function overlayTexts(language: Language): OverlayTexts {
  made[language] ??= Object.fromEntries(
    overlayTextNames.map((name) => [name, interfaceText(language, name)]),
  ) as OverlayTexts;
  return made[language];
}
