import { fakeBrowser } from 'wxt/testing/fake-browser';

// The browser's API in memory, in place before the background's modules are read: they take it from here.
Object.assign(fakeBrowser.i18n, { getUILanguage: () => new URLSearchParams(location.search).get('language') ?? 'en' });
Object.assign(fakeBrowser.runtime, { getURL: (path: string) => new URL(path, location.origin).href });
Object.assign(fakeBrowser.tabs, { query: async () => [] });
Object.assign(fakeBrowser, { permissions: { contains: async () => false, request: async () => false } });
Object.assign(globalThis, { browser: fakeBrowser });

export { fakeBrowser };
