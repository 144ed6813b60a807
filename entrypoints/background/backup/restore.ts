import { DATABASE_VERSION } from '../store/migrations.ts';
import { discardStaged, type Staging, stage, takeOverRows } from '../store/restoring.ts';
import type { StoredRow } from '../store/schema.ts';
import { beginTakingOver, endTakingOver, RESTORING_LOCK } from '../stored-decisions.ts';
import { type BackupHeader, type BackupLine, BackupRefused } from './format.ts';
import { readBackup } from './read.ts';

/** What a backup holds, once all of it was read and found whole. */
export interface BackupContent {
  readonly header: BackupHeader;
  /** Number of keys of the browser's storage. */
  readonly decisions: number;
}

/**
 * Reads a backup to its end and changes nothing.
 * @throws BackupRefused
 */
export async function inspectBackup(file: Blob): Promise<BackupContent> {
  let decisions = 0;
  const header = await readBackup(file, DATABASE_VERSION, (lines) => {
    for (const line of lines) if ('decision' in line) decisions += 1;
  });
  return { header, decisions };
}

/**
 * Puts a backup's rows in the place of all there are; its decisions follow when the background is told, or begins anew.
 * Refused, or stopped before it resolves, everything is as it was. Runs in a page of ours.
 * @throws BackupRefused
 */
export function takeOverBackup(file: Blob): Promise<void> {
  return navigator.locks.request(RESTORING_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new BackupRefused('busy');
    await takeOver(file);
  });
}

async function takeOver(file: Blob): Promise<void> {
  const decisions: Record<string, unknown> = {};
  const staged: Staging[] = [];
  try {
    const header = await readBackup(file, DATABASE_VERSION, async (lines, { database }) => {
      const staging = staged[0] ?? (await stage(database));
      staged[0] = staging;
      keepDecisions(lines, decisions);
      await staging.add(rowsOf(lines)).catch(refuse);
    });
    const staging = staged[0] ?? (await stage(header.database));
    staged[0] = staging;
    await staging.finish(decisions).catch(refuse);
    await beginTakingOver();
    await takeOverRows().catch(refuse);
  } catch (error) {
    await endTakingOver().catch(() => undefined);
    await (staged[0]?.discard() ?? discardStaged()).catch(() => undefined);
    throw error;
  }
}

function keepDecisions(lines: readonly BackupLine[], decisions: Record<string, unknown>): void {
  for (const line of lines) {
    if (!('decision' in line)) continue;
    const [key, value] = line.decision;
    // Not by assignment: a key of a file may be "__proto__".
    Object.defineProperty(decisions, key, { value, enumerable: true, writable: true, configurable: true });
  }
}

function rowsOf(lines: readonly BackupLine[]): StoredRow[] {
  return lines.flatMap((line) => ('row' in line ? [line.row] : []));
}

function refuse(error: unknown): never {
  const name = error instanceof DOMException ? error.name : '';
  throw new BackupRefused(name === 'QuotaExceededError' ? 'no-room' : 'damaged');
}
