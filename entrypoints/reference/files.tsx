import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { marketplaces } from '../../rules/engine/sites.ts';
import { allRules } from '../../rules/index.ts';
import type { Language } from '../background/messages/words.ts';
import { marketplaceOf } from './examples.ts';
import { IndexPage } from './IndexPage.tsx';
import { MarketplacePage } from './MarketplacePage.tsx';
import { ruleEntry } from './model.ts';

const languages: readonly Language[] = ['en', 'zh-CN'];

/** One stylesheet of the reference's own rules and those it shares with the popup and the overlay. */
const styles = ['tokens.css', 'components.css', 'buttons.css', 'card.css', 'reference.css'];

/** Every file of the reference by its path within the extension's reference/. The same rules give the same bytes. */
export function referenceFiles(root: string): ReadonlyMap<string, string> {
  const rules = new Map(
    marketplaces.map((marketplace) => [marketplace, allRules.filter((rule) => marketplaceOf(rule) === marketplace)]),
  );
  const files = new Map([['reference.css', stylesheet(root)]]);
  for (const language of languages) {
    files.set(`${language}/index.html`, html(<IndexPage language={language} rules={rules} />));
    for (const [marketplace, own] of rules) {
      const entries = own.map((rule) => ruleEntry(rule, language));
      const page = <MarketplacePage marketplace={marketplace} language={language} rules={entries} />;
      files.set(`${language}/${marketplace}.html`, html(page));
    }
  }
  return files;
}

function stylesheet(root: string): string {
  return styles.map((name) => readFileSync(join(root, 'assets/styles', name), 'utf8')).join('\n');
}

/** Tags that begin a line of their own, so that a changed rule is a changed line. White space before them is not drawn. */
const lineStarts =
  /(?=<(?:head|meta|title|link|body|header|main|nav|section|article|div|h[1-4]|p|ul|ol|li|dl|dt|dd|details|summary|table|thead|tbody|tr|th|td)\b)/g;

function html(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page).replaceAll(lineStarts, '\n')}\n`;
}
