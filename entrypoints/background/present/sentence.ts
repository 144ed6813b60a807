import type { Site } from '../../../rules/engine/sites.ts';
import type { Side } from '../../../rules/engine/typed-into.ts';
import { kindOf } from '../../../rules/engine/wire.ts';
import type { Language, RichText } from '../messages/words.ts';
import { ruleById } from '../page/rules-by-id.ts';
import { type Finding, ownFix } from '../rows/finding.ts';
import { enterable } from '../seller/entries.ts';
import { ownValues } from '../seller/settings-own-values.ts';
import {
  factAsked,
  factLabel,
  type InterfaceText,
  interfaceRichText,
  interfaceText,
  optionalRuleText,
  richText,
  ruleText,
  type Values,
} from './messages.ts';
import { siteName } from './store.ts';
import { list, together, written } from './values.ts';

/** Context of a sentence besides the finding itself. */
export interface Telling {
  readonly language: Language;
  readonly currency: string;
  readonly site: Site;
  /** BCP 47 language in which the console writes numbers; default: the seller's. */
  readonly style?: string;
  /** ASIN or SKU; null when the page names neither. */
  readonly name: string | null;
  /** Number of products concerned; default: one. */
  readonly products?: number;
}

/** The sentence of a finding. Never throws: a finding whose text fails still announces itself. */
export function sentence(finding: Finding, telling: Telling): RichText {
  try {
    const parts = finding.level === 'unknown' ? unknownSentence(finding, telling) : problemSentence(finding, telling);
    if (finding.level === 'unknown') return parts;
    const told = [...parts, ...amendments(finding, telling)];
    if ((telling.products ?? 1) === 1) return told;
    return [...told, ...interfaceRichText(telling.language, 'products', { count: telling.products ?? 1 })];
  } catch {
    return interfaceRichText(telling.language, 'notDescribed', { title: title(finding.rule, telling.language) });
  }
}

/** A rule's name, or its id if it has none. */
export function title(rule: string, language: Language): string {
  const text = optionalRuleText(language, rule, 'title');
  return text === null
    ? rule
    : richText(language, text, {})
        .map((part) => part.text)
        .join('');
}

function problemSentence(finding: Finding, telling: Telling): RichText {
  const { rule, message, values, item, amended = [] } = finding;
  const { language } = telling;
  const currency = currencyIn(finding, telling);
  const named: Record<string, string | number> = {};
  // The sentence states the rule's own number; the number that passes all rules follows it.
  for (const [name, value] of [...Object.entries(values), ...Object.entries(ownFix(finding))])
    named[name] = written(language, name, value, currency, telling.style);
  if (item !== null) named.itemNumber = item + 1;
  const listing = telling.name ?? interfaceText(language, 'thisListing');
  const all: Values = {
    asin: listing,
    sku: listing,
    ...named,
    ...ownValues(finding, language, currency, telling.style),
  };
  const overruled = new Set(amended.map(({ figure }) => String(named[figure])));
  return richText(language, ruleText(language, rule, message), all).map(({ text, strong }) =>
    strong && !overruled.has(text) ? { text, strong } : { text },
  );
}

function currencyIn({ rule }: Finding, telling: Telling): string {
  return ruleById(rule)?.currency ?? telling.currency;
}

const amendedTexts: Readonly<Record<Side, InterfaceText>> = {
  below: 'amendedBelow',
  above: 'amendedAbove',
  exact: 'amendedExact',
};

/** The number that passes the other checks of its field too, or that there is none. */
function amendments(finding: Finding, telling: Telling): RichText {
  const { language } = telling;
  const told = new Set<string>();
  return (finding.amended ?? []).flatMap(({ figure, field, side, by, passes }): RichText => {
    if (by.length === 0) return [];
    const titles = list(
      language,
      by.map((rule) => title(rule, language)),
    );
    const isText = kindOf(figure) === 'text';
    const name = isText ? (passes ? 'amendedText' : 'amendedNoText') : passes ? amendedTexts[side] : 'amendedNone';
    const value =
      passes && !isText
        ? written(language, figure, finding.fix[figure] ?? '', currencyIn(finding, telling), telling.style)
        : '';
    const key = JSON.stringify([name, field, titles, value]);
    if (told.has(key)) return [];
    told.add(key);
    return interfaceRichText(language, name, { titles, value, field: factLabel(language, field) });
  });
}

function unknownSentence(finding: Finding, telling: Telling): RichText {
  const { language } = telling;
  if (finding.message === 'limit-not-published')
    return interfaceRichText(language, 'limitNotPublished', {
      site: siteName(finding.rule.split('/')[0] ?? '', telling.site, language),
      title: title(finding.rule, language),
    });
  const facts = finding.unread.length > 0 ? finding.unread : finding.wanted;
  return interfaceRichText(language, unknownText(finding), {
    facts: together(
      language,
      facts.map((name) => factAsked(language, name)),
    ),
    count: facts.length,
    listing: listingName(telling),
  });
}

function listingName({ language, name, products = 1 }: Telling): string {
  const first = name ?? interfaceText(language, 'thisListing');
  return products === 1 ? first : interfaceText(language, 'listingAndMore', { listing: first, count: products - 1 });
}

function unknownText({ message, wanted }: Finding): InterfaceText {
  if (message === 'unreadable') return 'unreadable';
  if (message === 'range') return 'aRange';
  if (message === 'not-given') return 'notGiven';
  const scopes = wanted.map((name) => enterable(name)?.scope);
  if (scopes.includes(undefined)) return 'missingElsewhere';
  return scopes.every((scope) => scope === 'store') ? 'missingOfStore' : 'missing';
}
