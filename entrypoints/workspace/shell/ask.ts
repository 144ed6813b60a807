import type { extensionRequests, Request, Responses } from '../../background/messages/requests.ts';

export type WorkspaceRequest = Request<keyof typeof extensionRequests>;

/** Asks the background. Rejects, or answers undefined, when nobody answers there. */
export type Ask = <Asked extends WorkspaceRequest>(request: Asked) => Promise<Responses[Asked['kind']] | undefined>;
