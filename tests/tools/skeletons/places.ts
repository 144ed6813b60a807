/** Where skeletons go, relative to the project. A folder or file that moves is changed here alone. */
export const languages = ['en', 'zh-CN'] as const;

const BACKGROUND = 'entrypoints/background';

export const places = {
  ruleFolder: (marketplace: string) => `rules/${marketplace}`,
  familyFolder: (marketplace: string, family: string) => `rules/${marketplace}/${family}`,
  marketplace: (name: string) => `rules/marketplaces/${name}.ts`,
  marketplaceList: 'rules/marketplaces/index.ts',
  ruleList: 'rules/index.ts',
  policy: (id: string) => `rules/policies/${id}.json`,
  outcomes: 'rules/engine/outcome.ts',
  readPolicy: 'rules/engine/policy.ts',
  defineRule: 'rules/engine/rule.ts',
  facts: 'rules/engine/facts.ts',
  defineMarketplace: 'rules/engine/marketplace.ts',
  sites: 'rules/engine/sites.ts',
  sale: 'rules/fees/margin.ts',

  texts: (language: string) => `assets/locales/${language}`,
  ruleTexts: (language: string, marketplace: string, family: string) =>
    `assets/locales/${language}/rules.${marketplace}-${family}.json`,

  consoleFolder: (marketplace: string) => `${BACKGROUND}/consoles/${marketplace}`,
  consoleList: `${BACKGROUND}/consoles/guides.ts`,
  pageKindList: `${BACKGROUND}/page/page-kinds.ts`,
  storeGuide: `${BACKGROUND}/consoles/guide.ts`,
  reader: `${BACKGROUND}/consoles/reader.ts`,
  words: `entrypoints/console.content/reading/text.ts`,
  storeMark: 'entrypoints/console.content/reading/reading.ts',

  testPages: (marketplace: string) => `tests/consoles/${marketplace}`,
} as const;
