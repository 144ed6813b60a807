import type { Language } from '../messages/words.ts';
import { interfaceText } from '../present/messages.ts';
import { updatesProgress } from './updating.ts';

/** Progress of the re-check after a settings change, as a sentence; empty if none is running. */
export async function updatingRemarks(language: Language): Promise<string[]> {
  const progress = await updatesProgress();
  return progress ? [interfaceText(language, 'remarkUpdating', { ...progress })] : [];
}
