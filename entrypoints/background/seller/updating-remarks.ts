import type { Language } from '../messages/words.ts';
import { interfaceText } from '../present/messages.ts';
import { updatesProgress } from './updating.ts';

/** How far stored listings are judged again after a change of the settings, in one sentence; none where they are. */
export async function updatingRemarks(language: Language): Promise<string[]> {
  const progress = await updatesProgress();
  return progress ? [interfaceText(language, 'remarkUpdating', { ...progress })] : [];
}
