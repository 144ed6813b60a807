import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { defineConfig } from 'wxt';
import { consoleMatches } from './entrypoints/console.content/guides.ts';

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  vite: () => ({ build: { target: ['chrome123', 'firefox128'], cssTarget: ['chrome123', 'firefox128'] } }),
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
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms'],
    optional_permissions: ['notifications'],
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
    'entrypoints:resolved': (_wxt, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.type === 'content-script') entrypoint.options.matches = [...consoleMatches];
    },
    'vite:build:extendConfig': (entrypoints, viteConfig) => {
      if (!entrypoints.some(({ type }) => type === 'content-script')) return;
      // In the seller's page every byte counts: what little the shared components use of React in its place, and the
      // browsers' own promise-based API, to which the polyfill adds nothing here.
      // Calls of `h` take half the bytes of the automatic runtime's `jsx`.
      viteConfig.plugins = (viteConfig.plugins ?? []).flat(3).filter((plugin) => !isReactPlugin(plugin));
      viteConfig.plugins.push(minifyAgain);
      viteConfig.oxc = {
        jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
      };
      viteConfig.build = {
        ...viteConfig.build,
        rolldownOptions: {
          ...viteConfig.build?.rolldownOptions,
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

/** Draws the shared components in the page. */
const drawing = fileURLToPath(new URL('./entrypoints/console.content/overlay/draw.ts', import.meta.url));

/** Names of the content script's own objects, which no message, guide or browser knows. `className` is one in JSX only. */
const NEVER_SENT = new RegExp(
  `^(?:${[
    'actions',
    'anchor',
    'announce',
    'announcement',
    'cardDrawn',
    'chooseSoon',
    'chosenFor',
    'className',
    'closeCard',
    'componentDidMount',
    'componentDidUpdate',
    'componentWillUnmount',
    'element',
    'ensure',
    'forget',
    'hits',
    'inView',
    'isControl',
    'isOurs',
    'landmark',
    'listOpen',
    'noteDrawn',
    'numbered',
    'onSlowTick',
    'onlyIn',
    'openCard',
    'placeSoon',
    'placed',
    'placement',
    'pointed',
    'preview',
    'radios',
    'readings',
    'redraw',
    'refusal',
    'reread',
    'setCard',
    'setState',
    'stale',
    'structural',
    'toggleList',
    'weak',
    'withAttribute',
  ].join('|')})$`,
);

/** What the bundler's minifier leaves: less to download, and sooner compiled in every page. */
const minifyAgain = {
  name: 'preflight:minify-again',
  async generateBundle(_: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.code === undefined) continue;
      // Functions that nobody calls with `new` or a `this` may be arrows; the script is tested built.
      const compress = { ecma: 2020, passes: 3, hoist_funs: true, unsafe_arrows: true } as const;
      // Nothing but the names above, though the browser has a `className` of its own.
      // Names the browser knows too (`element`) are ours here: only the listed ones are shortened.
      const mangle = { properties: { regex: NEVER_SENT, builtins: true } };
      const { code } = await minify(chunk.code, { ecma: 2020, toplevel: true, compress, mangle });
      if (code) chunk.code = code;
    }
  },
};

function isReactPlugin(plugin: unknown): boolean {
  return (
    typeof plugin === 'object' && plugin !== null && 'name' in plugin && String(plugin.name).startsWith('vite:react')
  );
}
