import type { Rule } from '../../engine/rule.ts';
import bulletBannedCharacter from './bullet-banned-character.ts';
import bulletBannedPhrase from './bullet-banned-phrase.ts';
import bulletCount from './bullet-count.ts';
import bulletEnding from './bullet-ending.ts';
import bulletLength from './bullet-length.ts';
import bulletStyle from './bullet-style.ts';
import bulletTotalLength from './bullet-total-length.ts';
import descriptionLength from './description-length.ts';
import descriptionMarkup from './description-markup.ts';
import gtinExemptionWait from './gtin-exemption-wait.ts';
import gtinFormat from './gtin-format.ts';
import itemHighlightsLength from './item-highlights-length.ts';
import itemHighlightsNeedShortTitle from './item-highlights-need-short-title.ts';
import searchTermsBytes from './search-terms-bytes.ts';
import searchTermsProhibited from './search-terms-prohibited.ts';
import titleBannedCharacter from './title-banned-character.ts';
import titleDecorativeCharacter from './title-decorative-character.ts';
import titleLength from './title-length.ts';
import titleNearLimit from './title-near-limit.ts';
import titlePromotionalPhrase from './title-promotional-phrase.ts';
import titleStyle from './title-style.ts';
import titleWordRepetition from './title-word-repetition.ts';
import variationTitle from './variation-title.ts';

/** Rules on texts and the product identifier, in the order in which they are worth fixing when several hold for one field. */
export const contentRules: readonly Rule[] = [
  gtinFormat,
  gtinExemptionWait,
  titleLength,
  itemHighlightsNeedShortTitle,
  itemHighlightsLength,
  titleBannedCharacter,
  titlePromotionalPhrase,
  titleWordRepetition,
  titleDecorativeCharacter,
  titleNearLimit,
  titleStyle,
  variationTitle,
  bulletBannedPhrase,
  bulletBannedCharacter,
  bulletLength,
  bulletTotalLength,
  bulletCount,
  bulletStyle,
  bulletEnding,
  searchTermsBytes,
  searchTermsProhibited,
  descriptionLength,
  descriptionMarkup,
];
