import { discardStaged, takeOverRows } from '../../background/database/restoring.ts';
import { beginTakingOver, endTakingOver, RESTORING_LOCK } from '../../background/seller/stored-decisions.ts';
import { BackupRefused, refuse } from './format.ts';
import type { StagedBackup } from './worker-messages.ts';

/**
 * Replaces all rows with a backup's; its decisions follow when the worker is told, or next starts.
 * If it is refused or interrupted, everything stays as it was. Runs in a page of the extension.
 * @param stage has the backup read in a worker, and its rows staged
 * @throws BackupRefused
 */
export function takeOverBackup(stage: () => Promise<StagedBackup>): Promise<StagedBackup> {
  return navigator.locks.request(RESTORING_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new BackupRefused('busy');
    try {
      const staged = await stage();
      await beginTakingOver();
      await takeOverRows().catch(refuse);
      return staged;
    } catch (error) {
      await endTakingOver().catch(() => undefined);
      await discardStaged().catch(() => undefined);
      throw error;
    }
  });
}
