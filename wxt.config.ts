import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage'],
    commands: {
      'next-finding': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_nextFinding__' },
      'previous-finding': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_previousFinding__' },
      'toggle-warnings': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_toggleWarnings__' },
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
    'vite:build:extendConfig': (entrypoints, viteConfig) => {
      if (!entrypoints.some(({ type }) => type === 'content-script')) return;
      // In the seller's page every byte counts: Preact in React's place, and the browsers' own promise-based API where
      // the polyfill adds nothing that a content script uses.
      viteConfig.resolve = {
        ...viteConfig.resolve,
        alias: [
          { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
          { find: 'react-dom/client', replacement: 'preact/compat/client' },
          { find: 'react-dom', replacement: 'preact/compat' },
          { find: 'react', replacement: 'preact/compat' },
          { find: 'wxt/browser', replacement: fileURLToPath(import.meta.resolve('wxt/browser')) },
        ],
      };
    },
  },
});
