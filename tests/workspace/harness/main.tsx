import { createRoot } from 'react-dom/client';
import { fakeBrowser } from './browser.ts';
import '../../../assets/styles/tokens.css';
import '../../../assets/styles/components.css';
import '../../../assets/styles/workspace.css';
import '../../../assets/styles/workspace-listings.css';
import '../../../assets/styles/workspace-data.css';
import '../../../assets/styles/workspace-upcoming.css';
import '../../../assets/styles/workspace-imports.css';
import { route } from '../../../entrypoints/background/router.ts';
import { DATABASE } from '../../../entrypoints/background/store/schema.ts';
import type { Ask, WorkspaceRequest } from '../../../entrypoints/workspace/ask.ts';
import { Workspace } from '../../../entrypoints/workspace/Workspace.tsx';
import { storeDemoListings } from './demo-listings.ts';

/**
 * The workspace over the real background, in one page: ?stores=N&listings=N&visits=N&language=zh-CN. The browser's storage is in memory, the
 * database is the page's own. A test drives it through `window.preflight`.
 */
export interface HarnessBackground {
  /** False: questions are left unanswered, as by a background that does not run. */
  answers: boolean;
  /** Everything that was asked. */
  readonly asked: WorkspaceRequest[];
  /** What the browser's storage holds. */
  readonly stored: () => Promise<Record<string, unknown>>;
}

declare global {
  interface Window {
    preflight: HarnessBackground;
  }
}

const background: HarnessBackground = {
  answers: true,
  asked: [],
  stored: () => fakeBrowser.storage.local.get(null),
};
window.preflight = background;

const stores = [
  ['amazon', 'US', 'Harbor Demo Goods', 'USD'],
  ['amazon', 'DE', 'Harbor Demo Goods', 'EUR'],
  ['temu', 'global', 'Harbor 海港家居', 'CNY'],
] as const;

/** The clock of the background. */
const now = new Date('2026-11-20T18:00:00Z');

/** Days between two visits of the demo console. */
const BETWEEN = 12;

async function makeStores(count: number, listings: number, visits: number): Promise<void> {
  for (const [marketplace, site, name, currency] of stores.slice(0, count)) {
    const key = `${marketplace}|${site}|${name}`;
    const row = { key, marketplace, site, sellerName: name, sellerId: null, currency, seen: '2026-11-20' };
    for (let visit = visits - 1; visit >= 0; visit -= 1) {
      const at = new Date(now.getTime() - visit * BETWEEN * 86_400_000);
      await storeDemoListings(row, listings - visit, at, visit);
    }
  }
}

const sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/workspace.html' as never) };
const ask = (async (request: WorkspaceRequest) => {
  background.asked.push(request);
  return background.answers ? route(request, sender, now) : undefined;
}) as Ask;

function onStoredChange(listener: () => void) {
  const heard = (_changes: unknown, area: string) => {
    if (area === 'local') listener();
  };
  fakeBrowser.storage.onChanged.addListener(heard);
  return () => fakeBrowser.storage.onChanged.removeListener(heard);
}

// Pages of one test run share the browser's databases.
indexedDB.deleteDatabase(DATABASE);
const asked = new URLSearchParams(location.search);
await makeStores(
  Number(asked.get('stores') ?? '3'),
  Number(asked.get('listings') ?? '0'),
  Number(asked.get('visits') ?? '1'),
);
const root = document.getElementById('workspace');
if (root)
  createRoot(root).render(
    <Workspace
      ask={ask}
      onStoredChange={onStoredChange}
      address={(path) => fakeBrowser.runtime.getURL(path as never)}
    />,
  );
