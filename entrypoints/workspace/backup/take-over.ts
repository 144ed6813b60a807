import { discardStaged, takeOverRows } from '../../background/database/restoring.ts';
import { beginTakingOver, endTakingOver, RESTORING_LOCK } from '../../background/seller/stored-decisions.ts';
import { BackupRefused, refuse } from './format.ts';
import type { StagedBackup } from './worker-messages.ts';

/**
 * Puts a backup's rows in the place of all there are; its decisions follow when the background is told, or begins anew.
 * Refused, or stopped before it resolves, everything is as it was. Runs in a page of ours.
 * @param makeWait has it read elsewhere, and its rows wait
 * @throws BackupRefused
 */
export function takeOverBackup(makeWait: () => Promise<StagedBackup>): Promise<StagedBackup> {
  return navigator.locks.request(RESTORING_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new BackupRefused('busy');
    try {
      const staged = await makeWait();
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
