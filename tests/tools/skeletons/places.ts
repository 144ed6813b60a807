/** Where skeletons go, relative to the project. A folder or file that moves is changed here alone. */
export const languages = ['en', 'zh-CN'] as const;

const CONSOLES = 'entrypoints/console.content';
const BACKGROUND = 'entrypoints/background';

export const places = {
  ruleFolder: (marketplace: string) => `rules/${marketplace}`,
  policy: (id: string) => `rules/policies/${id}.json`,
  outcomes: 'rules/outcome.ts',
  readPolicy: 'rules/policy.ts',
  defineRule: 'rules/rule.ts',
  facts: 'rules/facts.ts',

  texts: (language: string) => `assets/locales/${language}`,

  consoleFolder: (marketplace: string) => `${CONSOLES}/${marketplace}`,
  reader: `${CONSOLES}/reading/reader.ts`,
  words: `${CONSOLES}/reading/text.ts`,
  pageKinds: `${BACKGROUND}/page-kinds.ts`,
  pageNames: `${BACKGROUND}/present/pages.ts`,

  testPages: (marketplace: string) => `tests/consoles/${marketplace}`,
} as const;
