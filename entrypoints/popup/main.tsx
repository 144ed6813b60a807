import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import '../../assets/styles/tokens.css';
import '../../assets/styles/components.css';
import '../../assets/styles/buttons.css';
import '../../assets/styles/card.css';
import '../../assets/styles/popup.css';
import type { Ask } from './ask.ts';
import { Popup } from './Popup.tsx';

const ask: Ask = (request) => browser.runtime.sendMessage(request);

/** Calls back when anything behind the overview may have changed: a tab's findings, decisions, the language. */
function onStoredChange(listener: () => void): () => void {
  const heard = (_changes: unknown, area: string) => {
    if (area === 'session' || area === 'local') listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

/** The tab the popup was opened on. `?tab=ID` names it when the popup is opened as a page of its own. */
async function askedTab(): Promise<number | null> {
  const named = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
  if (Number.isSafeInteger(named) && named >= 0) return named;
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? null;
}

const root = document.getElementById('popup');
if (root) {
  const tab = await askedTab();
  const openPage = (address: string) => void browser.tabs.create({ url: address });
  createRoot(root).render(
    <Popup ask={ask} tab={tab} onStoredChange={onStoredChange} openPage={openPage} close={() => window.close()} />,
  );
}
