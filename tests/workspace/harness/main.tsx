import { createRoot } from 'react-dom/client';
import { fakeBrowser } from './browser.ts';
import '../../../assets/styles/tokens.css';
import '../../../assets/styles/components.css';
import '../../../assets/styles/buttons.css';
import '../../../assets/styles/card.css';
import '../../../assets/styles/workspace.css';
import '../../../assets/styles/workspace-listings.css';
import '../../../assets/styles/workspace-bulk.css';
import '../../../assets/styles/workspace-data.css';
import '../../../assets/styles/workspace-teach.css';
import '../../../assets/styles/workspace-upcoming.css';
import '../../../assets/styles/workspace-imports.css';
import '../../../assets/styles/note.css';
import '../../../assets/styles/workspace-welcome.css';
import { type ListingCheck, storeCheck } from '../../../entrypoints/background/database/checks.ts';
import { DATABASE } from '../../../entrypoints/background/database/schema.ts';
import { route } from '../../../entrypoints/background/router.ts';
import type { Ask, WorkspaceRequest } from '../../../entrypoints/workspace/shell/ask.ts';
import { Workspace } from '../../../entrypoints/workspace/shell/Workspace.tsx';
import { storeDemoListings } from './demo-listings.ts';

/**
 * The workspace over the real background, in one page: ?stores=N&listings=N&visits=N&kettles=N&now=2026-07-01&language=zh-CN.
 * The browser's storage is in memory, the database is the page's own. A test drives it through `window.preflight`.
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

const asked = new URLSearchParams(location.search);
/** The clock of the background. */
const now = new Date(`${asked.get('now') ?? '2026-11-20'}T18:00:00Z`);
const day = now.toISOString().slice(0, 10);
const numberAsked = (name: string) => Number(asked.get(name) ?? '0');

/** Days between two visits of the demo console. */
const BETWEEN = 12;

async function makeStores(count: number, listings: number, visits: number, kettles: number): Promise<void> {
  for (const [marketplace, site, name, currency] of stores.slice(0, count)) {
    const key = `${marketplace}|${site}|${name}`;
    const row = { key, marketplace, site, sellerName: name, sellerId: null, currency, seen: day };
    for (let visit = visits - 1; visit >= 0; visit -= 1) {
      const at = new Date(now.getTime() - visit * BETWEEN * 86_400_000);
      await storeDemoListings(row, listings - visit, at, visit);
    }
    if (marketplace !== 'amazon') continue;
    await storeCheck(
      row,
      Array.from({ length: kettles }, (_, index) => kettle(index)),
      0,
    );
  }
}

/** A listing with a long title and a coupon that ends in four days; every third title is short. */
function kettle(index: number): ListingCheck {
  const sku = `KETTLE-${index}`;
  const said = (value: string) => ({ value, page: 'amazon/listing-editor', day });
  const title = `Enamel kettle ${index} `.padEnd(index % 3 === 0 ? 60 : 120, 'x');
  const couponEnd = new Date(now.getTime() + 4 * 86_400_000).toISOString().slice(0, 10);
  return {
    identity: { listing: `sku:${sku}`, sku, asin: null, code: null },
    name: title.slice(0, 20),
    currency: 'USD',
    address: 'https://sellercentral.amazon.com/abis/listing/edit',
    said: { title: said(title), couponEnd: said(couponEnd) },
    findings: [],
    margin: null,
    topics: new Set(['content']),
  };
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
await makeStores(
  Number(asked.get('stores') ?? '3'),
  numberAsked('listings'),
  Number(asked.get('visits') ?? '1'),
  numberAsked('kettles'),
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
