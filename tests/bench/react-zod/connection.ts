/** `entrypoints/console.content/connection.ts` with answers that zod checks where they arrive. */
import type { consoleRequests, Request } from '../../../entrypoints/background/messages/requests.ts';
import * as unchecked from '../../../entrypoints/console.content/connection.ts';
import { type CheckedKind, schemas } from './answers.ts';

export { isGone, listen, type Reply } from '../../../entrypoints/console.content/connection.ts';

export async function ask<Kind extends keyof typeof consoleRequests>(
  request: Request<Kind> & { kind: Kind },
): Promise<unchecked.Reply<Kind>> {
  const reply = await unchecked.ask<Kind>(request);
  if (reply.state === 'answered' && request.kind in schemas) schemas[request.kind as CheckedKind].parse(reply.answer);
  return reply;
}
