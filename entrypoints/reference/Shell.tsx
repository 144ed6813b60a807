import type { ReactNode } from 'react';
import { type Marketplace, marketplaces } from '../../rules/engine/sites.ts';
import type { Language } from '../background/messages/words.ts';
import { interfaceText } from '../background/present/messages.ts';
import { referenceText } from './texts.ts';

const languageNames: readonly (readonly [Language, string])[] = [
  ['zh-CN', '中文'],
  ['en', 'English'],
];

interface ShellProps {
  readonly language: Language;
  /** Name of the page's file without its ending. */
  readonly page: Marketplace | 'index';
  readonly title: string;
  readonly children: ReactNode;
}

/** What every page has around its content: no script, one stylesheet, ways to the other pages and languages. */
export function Shell({ language, page, title, children }: ShellProps) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="/icon/32.png" />
        <link rel="stylesheet" href="../reference.css" />
      </head>
      <body className="preflight">
        <header className="bar">
          <a className="bar-name" href="index.html">
            {referenceText(language, 'product')}
          </a>
          <nav className="bar-pages" aria-label={referenceText(language, 'marketplaces')}>
            {marketplaces.map((marketplace) => (
              <a
                key={marketplace}
                href={`${marketplace}.html`}
                aria-current={marketplace === page ? 'page' : undefined}
              >
                {interfaceText(language, marketplace)}
              </a>
            ))}
          </nav>
          <nav className="bar-languages" aria-label={referenceText(language, 'language')}>
            {languageNames.map(([tag, name]) => (
              <a
                key={tag}
                href={`../${tag}/${page}.html`}
                lang={tag}
                aria-current={tag === language ? 'true' : undefined}
              >
                {name}
              </a>
            ))}
          </nav>
        </header>
        {children}
      </body>
    </html>
  );
}
