import { IntlMessageFormat } from 'intl-messageformat';
import enFacts from '../../../assets/locales/en/facts.json' with { type: 'json' };
import enInterface from '../../../assets/locales/en/interface.json' with { type: 'json' };
import zhFacts from '../../../assets/locales/zh-CN/facts.json' with { type: 'json' };
import zhInterface from '../../../assets/locales/zh-CN/interface.json' with { type: 'json' };
import { marketplaceNames } from '../../../components/marketplace-texts.ts';
import { type Marketplace, marketplaces } from '../../../rules/engine/sites.ts';
import { isOwnRule } from '../../../rules/own/rules.ts';
import type { Language, RichText } from '../messages/words.ts';
import { literalMessage, ownCheckById } from '../seller/settings-own-checks.ts';

/** A rule's texts: `title`, `problem` or other sentences, `why`, and whatever else its file defines. */
export type RuleTexts = { readonly [key: string]: string };
export type InterfaceText = keyof typeof enInterface | Marketplace;
/** Whole numbers stay numbers, for plurals; everything else is already formatted. */
export type Values = { readonly [name: string]: string | number };

type FactTexts = {
  readonly labels: { readonly [name: string]: string };
  readonly words: { readonly [fact: string]: { readonly [word: string]: string } };
  readonly help: { readonly [fact: string]: string };
  readonly asked: { readonly [fact: string]: string };
};

const interfaceTexts: Record<Language, Record<InterfaceText, string>> = {
  en: { ...enInterface, ...marketplaceNames('en', marketplaces) },
  'zh-CN': { ...zhInterface, ...marketplaceNames('zh-CN', marketplaces) },
};
const factTexts: Record<Language, FactTexts> = { en: enFacts, 'zh-CN': zhFacts };
const ruleTexts: Record<Language, { readonly [rule: string]: RuleTexts }> = {
  en: merged(import.meta.glob('../../../assets/locales/en/rules.*.json', { eager: true, import: 'default' })),
  'zh-CN': merged(import.meta.glob('../../../assets/locales/zh-CN/rules.*.json', { eager: true, import: 'default' })),
};

function merged(files: Record<string, unknown>): { readonly [rule: string]: RuleTexts } {
  return Object.assign({}, ...Object.values(files));
}

const compiled = new Map<string, IntlMessageFormat>();

function compile(language: Language, message: string): IntlMessageFormat {
  const key = `${language} ${message}`;
  let found = compiled.get(key);
  if (!found) {
    found = new IntlMessageFormat(message, language);
    compiled.set(key, found);
  }
  return found;
}

/** A message as rich text; `<b>` marks what matters most. Values are never parsed as markup. */
export function richText(language: Language, message: string, values: Values): RichText {
  const parts = compile(language, message).format<{ strong: string }>({
    ...values,
    b: (chunks) => ({ strong: chunks.join('') }),
  });
  return (Array.isArray(parts) ? parts : [parts]).map((part) =>
    typeof part === 'object' ? { text: part.strong, strong: true as const } : { text: String(part) },
  );
}

/** A message as plain text. */
export function plainText(language: Language, message: string, values: Values = {}): string {
  return richText(language, message, values)
    .map(({ text }) => text)
    .join('');
}

/** One of the interface's own texts. */
export function interfaceText(language: Language, name: InterfaceText, values?: Values): string {
  return plainText(language, interfaceTexts[language][name], values);
}

/** One of the interface's own texts with its important part emphasised. */
export function interfaceRichText(language: Language, name: InterfaceText, values: Values): RichText {
  return richText(language, interfaceTexts[language][name], values);
}

/**
 * A rule's text.
 * @throws Error naming rule and key if there is none, which is a bug since the message files are ours.
 */
export function ruleText(language: Language, rule: string, key: string): string {
  const text = optionalRuleText(language, rule, key);
  if (text === null) throw new Error(`No text ${key} of ${rule} in ${language}`);
  return text;
}

/** An optional text of a rule. */
export function optionalRuleText(language: Language, rule: string, key: string): string | null {
  if (isOwnRule(rule)) return ownRuleText(language, rule, key);
  return ruleTexts[language][rule]?.[key] ?? null;
}

/** A seller's own check has the seller's title and reason; its sentence depends on its kind. */
function ownRuleText(language: Language, rule: string, key: string): string | null {
  const check = ownCheckById(rule)?.check;
  const general = ruleTexts[language]['own/texts'];
  if (key === 'title' && check) return literalMessage(check.title);
  if (key === 'why' && check?.note) return literalMessage(check.note);
  return (check && ruleTexts[language][`own/${check.kind}`]?.[key]) ?? general?.[key] ?? null;
}

/** Name of a fact or figure within a sentence. */
export function factLabel(language: Language, name: string): string {
  return factTexts[language].labels[name] ?? name;
}

/** What to ask for an unknown fact: "the Was Price", "whether it is a new product". */
export function factAsked(language: Language, name: string): string {
  const asked = factTexts[language].asked[name];
  if (asked !== undefined) return asked;
  return language === 'en' ? `the ${factLabel(language, name)}` : factLabel(language, name);
}

/** Name of a fact or figure at the start of a line. */
export function factHeading(language: Language, name: string): string {
  const label = factLabel(language, name);
  return label.charAt(0).toLocaleUpperCase(language) + label.slice(1);
}

/** A seller's term for a word of a closed set, such as a condition code; the word itself if there is none. */
export function factWord(language: Language, fact: string, word: string): string {
  return factTexts[language].words[fact]?.[word] ?? word;
}

/** Where the seller finds the value of a fact. */
export function factHelp(language: Language, fact: string): string | null {
  return factTexts[language].help[fact] ?? null;
}
