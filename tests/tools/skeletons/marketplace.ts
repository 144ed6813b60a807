import { marketplaces } from '../../../rules/engine/sites.ts';
import { constantName, type Draft, fileName, importPath, Refusal, withImport, withLine } from './draft.ts';
import { beginPage, pageKind, pageName } from './page.ts';
import { languages, places } from './places.ts';
import { beginRule } from './rule.ts';
import { toFillIn } from './to-fill-in.ts';

interface Options {
  readonly page?: string | undefined;
  readonly rule?: string | undefined;
}

/** What nearly every marketplace has: a form for a product, and bounds of its price. */
const FIRST_PAGE = 'product-edit';
const FIRST_RULE = 'price/price-range';

/** They stand before the slash in names of pages that are no console's. */
const kindsOfFiles = ['file', 'report'];

/** Stands for the sites, until they are written. */
const SITE = 'US';

/** `npm run new -- marketplace harbor`: what is known of it, one rule, its console with one page, and every text. */
export function addMarketplace(draft: Draft, name: string, options: Options = {}): void {
  refuseTaken(draft, name);
  const page = fileName(options.page ?? FIRST_PAGE, 'page');
  const [family, rule] = familyAndRule(options.rule ?? FIRST_RULE);
  draft.add(places.marketplace(name), definitionFile(places.marketplace(name), name));
  draft.change(places.marketplaceList, (text) =>
    withImport(text, `import { ${name} } from './${name}.ts';`).replace(/\] as const;/, `, ${name}$&`),
  );
  addRules(draft, name, family, rule);
  addConsole(draft, name, page);
  for (const language of languages)
    draft.add(`${places.texts(language)}/marketplace.${name}.json`, texts(name, page, language));
  draft.add(`${places.testPages(name)}/README.md`, readme(page));
}

function refuseTaken(draft: Draft, name: string): void {
  if (!/^[a-z][a-z0-9]*$/.test(name))
    throw new Refusal(`"${name}" is no name of a marketplace: one word of small letters and digits.`);
  if ((marketplaces as readonly string[]).includes(name))
    throw new Refusal(`There is a marketplace "${name}" already.`);
  if (kindsOfFiles.includes(name) || draft.has(places.ruleFolder(name)))
    throw new Refusal(`"${name}" is the name of something else already. Find another one.`);
}

function familyAndRule(id: string): readonly [string, string] {
  const [family = '', rule = '', ...more] = id.split('/');
  if (rule === '' || more.length > 0) throw new Refusal(`"${id}" has not the form <family>/<rule>.`);
  return [fileName(family, 'family'), fileName(rule, 'rule')];
}

function addRules(draft: Draft, name: string, family: string, rule: string): void {
  const folder = places.ruleFolder(name);
  const constant = constantName(family);
  beginRule(draft, {
    ...{ marketplace: name, family, name: rule, site: SITE, price: 'price', topic: 'offer' },
  });
  draft.add(
    `${places.familyFolder(name, family)}/index.ts`,
    `import type { Rule } from '../../engine/rule.ts';
import ${constantName(rule)} from './${rule}.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const ${constant}Rules: readonly Rule[] = [${constantName(rule)}];
`,
  );
  draft.add(
    `${folder}/index.ts`,
    `import type { Rule } from '../engine/rule.ts';
import { ${constant}Rules } from './${family}/index.ts';

/** Its rules in the order in which they are worth fixing when several hold for one field. */
export const ${name}Rules: readonly Rule[] = [...${constant}Rules];
`,
  );
  draft.add(`${folder}/sale.ts`, saleFile(`${folder}/sale.ts`, name));
  const imports = [
    `import { ${name}Rules } from './${name}/index.ts';`,
    `import { ${name}Sale } from './${name}/sale.ts';`,
  ].join('\n');
  draft.change(places.ruleList, (text) =>
    withLine(withImport(text, imports), 'books', `${name}: { rules: ${name}Rules, sale: ${name}Sale },`),
  );
}

function addConsole(draft: Draft, name: string, page: string): void {
  const folder = places.consoleFolder(name);
  const host = `seller.${name}.example`;
  draft.add(`${folder}/store.ts`, storeFile(`${folder}/store.ts`, name, host));
  draft.add(
    `${folder}/labels.ts`,
    `import type { Words } from '${importPath(`${folder}/labels.ts`, places.words)}';\n`,
  );
  beginPage(draft, name, page, host);
  draft.add(
    `${folder}/readers.ts`,
    `import type { Reader } from '../reader.ts';
import { ${constantName(page)} } from './${page}.ts';

export const ${name}Readers: readonly Reader[] = [${constantName(page)}];
`,
  );
  draft.add(
    `${folder}/pages.ts`,
    `import type { ConsolePages } from '../page-kind.ts';

/** What is judged on the pages of the console. */
export const ${name}Pages: ConsolePages = {
  // ${toFillIn('the page on which nearly everything of a listing can be changed')}
  editor: '${name}/${page}',
  kinds: {
    ${pageKind(`${name}/${page}`)}
  },
};
`,
  );
  draft.add(
    `${folder}/unread-pages.ts`,
    `import type { UnreadPageName } from '../console.ts';

/** Pages of the console that no reader knows. */
export const ${name}UnreadPages: readonly UnreadPageName[] = [
  // ${toFillIn("the pages that sellers open most, each as [/^\\/orders/, inBoth('Orders', '订单')], in the console's own words")}
];
`,
  );
  draft.add(`${folder}/console.ts`, consoleFile(name, page));
  for (const [list, table, constant, file] of [
    [places.consoleList, 'consoles', `${name}Console`, 'console'],
    [places.pageKindList, 'consolePages', `${name}Pages`, 'pages'],
  ] as const) {
    const statement = `import { ${constant} } from '${importPath(list, `${folder}/${file}.ts`)}';`;
    draft.change(list, (text) => withLine(withImport(text, statement), table, `${name}: ${constant},`));
  }
}

function definitionFile(path: string, name: string): string {
  return `import { defineMarketplace } from '${importPath(path, places.defineMarketplace)}';

/** ${toFillIn('what a site is there, and where sites, currencies and time zones are documented; what is inferred says so')} */
export const ${name} = defineMarketplace({
  name: '${name}',
  // ${toFillIn('the letters that stand for it where there is no room, unlike those of the others')}
  mark: '${name.slice(0, 1).toUpperCase()}',
  // ${toFillIn('every site by the code that its sellers use; where shops choose their currency, null and the choice below')}
  sites: {
    ${SITE}: { currency: 'USD', timeZone: 'America/Los_Angeles' },
  },
  shopCurrencies: [],
  // ${toFillIn('how numbers are written: in the console, and by sellers whose site does not say')}
  numbers: { inConsole: 'as-page', otherwise: 'en-US' },
  // ${toFillIn('who pays the price that is entered, the fact by which a listing is known, and the rest as the types explain it')}
  priceIsPaidBy: 'buyer',
  headlinePrice: 'price',
  ownCode: null,
  hasWasPrice: false,
  hasOrderReports: false,
  // ${toFillIn("the facts that a seller's own table can hold, and those that can be tried on a listing")}
  columns: {
    naming: ['sku'],
    kept: ['unitCost', 'price', 'title'],
    checked: ['description'],
    headings: { title: ['product name'] },
  },
  tryable: ['price'],
});
`;
}

function saleFile(path: string, name: string): string {
  return `import type { Sale } from '${importPath(path, places.sale)}';

/** ${toFillIn('what a sale costs: each fee with its policy, or the facts that are missing; while nothing is known, no fee')} */
export const ${name}Sale: Sale = ({ price }, { digits }) => ({
  price: price?.toFixed(digits) ?? null,
  fees: [],
  open: [],
});
`;
}

function storeFile(path: string, name: string, host: string): string {
  return `import { sitesOf } from '${importPath(path, places.sites)}';
import type { StoreMark } from '${importPath(path, places.storeMark)}';
import type { StoreGuide } from '${importPath(path, places.storeGuide)}';

/** ${toFillIn('every host of the console with the site it stands for, null where it stands for several, and where they are documented')} */
export const ${name}Hosts: { readonly [host: string]: string | null } = {
  '${host}': '${SITE}',
};

/** ${toFillIn('where the console says which store it shows: selectors, the parameters of its address, its storage')} */
export const ${name}Store: StoreGuide = {
  sellerName: [],
  country: [],
  sellerId: { parameter: '' },
  siteParameters: [],
  localeParameter: '',
};

/** The site that a mark on a page names, or null when it names none. */
export function ${name}Site({ text }: StoreMark, _language: string): string | null {
  // ${toFillIn('how the console names its sites, where that is not by their codes; what a header says comes in small letters')}
  const site = text.toUpperCase();
  return sitesOf.${name}.includes(site) ? site : null;
}

/** A seller's id, or null for what is none. */
export function ${name}SellerId(text: string | null): string | null {
  // ${toFillIn('what an id looks like')}
  return text !== null && /^\\d{6,20}$/.test(text) ? text : null;
}
`;
}

function consoleFile(name: string, page: string): string {
  return `import { defineConsole } from '../console.ts';
import { ${name}Readers } from './readers.ts';
import { ${name}Hosts, ${name}SellerId, ${name}Site, ${name}Store } from './store.ts';
import { ${name}UnreadPages } from './unread-pages.ts';

export const ${name}Console = defineConsole({
  hosts: ${name}Hosts,
  store: ${name}Store,
  readers: ${name}Readers,
  unreadPages: ${name}UnreadPages,
  site: ${name}Site,
  sellerId: ${name}SellerId,
  // ${toFillIn('a made-up product for the welcome page, in which a rule finds something')}
  sample: {
    site: '${SITE}',
    currency: 'USD',
    page: '${name}/${page}',
    filled: { price: '20.00' },
    known: {},
  },
});
`;
}

function texts(name: string, page: string, language: string): string {
  const text = (what: string) => toFillIn(`${what}, in ${language}`);
  const own = {
    name: text('its name'),
    console: text('what its console is called'),
    pagesInPopup: text('the pages on which something is checked, few of them'),
    pagesInWorkspace: text('the pages that show what the workspace keeps'),
    pages: { [`${name}/${page}`]: pageName(language) },
  };
  return `${JSON.stringify(own, null, 2)}\n`;
}

function readme(page: string): string {
  return `# ${toFillIn("the console's name, and behind it: test pages")}

Synthetic pages without a real listing, shop or person. Each is self-contained. The format of the expected reading is that of
the pages of [Amazon](../amazon/README.md).

| folder | files | certainty |
|---|---|---|
| \`${page}/\` | \`en-us\` | ${toFillIn('A seen in three or more sources, B in one or two, C inferred; and which sources')} |
`;
}
