import { fetchFor } from '../github/fetch.ts';
import { faultOf, readStart } from '../notify/answer.ts';
import type { DoctorGround } from '../setup/doctor/check.ts';

/** Public, and asked without a token. */
const PAGE = 'https://www.githubstatus.com/api/v2/summary.json';
/** In milliseconds: whoever asks the doctor waits for it. */
const PATIENCE = 5_000;
/** In bytes. A summary has some ten thousand. */
const MOST = 1_000_000;

/**
 * What asks GitHub's page about its own state, for the GitHub whose API is at `api`; null for one of one's own, of which the page knows
 * nothing, and where nobody knows which it is.
 */
export function githubStatusPageOf(api: string | null, fetching = fetchFor): DoctorGround['askStatus'] {
  if (api === null || !URL.canParse(api) || new URL(api).hostname !== 'api.github.com') return null;
  return async () => {
    try {
      const send = await fetching(PAGE, PATIENCE);
      const { status, body } = await send(PAGE, { headers: { accept: 'application/json' } });
      if (status !== 200) {
        await body?.cancel();
        return { code: status };
      }
      const { text, broken } = await readStart(body, MOST);
      return broken === null ? { text } : { why: broken.what === 'timeout' ? 'timeout' : 'unreachable' };
    } catch (thrown) {
      return { why: faultOf(thrown).what === 'timeout' ? 'timeout' : 'unreachable' };
    }
  };
}
