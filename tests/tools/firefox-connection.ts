import type { Page } from 'puppeteer-core';

/** WebDriver BiDi below Puppeteer: what it has no call for. */
export interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
  on(event: 'network.beforeRequestSent', listener: (event: RequestEvent) => void): void;
}

export interface RequestEvent {
  readonly isBlocked: boolean;
  readonly navigation: string | null;
  readonly request: { readonly request: string; readonly url: string };
}

/** The tab's name in WebDriver; Puppeteer keeps it to itself. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
