/** Where skeletons go, relative to the project. A folder or file that moves is changed here alone. */
export const languages = ['en', 'zh-CN'] as const;

const BACKGROUND = 'entrypoints/background';

export const places = {
  ruleFolder: (marketplace: string) => `rules/${marketplace}`,
  familyFolder: (marketplace: string, family: string) => `rules/${marketplace}/${family}`,
  policy: (id: string) => `rules/policies/${id}.json`,
  outcomes: 'rules/engine/outcome.ts',
  readPolicy: 'rules/engine/policy.ts',
  defineRule: 'rules/engine/rule.ts',
  facts: 'rules/engine/facts.ts',

  texts: (language: string) => `assets/locales/${language}`,
  ruleTexts: (language: string, marketplace: string, family: string) =>
    `assets/locales/${language}/rules.${marketplace}-${family}.json`,

  consoleFolder: (marketplace: string) => `${BACKGROUND}/consoles/${marketplace}`,
  reader: `${BACKGROUND}/consoles/reader.ts`,
  words: `entrypoints/console.content/reading/text.ts`,

  testPages: (marketplace: string) => `tests/consoles/${marketplace}`,
} as const;
