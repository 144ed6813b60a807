/** Amazon's own words of the condition attribute, which are its words in templates and in its console. */
const NEW = 'new_new';
const LIKE_NEW = 'used_like_new';
const VERY_GOOD = 'used_very_good';
const GOOD = 'used_good';
const ACCEPTABLE = 'used_acceptable';

/**
 * Codes of `item-condition` and of `product-id-type`'s neighbour in upload files, as several public programs read them.
 * Of 9 nothing certain is known.
 */
const codes: Readonly<Record<string, string>> = {
  '1': LIKE_NEW,
  '2': VERY_GOOD,
  '3': GOOD,
  '4': ACCEPTABLE,
  '5': 'collectible_like_new',
  '6': 'collectible_very_good',
  '7': 'collectible_good',
  '8': 'collectible_acceptable',
  '10': 'refurbished_refurbished',
  '11': NEW,
};

/** Words that mean one thing wherever they stand, beside Amazon's own: `NewItem` of inventory files, and Chinese. */
const words: Readonly<Record<string, string>> = {
  new: NEW,
  newitem: NEW,
  newnew: NEW,
  refurbished: 'refurbished_refurbished',
  全新: NEW,
  club: 'club_club',
};

/**
 * Words of one language, which are no words anywhere else: "Neu" in a file for the US is not understood. German as the
 * German site and public lists of its conditions have it, Japanese as public lists of the attribute's values have it.
 */
const wordsIn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    neu: NEW,
    'gebraucht wie neu': LIKE_NEW,
    'gebraucht sehr gut': VERY_GOOD,
    'gebraucht gut': GOOD,
    'gebraucht akzeptabel': ACCEPTABLE,
  },
  ja: {
    新品: NEW,
    再生品: 'refurbished_refurbished',
    '中古 ほぼ新品': LIKE_NEW,
    '中古 非常に良い': VERY_GOOD,
    '中古 良い': GOOD,
    '中古 可': ACCEPTABLE,
  },
};

/** `used_like_new`, `UsedLikeNew`, "Used; Like New", "used - like new": a group and a grade of it. */
const GRADED = /^(new|used|refurbished|collectible|club)(.*)$/u;
const GRADES: ReadonlySet<string> = new Set([
  'new',
  'likenew',
  'verygood',
  'good',
  'acceptable',
  'openbox',
  'oem',
  'refurbished',
  'club',
]);
const gradeNames: Readonly<Record<string, string>> = {
  likenew: 'like_new',
  verygood: 'very_good',
  openbox: 'open_box',
};

/**
 * The condition that a cell names, in Amazon's own word; undefined for a word that is not known.
 * @param language of the file or its site, BCP 47; null where it may be any
 */
export function conditionIn(cell: string, language: string | null): string | undefined {
  const text = cell.normalize('NFKC').trim().toLowerCase();
  if (Object.hasOwn(codes, text)) return codes[text];
  const plain = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const joined = plain.replaceAll(' ', '');
  if (Object.hasOwn(words, joined)) return words[joined];
  const own = wordsIn[language?.split('-', 1)[0] ?? ''] ?? {};
  if (Object.hasOwn(own, plain)) return own[plain];
  const [, group = '', grade = ''] = GRADED.exec(joined) ?? [];
  if (group === 'used' && grade === '') return 'used';
  return group !== '' && GRADES.has(grade) ? `${group}_${gradeNames[grade] ?? grade}` : undefined;
}
