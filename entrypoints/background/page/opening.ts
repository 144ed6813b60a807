import buttonStyles from '../../../assets/styles/buttons.css?inline';
import cardStyles from '../../../assets/styles/card.css?inline';
import componentStyles from '../../../assets/styles/components.css?inline';
import hostStyles from '../../../assets/styles/host.css?inline';
import noteStyles from '../../../assets/styles/note.css?inline';
import overlayStyles from '../../../assets/styles/overlay.css?inline';
import openedStyles from '../../../assets/styles/overlay-open.css?inline';
import tokenStyles from '../../../assets/styles/tokens.css?inline';
import { guideTo, languageAt } from '../consoles/guides.ts';
import { withTaught } from '../consoles/taught.ts';
import type { ConsoleSender } from '../messages/senders.ts';
import type { Appearance, Opening } from '../messages/shown.ts';
import type { Language } from '../messages/words.ts';
import { levelNames } from '../present/finding.ts';
import { overlayTexts } from '../present/overlay-texts.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { taughtFor } from '../teaching/taught-fields.ts';
import { fitsIn } from '../teaching/taught-locators.ts';

/**
 * How to read the page at a path of the sender's host, and how the overlay looks on it. Null if no reader supports it.
 */
export async function opening(path: string, pageLanguage: string, sender: ConsoleSender): Promise<Opening | null> {
  const address = new URL(path, sender.address);
  const guide = guideTo(address, pageLanguage);
  if (!guide) return null;
  const decided = await decisions();
  const taught = guide.readers.flatMap(({ id }) =>
    taughtFor(decided.taught ?? [], id, languageAt(address, pageLanguage)),
  );
  return { guide: withTaught(guide, taught, fitsIn), appearance: appearance(languageOf(decided)) };
}

function appearance(language: Language): Appearance {
  return {
    language,
    texts: overlayTexts(language),
    levelNames: levelNames(language),
    styles: `${hostStyles}\n${tokenStyles}\n${componentStyles}\n${noteStyles}\n${overlayStyles}`,
    laterStyles: `${buttonStyles}\n${cardStyles}\n${openedStyles}`,
  };
}
