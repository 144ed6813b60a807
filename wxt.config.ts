import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { consoleMatches } from './entrypoints/background/consoles/guides.ts';
import { addReference } from './entrypoints/reference/build.ts';

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  vite: () => ({
    // The polyfill for preloading is for browsers older than these, and the one thing in a page of ours that would fetch.
    build: {
      target: ['chrome123', 'firefox128'],
      cssTarget: ['chrome123', 'firefox128'],
      modulePreload: { polyfill: false },
    },
    plugins: [withLicences],
    worker: { plugins: () => [withLicences] },
  }),
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  zip: {
    // What Firefox's reviewers need to build the same bytes.
    includeSources: [
      '{assets,components,entrypoints,rules}/**',
      'tests/tools/**',
      '{package,package-lock,tsconfig}.json',
      'wxt.config.ts',
      '*.md',
      'LICENSE',
      '.npmrc',
    ],
    excludeSources: ['assets/store/**'],
    dotSources: true,
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms'],
    optional_permissions: ['notifications'],
    // The development server is fetched from, so that its pages have the browser's own policy.
    ...(command === 'build' ? { content_security_policy: { extension_pages: PAGE_POLICY } } : {}),
    commands: {
      'next-finding': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_nextFinding__' },
      'previous-finding': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_previousFinding__' },
      'toggle-warnings': { suggested_key: { default: 'Alt+Shift+W' }, description: '__MSG_toggleWarnings__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'preflight@preflight-extension',
              // The first Firefox with an event page, session storage and everything else used here.
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
  hooks: {
    'build:publicAssets': addReference,
    'entrypoints:resolved': (_wxt, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.type === 'content-script') entrypoint.options.matches = [...consoleMatches];
    },
    'vite:build:extendConfig': (entrypoints, viteConfig) => {
      if (!entrypoints.some(({ type }) => type === 'content-script')) return;
      // In the seller's page every byte counts: Preact in React's place, and the browsers' own promise-based API, to
      // which the polyfill adds nothing here. Calls of `h` take half the bytes of the automatic runtime's `jsx`.
      viteConfig.plugins = (viteConfig.plugins ?? []).flat(3).filter((plugin) => !isReactPlugin(plugin));
      viteConfig.oxc = { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } };
      viteConfig.build = {
        ...viteConfig.build,
        rolldownOptions: {
          ...viteConfig.build?.rolldownOptions,
          output: { ...viteConfig.build?.rollupOptions?.output, postBanner: COMPILED_AT_ONCE },
          transform: { inject: { h: ['preact', 'h'], Fragment: ['preact', 'Fragment'] } },
          // In a build WXT's logger says nothing.
          treeshake: { manualPureFunctions: ['logger.error'] },
        },
      };
      viteConfig.resolve = {
        ...viteConfig.resolve,
        alias: [
          { find: 'react', replacement: 'preact' },
          {
            find: 'wxt/utils/content-script-context',
            replacement: fileURLToPath(new URL('./entrypoints/console.content/context.ts', import.meta.url)),
          },
          { find: 'wxt/browser', replacement: fileURLToPath(import.meta.resolve('wxt/browser')) },
        ],
      };
    },
  },
});

/** What our own pages and workers may load: files of the package, and nothing over any connection. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  // Small pictures are part of the scripts and styles.
  "img-src 'self' data:",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const licences = readFileSync(new URL('./assets/public/licences.txt', import.meta.url), 'utf8');

/** Nothing is bundled whose licence is not in the package: `npm run docs` writes it there. */
const withLicences = {
  name: 'preflight:with-licences',
  // While developing the pages hold what reloads them, which is never published.
  apply: (_: unknown, { mode }: { readonly mode: string }) => mode === 'production',
  generateBundle(_: unknown, bundle: Record<string, { type: string; modules?: Record<string, unknown> }>) {
    for (const { modules = {} } of Object.values(bundle))
      for (const id of Object.keys(modules)) {
        const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
        if (name && !licences.includes(`\n${name} `)) throw new Error(`${name} is bundled, and its licence is not.`);
      }
  },
};

/**
 * Chromium from 136 on compiles the whole script in one pass, instead of every function once more when it is first
 * called, as most are in every page (v8.dev/blog/explicit-compile-hints). A comment to every other browser.
 */
const COMPILED_AT_ONCE = '//# allFunctionsCalledOnLoad';

function isReactPlugin(plugin: unknown): boolean {
  return (
    typeof plugin === 'object' && plugin !== null && 'name' in plugin && String(plugin.name).startsWith('vite:react')
  );
}
