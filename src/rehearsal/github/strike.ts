import type { Failure } from './faults.ts';
import { json, secondaryLimit, type Prepared, type Response } from './handle.ts';
import { RequestRefusal } from './refusal.ts';

/** Answers a request as the fault lets it; null when the connection dies instead. */
export async function answerUnder(how: Failure | undefined, prepared: Prepared): Promise<Response | null> {
  if (how === undefined) return prepared.handle(undisturbed);
  if (how === 'drop-before') return null;
  if (how === 'drop-after') {
    prepared.handle(undisturbed);
    return null;
  }
  if (how === 'truncate') return cut(prepared.handle(undisturbed));
  if ('secondaryLimit' in how) return secondaryLimit(how.retryAfter, how.status);
  if ('status' in how) {
    if (how.handled) prepared.handle(undisturbed);
    return json(how.status, { message: 'Server Error' });
  }
  if ('hook' in how) {
    if (how.at === 'before') await how.hook();
    const answer = prepared.handle(undisturbed);
    if (how.at === 'after') await how.hook();
    return answer;
  }
  if ('error' in how) {
    return prepared.handle((position) => {
      if (position === how.mutation) throw new RequestRefusal('SERVICE_UNAVAILABLE', how.error);
    });
  }
  prepared.handle((position) => {
    if (position > how.mutation) throw new Error('the connection is gone');
  });
  return null;
}

function undisturbed(): void {
  // Nothing happens to any mutation.
}

function cut(response: Response): Response {
  return { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) };
}
