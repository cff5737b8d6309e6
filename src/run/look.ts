import { fetchFor } from '../github/fetch.ts';
import { readStart } from '../notify/answer.ts';
import type { Start } from './context.ts';

/** In milliseconds: what is not there soon is looked at by the next run. */
const PATIENCE = 5_000;
/** In bytes. */
const MOST = 5_000_000;

/** Reads what stands at a public address, without a token. Never throws. */
export const look: NonNullable<Start['look']> = async (address) => {
  try {
    const send = await fetchFor(address, PATIENCE);
    const { status, body } = await send(address, { headers: { accept: 'application/json' } });
    if (status !== 200) {
      await body?.cancel();
      return null;
    }
    const { text, broken } = await readStart(body, MOST);
    return broken === null ? text : null;
  } catch {
    return null;
  }
};
