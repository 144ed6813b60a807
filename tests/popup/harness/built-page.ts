import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { build, type InlineConfig } from 'vite';
import { findBrowser } from '../../tools/browsers.mjs';

/** A bundled page: its files by path, "index.html" among them. */
export type BuiltPage = ReadonlyMap<string, string | Uint8Array>;

/** Any address will do: its requests never leave the browser. https, because the clipboard asks for it. */
export const HARNESS_ORIGIN = 'https://harness.test';

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Bundles the index.html of a folder, in memory. `overlay`: with Preact in React's place, as in the overlay. */
export async function builtPage(folder: string, overlay = false): Promise<BuiltPage> {
  const asInPage: InlineConfig = {
    oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
    resolve: {
      alias: [
        { find: 'react-dom/client', replacement: join(import.meta.dirname, 'preact-root.ts') },
        { find: 'react', replacement: 'preact' },
      ],
    },
  };
  const inject = { h: ['preact', 'h'] as [string, string], Fragment: ['preact', 'Fragment'] as [string, string] };
  const output = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    ...(overlay ? asInPage : {}),
    build: { write: false, target: 'es2023', rolldownOptions: overlay ? { transform: { inject } } : {} },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const bundle of [output].flat()) {
    if (!('output' in bundle)) continue;
    for (const file of bundle.output) files.set(file.fileName, file.type === 'chunk' ? file.code : file.source);
  }
  return files;
}

/** Answers everything at {@link HARNESS_ORIGIN} from a bundled page. */
export async function servePage(context: BrowserContext, page: BuiltPage): Promise<void> {
  await context.route(`${HARNESS_ORIGIN}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1) || 'index.html';
    const file = page.get(path);
    if (file === undefined) return route.fulfill({ status: 404, body: '' });
    const body = typeof file === 'string' ? file : Buffer.from(file);
    return route.fulfill({ contentType: contentTypes[path.split('.').at(-1) ?? ''] ?? 'text/plain', body });
  });
}

/** Chromium, for a harness rather than for the extension. */
export function launchPlain(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser('chromium') ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
