import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const consolesFolder = join(import.meta.dirname, '../consoles');

/** A test page: where to serve it, and what must be read from it (`tests/consoles/amazon/README.md`). */
export interface TestPage {
  /** Path below `tests/consoles`, without the ending. */
  readonly name: string;
  readonly html: string;
  readonly address: string;
  readonly expected: ExpectedReading;
}

export interface ExpectedReading {
  readonly url: string;
  readonly language: string;
  readonly page: string | null;
  readonly store: { readonly site: string | null; readonly sellerName: string | null };
  readonly settlesAfterMs?: number;
}

export function testPage(name: string): TestPage {
  const path = join(consolesFolder, name);
  const expected = JSON.parse(readFileSync(`${path}.expected.json`, 'utf8')) as ExpectedReading;
  return { name, html: readFileSync(`${path}.html`, 'utf8'), address: expected.url, expected };
}

/** What a test page itself asks for: its icon, and the pictures of consoles whose readers tell pictures by address. */
export function isPagesOwn(url: URL): boolean {
  return url.pathname === '/favicon.ico' || url.hostname === 'img.example';
}
