import { withoutForeignAddress } from '../../background/consoles/console-address.ts';
import { DATABASE_VERSION } from '../../background/database/migrations.ts';
import { discardStaged, type Staging, stage } from '../../background/database/restoring.ts';
import type { StoredRow } from '../../background/rows/rows.ts';
import { type BackupLine, refuse } from './format.ts';
import { readBackup } from './read.ts';
import type { BackupContent, StagedBackup } from './worker-messages.ts';

/**
 * Reads a whole backup without changing anything.
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
 * Stages a backup's rows and decisions until they are applied. If it is refused, nothing is staged.
 * @throws BackupRefused
 */
export async function stageBackup(file: Blob): Promise<StagedBackup> {
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
    return { leftOut: await staging.finish(decisions).catch(refuse) };
  } catch (error) {
    await (staged[0]?.discard() ?? discardStaged()).catch(() => undefined);
    throw error;
  }
}

function keepDecisions(lines: readonly BackupLine[], decisions: Record<string, unknown>): void {
  for (const line of lines) {
    if (!('decision' in line)) continue;
    const [key, value] = line.decision;
    // Not assigned: a key in the file may be "__proto__".
    Object.defineProperty(decisions, key, { value, enumerable: true, writable: true, configurable: true });
  }
}

function rowsOf(lines: readonly BackupLine[]): StoredRow[] {
  return lines.flatMap((line) => ('row' in line ? [withoutForeignAddress(line.row)] : []));
}
