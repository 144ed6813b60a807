import { browser } from 'wxt/browser';
import { readEverything } from '../../background/database/everything.ts';
import { storeRows } from '../../background/database/settings-findings.ts';
import type { StoredRow } from '../../background/rows/rows.ts';
import { wholeStored } from '../../background/seller/stored-decisions.ts';
import { FORMAT } from './format.ts';
import { type BackupWriter, backupWriter } from './write.ts';

export interface Backup {
  /** Suggested file name. */
  readonly name: string;
  readonly file: Blob;
}

/** Writes all stored data to one file. Runs in a page of the extension: the file is never sent as a message. */
export async function makeBackup(now: Date): Promise<Backup> {
  const decisions = await wholeStored();
  const stores = (await storeRows()).map(({ marketplace, site, sellerName, sellerId }) => ({
    marketplace,
    site,
    name: sellerName ?? sellerId ?? '',
  }));
  const { version } = browser.runtime.getManifest();
  const made = now.toISOString();
  const begun: BackupWriter[] = [];
  await readEverything(
    (rows, database) => {
      const writer = backupWriter({ preflight: 'backup', format: FORMAT, version, database, made, rows, stores });
      for (const decision of Object.entries(decisions)) writer.add({ decision });
      begun.push(writer);
    },
    (row: StoredRow) => begun[0]?.add({ row }),
  );
  const [writer] = begun;
  if (!writer) throw new Error('The database was not read');
  return { name: `preflight-backup-${made.slice(0, 10)}.ndjson.gz`, file: await writer.finish() };
}
