import { CHATS } from './receivers-chats.ts';
import { PAGERS } from './receivers-pagers.ts';
import type { Receiver } from './receiving.ts';
import type { HttpKindName } from './samples.ts';
import type { Behaviour } from './server.ts';

/** Every service that is spoken to over HTTP, as its documentation has it. */
export const RECEIVERS: Readonly<Record<HttpKindName, Receiver>> = { ...PAGERS, ...CHATS };

/** The service itself, as far as a page sees of it. */
export const service =
  (kind: HttpKindName): Behaviour =>
  (response, { method = '', url: path = '', headers }, body) => {
    const { wrong, yes, no } = RECEIVERS[kind];
    const problem = wrong({ method, path, headers, body });
    const { status, body: said } = problem === null ? yes : no(problem);
    response.writeHead(status, { 'Content-Type': said.startsWith('{') ? 'application/json' : 'text/plain' }).end(said);
  };
