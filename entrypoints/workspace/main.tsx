import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import '../../assets/styles/tokens.css';
import '../../assets/styles/components.css';
import '../../assets/styles/buttons.css';
import '../../assets/styles/card.css';
import '../../assets/styles/workspace.css';
import '../../assets/styles/workspace-listings.css';
import '../../assets/styles/workspace-bulk.css';
import '../../assets/styles/workspace-data.css';
import '../../assets/styles/workspace-drop.css';
import '../../assets/styles/workspace-teach.css';
import '../../assets/styles/workspace-upcoming.css';
import '../../assets/styles/workspace-imports.css';
import '../../assets/styles/note.css';
import '../../assets/styles/workspace-welcome.css';
import type { Ask } from './shell/ask.ts';
import { Workspace } from './shell/Workspace.tsx';

const ask: Ask = (request) => browser.runtime.sendMessage(request);

/** Calls back when the seller's decisions may have changed, here or in the popup. */
function onStoredChange(listener: () => void): () => void {
  const heard = (_changes: unknown, area: string) => {
    if (area === 'local') listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

const root = document.getElementById('workspace');
if (root) {
  const address = (path: string) => browser.runtime.getURL(path as never);
  createRoot(root).render(<Workspace ask={ask} onStoredChange={onStoredChange} address={address} />);
}
