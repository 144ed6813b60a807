import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
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
    plugins: [withoutPowers, withLicences],
    worker: { plugins: () => [withoutPowers, withLicences] },
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
    'build:manifestGenerated': (wxt, { content_scripts = [] }) => {
      if (isInTwoFiles(wxt.config))
        for (const { js } of content_scripts) if (js?.includes(CONSOLE_FILE)) js.push(LATER_FILE);
    },
    'vite:build:extendConfig': (entrypoints, viteConfig) => {
      if (!entrypoints.some(({ type }) => type === 'content-script')) return;
      // In the seller's page every byte counts: what little the shared components use of React in its place, and the
      // browsers' own promise-based API, to which the polyfill adds nothing here.
      // Calls of `h` take half the bytes of the automatic runtime's `jsx`.
      viteConfig.plugins = (viteConfig.plugins ?? []).flat(3).filter((plugin) => !isReactPlugin(plugin));
      const isConsole = entrypoints.some(({ name }) => name === 'console');
      const isSplit = isConsole && isInTwoFiles(viteConfig);
      if (isSplit) viteConfig.plugins.push(inTwoFiles);
      if (isConsole) viteConfig.plugins.push(minifyAgain);
      viteConfig.oxc = {
        jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
      };
      const { lib } = viteConfig.build ?? {};
      viteConfig.build = {
        ...viteConfig.build,
        ...(isSplit && lib ? { lib: { ...lib, formats: ['es'] } } : {}),
        rolldownOptions: {
          ...viteConfig.build?.rolldownOptions,
          preserveEntrySignatures: 'allow-extension',
          optimization: { inlineConst: false },
          output: { ...viteConfig.build?.rollupOptions?.output, chunkFileNames: LATER_FILE },
          transform: { inject: { h: [drawing, 'h'], Fragment: [drawing, 'Fragment'] } },
        },
      };
      viteConfig.resolve = {
        ...viteConfig.resolve,
        alias: [
          { find: 'react', replacement: drawing },
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

interface Removal {
  readonly from: string;
  readonly to: string;
}

/**
 * What packages bring and nothing here uses: code made of text (zod probes for it and may compile schemas), markup made of
 * text (React), and a reader of addresses (Papa Parse). Left in, it would have to be explained to every review, and to the scan of the built files.
 */
const removals: Readonly<Record<string, readonly Removal[]>> = {
  '/zod/v4/core/util.js': [
    { from: 'const F = Function;\n        new F("");\n        return true;', to: 'return false;' },
  ],
  '/zod/v4/core/doc.js': [{ from: 'const F = Function;', to: "throw new Error('No code is made of text here.');" }],
  // Only for markup given as text, which the linter forbids: should it ever come to that, it is shown as text.
  '/react-dom/cjs/react-dom-client.production.js': [{ from: '.innerHTML = ', to: '.textContent = ' }],
  '/papaparse/papaparse.min.js': [{ from: 'new XMLHttpRequest', to: 'null' }],
};

/** A package whose new version reads otherwise fails the build, so that nothing comes back unseen. */
const withoutPowers = {
  name: 'preflight:without-powers',
  transform: {
    filter: { id: /\/(?:zod\/v4\/core\/(?:util|doc)|papaparse\/papaparse\.min|react-dom-client\.production)\.js/ },
    handler(code: string, id: string): string | undefined {
      const [path = ''] = id.split('?');
      const file = Object.keys(removals).find((end) => path.endsWith(end));
      if (file === undefined) return undefined;
      let left = code;
      for (const { from, to } of removals[file] ?? []) {
        if (!left.includes(from)) throw new Error(`${file} no longer says ${JSON.stringify(from)}.`);
        left = left.replaceAll(from, to);
      }
      return left;
    },
  },
};

const licences = readFileSync(new URL('./assets/public/licences.txt', import.meta.url), 'utf8');

/** Nothing is bundled whose licence is not in the package: `npm run docs` writes it there. */
const withLicences = {
  name: 'preflight:with-licences',
  generateBundle(_: unknown, bundle: Record<string, { type: string; modules?: Record<string, unknown> }>) {
    for (const { modules = {} } of Object.values(bundle))
      for (const id of Object.keys(modules)) {
        const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
        if (name && !licences.includes(`\n${name} `)) throw new Error(`${name} is bundled, and its licence is not.`);
      }
  },
};

/** Draws the shared components in the page. */
const drawing = fileURLToPath(new URL('./entrypoints/console.content/overlay/draw.ts', import.meta.url));

/**
 * Chromium from 136 on compiles the whole script in one pass, instead of every function once more when it is first
 * called, as most are in every page (v8.dev/blog/explicit-compile-hints). A comment to every other browser.
 */
const COMPILED_AT_ONCE = '//# allFunctionsCalledOnLoad';

const CONSOLE_FILE = 'content-scripts/console.js';

/** The part of the content script that most pages never call. */
const LATER_FILE = 'content-scripts/console-later.js';

/** Its name among the globals of the content script, which no page sees. */
const LATER = 'preflightLater';

/** While developing the content script is one file: WXT registers only that. */
function isInTwoFiles({ mode }: { readonly mode?: string | undefined }): boolean {
  return mode === 'production';
}

interface Chunk {
  readonly type: string;
  readonly isEntry: boolean;
  readonly fileName: string;
  code: string;
}

/**
 * Content scripts are no modules: what `import()` brings would have to be open to every page. So the package declares
 * both files, the second waits as one function that nobody has called, which browsers do not compile, and `import()`
 * becomes its call, with what the first file shares: functions, classes and constants.
 */
const inTwoFiles = {
  name: 'preflight:in-two-files',
  generateBundle(_: unknown, bundle: Record<string, Chunk>) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const entry = chunks.find(({ isEntry }) => isEntry);
    const [later, ...more] = chunks.filter((chunk) => chunk !== entry);
    if (!entry || !later || more.length > 0) throw new Error('The content script is no longer made of two files.');
    const [entryCode, shared] = withoutExports(entry.code);
    const [laterCode, given] = withoutExports(later.code);
    // A function beside all others, as no name within it hides one of those that are shared.
    entry.code = `(() => {
      ${entryCode.replaceAll(/\bimport\("[^"]+"\)/g, 'importLater()')}
      function importLater() { return Promise.resolve(${LATER}({${shared}})); }
    })();`;
    const [statement, taken = ''] = /^import \{([^}]*)\} from "[^"]+";/m.exec(laterCode) ?? [];
    if (!statement) throw new Error('The second file of the content script no longer says what it takes of the first.');
    later.code = `{
      let known;
      globalThis.${LATER} = (shared) => (known ??= (() => {
        ${laterCode.replace(statement, () => `const {${taken.replaceAll(' as ', ':')}} = shared;`)}
        return {${given}};
      })());
    }`;
  },
};

/** A chunk's code without the statement at its end that says what it exports, and that as the inside of an object. */
function withoutExports(code: string): [string, string] {
  const [statement, list] = /export \{([^}]*)\};?\s*$/.exec(code) ?? [];
  if (!statement || !list) throw new Error('A file of the content script no longer says at its end what it exports.');
  const names = list.split(',').map((entry) => entry.trim().split(' as '));
  const own = names.filter(([, outside]) => outside !== 'default');
  return [
    code.slice(0, code.length - statement.length),
    own.map(([within, outside = within]) => `${outside}:${within}`).join(),
  ];
}

/** What the bundler's minifier leaves: less to download, and sooner compiled in every page. */
const minifyAgain = {
  name: 'preflight:minify-again',
  async generateBundle(_: unknown, bundle: Record<string, Chunk>) {
    const nameCache = {};
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      // Functions that nobody calls with `new` or a `this` may be arrows; the script is tested built.
      const compress = { ecma: 2020, passes: 3, hoist_funs: true, unsafe_arrows: true } as const;
      const { code } = await minify(chunk.code, { ecma: 2020, toplevel: true, compress, nameCache });
      if (!code) throw new Error(`Nothing is left of ${chunk.fileName}.`);
      chunk.code = chunk.isEntry ? `${COMPILED_AT_ONCE}\n${code}` : code;
    }
  },
};

function isReactPlugin(plugin: unknown): boolean {
  return (
    typeof plugin === 'object' && plugin !== null && 'name' in plugin && String(plugin.name).startsWith('vite:react')
  );
}
