import type { extensionRequests, Request, Responses } from '../../background/messages/requests.ts';

export type WorkspaceRequest = Request<keyof typeof extensionRequests>;

/** Sends a question to the worker. Rejects, or resolves to undefined, when the worker does not reply. */
export type Ask = <Asked extends WorkspaceRequest>(request: Asked) => Promise<Responses[Asked['kind']] | undefined>;
