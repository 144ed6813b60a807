import { consoles } from '../../../entrypoints/background/consoles/guides.ts';
import { constantName, type Draft, fileName, importPath, parts, withImport, withMember } from './draft.ts';
import { wordsOf } from './field.ts';
import { languages, places } from './places.ts';
import { toFillIn } from './to-fill-in.ts';

/** `npm run new -- page temu/returns`: its reader, what is judged there, its name, and a test page. */
export function addPage(draft: Draft, id: string): void {
  const [marketplace, given = ''] = parts(id, '<marketplace>/<page>');
  const page = fileName(given, 'page');
  const constant = constantName(page);
  const folder = places.consoleFolder(marketplace);
  const [host = ''] = Object.keys(consoles[marketplace].hosts);
  beginPage(draft, marketplace, page, host);
  draft.change(`${folder}/readers.ts`, (readers) =>
    withImport(readers, `import { ${constant} } from './${page}.ts';`).replace(
      /(: readonly Reader\[\] = \[[^\]]*?),?\s*\];/,
      (_, list: string) => `${list},\n  ${constant},\n];`,
    ),
  );
  draft.change(`${folder}/pages.ts`, (pages) => withKind(pages, pageKind(id)));
  for (const language of languages)
    draft.change(`${places.texts(language)}/marketplace.${marketplace}.json`, (texts) =>
      withMember(texts, 'pages', id, pageName(language)),
    );
}

/** A page's reader, the words of its heading, and a test page. Nothing lists the reader yet. */
export function beginPage(draft: Draft, marketplace: string, page: string, host: string): void {
  const id = `${marketplace}/${page}`;
  const constant = constantName(page);
  const heading = `${constant}Heading`;
  const folder = places.consoleFolder(marketplace);
  draft.add(`${folder}/${page}.ts`, readerFile(`${folder}/${page}.ts`, id, page, constant, heading));
  draft.change(`${folder}/labels.ts`, (labels) => `${labels}${wordsOf(heading, 'page, as its heading has it')}`);
  const test = `${places.testPages(marketplace)}/${page}/en-us`;
  draft.add(`${test}.html`, testPage());
  draft.add(`${test}.expected.json`, expected(`https://${host}/${page}`, id));
}

/** What is judged on a page. */
export function pageKind(id: string): string {
  return `'${id}': { topics: [] }, // ${toFillIn('what is judged there, and how')}`;
}

export function pageName(language: string): string {
  return toFillIn(`what sellers call the page, in ${language}`);
}

function readerFile(path: string, id: string, page: string, constant: string, heading: string): string {
  return `import { defineReader, type Fields } from '${importPath(path, places.reader)}';
import * as labels from './labels.ts';

// ${toFillIn('every field, each begun by npm run new -- field')} ${id}/<fact>
const fields: Fields = {};

/** ${toFillIn('what the page is for, with its name in the console')} */
export const ${constant} = defineReader({
  id: '${id}',
  evidence: {
    seen: '${toFillIn('month in which the structure was last seen, as 2026-11')}',
    certainty: 'C',
    note: '${toFillIn('where the structure is documented, and what is inferred')}',
  },
  // ${toFillIn('the addresses at which it may be, cheaply')}
  matches: (address) => /^\\/${page}(?:\\/|$)/.test(address.pathname),
  layouts: [
    {
      generation: null,
      // ${toFillIn('what proves the page, the surest first; and its rows, where it has a list')}
      landmarks: [{ heading: labels.${heading} }],
      fields,
    },
  ],
});
`;
}

/** A page kind more, behind the last one. */
function withKind(text: string, entry: string): string {
  const end = text.lastIndexOf('\n  },\n};');
  if (end === -1) throw new Error('No list of page kinds to stand in');
  return `${text.slice(0, end)}\n    ${entry}${text.slice(end)}`;
}

function testPage(): string {
  return `<!doctype html>
<!-- ${toFillIn('the page from its documented structure, self-contained, without a real listing, shop or person')} -->
<html lang="en-US">
<head>
<meta charset="utf-8">
<title>${toFillIn('its title')}</title>
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>${toFillIn('its heading')}</h1>
</main>
</body>
</html>
`;
}

function expected(url: string, page: string): string {
  const reading = {
    url,
    language: 'en-US',
    page,
    store: { site: null, sellerName: null },
    note: toFillIn(
      'address, store and every value, written from the page and not from what is read; then a line for the page in the README two folders up, and a page for every other language that has it',
    ),
    shared: {},
    records: [],
  };
  return `${JSON.stringify(reading, null, 2)}\n`;
}
