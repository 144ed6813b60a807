import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy for a browser under test; see `recordNetwork`. */
export interface NetworkRecord {
  readonly port: number;
  close(): void;
}

/**
 * A proxy that notes every server a browser wants to reach, and reaches none. Drivers tell of what pages ask for, but not
 * of every request of an extension's background and workers; this does.
 * @param isBrowsersOwn whether the browser itself connects to a host: its upkeep, as far as no switch silences it
 */
export async function recordNetwork(
  strayRequests: string[],
  isBrowsersOwn: (host: string) => boolean,
): Promise<NetworkRecord> {
  const note = (address: string) => {
    if (!URL.canParse(address) || !isBrowsersOwn(new URL(address).hostname)) strayRequests.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(`https://${request.url}`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Throws when anything was asked for: nothing of ours ever leaves the browser, in no test. */
export function refuseStrayRequests(strayRequests: readonly string[]): void {
  if (strayRequests.length > 0) throw new Error(`Requests left the browser: ${strayRequests.join(', ')}`);
}
