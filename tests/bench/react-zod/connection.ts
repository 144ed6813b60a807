/** `entrypoints/console.content/connection.ts` with answers that zod checks where they arrive. */
import type { consoleRequests, Request, Responses } from '../../../entrypoints/background/messages/requests.ts';
import * as unchecked from '../../../entrypoints/console.content/connection.ts';
import { type CheckedKind, schemas } from './answers.ts';

export { isGone, listen } from '../../../entrypoints/console.content/connection.ts';

export async function ask<Kind extends keyof typeof consoleRequests>(
  request: Request<Kind> & { kind: Kind },
): Promise<Responses[Kind] | undefined> {
  const answer = await unchecked.ask<Kind>(request);
  if (answer !== undefined && request.kind in schemas) schemas[request.kind as CheckedKind].parse(answer);
  return answer;
}
