import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { onCommand } from './page/commands.ts';
import { closed } from './page/leave.ts';
import { route } from './router.ts';
import { listenForUpdates } from './seller/updating.ts';
import { listenForReminders } from './upcoming/listen.ts';
import { installed } from './workspace/installed.ts';

// Listeners are registered in the first turn: a stopped worker is started again only for those.
export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message: unknown, sender) => route(message, sender, new Date()) as undefined);
  browser.tabs.onRemoved.addListener((tab) => void closed(tab));
  listenForReminders();
  listenForUpdates();
  browser.runtime.onInstalled.addListener(({ reason }) => void installed(reason));
  browser.commands.onCommand.addListener((command) => void onCommand(command));
});
