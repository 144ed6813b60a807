import { browser } from 'wxt/browser';
import { storeCurrency } from '../../../rules/engine/sites.ts';
import { importRows } from '../database/imports.ts';
import { storeRows } from '../database/settings-findings.ts';
import type { ImportsOverview } from '../messages/imports.ts';

const SALT = 'importSalt';
const SALT_BYTES = 16;

/** What the workspace needs to import files. Rejects when the database or the storage refuses. */
export async function importsOverview(): Promise<ImportsOverview> {
  const [salt, stores, rows] = await Promise.all([importSalt(), storeRows(), importRows()]);
  return {
    salt,
    stores: stores.map(({ key, marketplace, site, sellerName, sellerId, currency }) => ({
      key,
      marketplace,
      site,
      name: sellerName ?? sellerId ?? '',
      currency: currency ?? storeCurrency(marketplace, site),
    })),
    imports: rows.map(({ skipped, ...row }) => ({
      ...row,
      skipped: Object.values(skipped).reduce((sum, count) => sum + count, 0),
    })),
  };
}

let making: Promise<string> = Promise.resolve('');

/** The profile's salt, made at first use, by one who asks after the other. A backup that is restored brings its own. */
function importSalt(): Promise<string> {
  making = making.then(readOrMakeSalt, readOrMakeSalt);
  return making;
}

async function readOrMakeSalt(): Promise<string> {
  const stored = (await browser.storage.local.get(SALT))[SALT];
  if (typeof stored === 'string' && /^[0-9a-f]{32}$/.test(stored)) return stored;
  const bytes = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const salt = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  await browser.storage.local.set({ [SALT]: salt });
  return salt;
}
