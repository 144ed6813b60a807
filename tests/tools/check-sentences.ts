import { IntlMessageFormat } from 'intl-messageformat';
import { runnerImport } from 'vite';
import enFacts from '../../assets/locales/en/facts.json' with { type: 'json' };
import enBulk from '../../assets/locales/en/workspace.bulk.json' with { type: 'json' };
import zhFacts from '../../assets/locales/zh-CN/facts.json' with { type: 'json' };
import zhBulk from '../../assets/locales/zh-CN/workspace.bulk.json' with { type: 'json' };
import type { columnOf } from '../../entrypoints/background/understanding/headings.ts';
import { asideSentence, failureSentence } from '../../entrypoints/workspace/bulk/bulk-texts.ts';
import type { BulkScope } from '../../entrypoints/workspace/files/checking/context.ts';
import type * as Present from '../../entrypoints/workspace/files/checking/present.ts';
import type { Problem } from '../../entrypoints/workspace/files/checking/problem.ts';
import type { BulkFailure } from '../../entrypoints/workspace/files/checking/worker-messages.ts';
import type { Texts } from '../../entrypoints/workspace/shell/texts.ts';
import type { FactName } from '../../rules/engine/facts.ts';

export type CheckLanguage = 'en' | 'zh-CN';

/** Bulk check's own words for what was found. */
export interface Wording {
  sentence(problem: Problem): string;
  /** What a fact is called. */
  fact(name: FactName): string;
}

const root = `${import.meta.dirname}/../..`;
let present: ReturnType<typeof runnerImport<typeof Present>> | null = null;

/**
 * Loads Bulk check's sentences. They collect their texts with Vite's `import.meta.glob`, so Vite loads them here too;
 * that takes about a second, which formats without sentences save.
 */
export async function loadWording(scope: BulkScope, language: CheckLanguage): Promise<Wording> {
  present ??= runnerImport<typeof Present>(`${root}/entrypoints/workspace/files/checking/present.ts`, {
    configFile: false,
    root,
    logLevel: 'error',
  });
  const { module } = await present;
  const labels: { readonly [name: string]: string } = (language === 'en' ? enFacts : zhFacts).labels;
  return {
    sentence(problem) {
      const parts = module.problemText(problem, language, scope);
      return parts.map(({ text }) => text).join('');
    },
    fact: (name) => labels[name] ?? name,
  };
}

/** A sentence of Bulk check's view. */
function viewText(
  language: CheckLanguage,
  name: keyof typeof enBulk,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = (language === 'en' ? enBulk : zhBulk)[name];
  return String(new IntlMessageFormat(text, language).format(values));
}

const viewTexts = (language: CheckLanguage): Pick<Texts, 'say' | 'language' | 'list'> => ({
  language,
  say: (name, values) => viewText(language, name as keyof typeof enBulk, values as Record<string, string>),
  list: (items) => items.join(language === 'en' ? ', ' : '、'),
});

/** Why a file cannot be checked, in the view's words. */
export function refusalSentence(failure: BulkFailure, language: CheckLanguage): string {
  return failureSentence(failure, viewTexts(language));
}

/** Which rows above the first listing are not checked, in the view's words. */
export function asideText(file: Parameters<typeof asideSentence>[0], language: CheckLanguage): string {
  return asideSentence(file, viewTexts(language));
}

/** Why a column is not checked. */
export function leftOutSentence(heading: string, column: ReturnType<typeof columnOf>): string {
  if (column.holds === 'either')
    return `Column "${heading}" is left out: it may be ${column.facts.join(' or ')}. Name it so.`;
  if (column.holds === 'fact')
    return `Column "${heading}" is left out: another column is ${column.fact} already, or it is in another currency.`;
  return `Column "${heading}" is not known and left out.`;
}
