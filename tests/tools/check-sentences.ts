import { runnerImport } from 'vite';
import en from '../../assets/locales/en/facts.json' with { type: 'json' };
import zh from '../../assets/locales/zh-CN/facts.json' with { type: 'json' };
import type * as Sentences from '../../entrypoints/background/present/sentence.ts';
import type * as Findings from '../../entrypoints/background/rows/finding.ts';
import type { FactName } from '../../rules/engine/facts.ts';
import type { Found } from './check-judging.ts';

export interface Telling {
  readonly language: 'en' | 'zh-CN';
  readonly site: string;
  readonly currency: string;
  readonly day: string;
}

/** The extension's own words for what was found. */
export interface Wording {
  sentence(found: Found, name: string | null): string;
  /** What a fact is called. */
  fact(name: FactName): string;
}

/**
 * Loads the extension's sentences. They collect their texts with Vite's `import.meta.glob`, so Vite loads them here too;
 * that takes about a second, which formats without sentences save.
 */
export async function loadWording({ language, site, currency, day }: Telling): Promise<Wording> {
  const root = `${import.meta.dirname}/../..`;
  const { module } = await runnerImport<typeof Sentences>(`${root}/entrypoints/background/present/sentence.ts`, {
    configFile: false,
    root,
    logLevel: 'error',
  });
  const labels: { readonly [name: string]: string } = (language === 'en' ? en : zh).labels;
  return {
    sentence(found, name) {
      const parts = module.sentence(asFinding(found, day), { language, currency, site, name });
      return parts.map(({ text }) => text).join('');
    },
    fact: (name) => labels[name] ?? name,
  };
}

/** The part of a finding that its sentence is made of; there is no page, and nothing is stored. */
function asFinding({ rule, severity, message, values, fix, item }: Found, day: string): Findings.Finding {
  return {
    ...{ rule, severity, message, values, fix, day, item: item ?? null, level: severity },
    ...{ topic: 'offer', wanted: [], unread: [], marks: [], origins: {}, quiet: false },
  };
}
