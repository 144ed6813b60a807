import type { extensionRequests, Request, Responses } from '../background/messages/requests.ts';

export type PopupRequest = Request<keyof typeof extensionRequests>;

/** Asks the background. Rejects, or answers undefined, when nobody answers there. */
export type Ask = <Asked extends PopupRequest>(request: Asked) => Promise<Responses[Asked['kind']] | undefined>;
