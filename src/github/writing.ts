import type { Access } from './access.ts';
import { errorOf, failureIn } from './errors.ts';
import { askGitHub, persist } from './octokit.ts';
import { isUnanswered } from './port.ts';

/** Whoever looks whether what got no answer has happened had better not look at once. In milliseconds. */
const SETTLING = 2_000;

/** Carries one mutation out. Throws if that surely was not done, or if nobody knows. */
export async function writing<T>({ octokit, sleep }: Access, mutation: string, input: object): Promise<T> {
  const { data, errors } = await persist(
    sleep,
    // Only what GitHub refused to look at may be sent again.
    ({ trouble }) => trouble === 'rate-limited',
    () => askGitHub(octokit, mutation, { input }),
  ).catch(async (thrown: unknown) => {
    if (isUnanswered(errorOf(thrown))) await sleep(SETTLING);
    throw thrown;
  });
  if (Object.values(data as Record<string, unknown>).includes(null)) throw failureIn(errors);
  return data as T;
}
