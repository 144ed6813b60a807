import { storeRows } from '../database/settings-findings.ts';
import { repairAfterFailure, takenOut } from '../health/damage.ts';
import type { Language } from '../messages/words.ts';
import { interfaceText } from '../present/messages.ts';
import { countLostStores } from '../shops/known-stores.ts';

/** Sentences about problems with stored data, worst first; empty if there are none. */
export async function storeRemarks(language: Language): Promise<string[]> {
  try {
    const [lost, taken] = await Promise.all([storeRows().then(countLostStores), takenOut()]);
    return [
      ...(lost > 0 ? [interfaceText(language, 'remarkLost', { count: lost })] : []),
      ...(taken > 0 ? [interfaceText(language, 'remarkTakenOut', { count: taken })] : []),
    ];
  } catch (error) {
    void repairAfterFailure(error);
    return [interfaceText(language, 'remarkDatabase')];
  }
}
