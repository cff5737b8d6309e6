import { loadOf } from '../../capabilities/workload/ledger.ts';
import { ok, warn, withPolicy, type Finding, type DoctorGround } from './check.ts';

/** So many people are named, the most paged first. */
const MOST = 10;

/** How often each person was notified and paged in the last 7 days, by the hour, for other programs. */
export async function loadIn({ policy, records, now }: Pick<DoctorGround, 'policy' | 'records' | 'now'>) {
  if (policy === null) return [];
  const told = (await records()).map(({ number, record: { done } }) => ({ number, done }));
  return loadOf(told, policy, now);
}

/** Who was notified and paged how often in the last 7 days, and when; a warning where a night was more than the policy allows. */
export const loadCheck = withPolicy(async (ground) => {
  const { policy } = ground;
  const { load: words } = ground.words;
  const ledger = await loadIn(ground);
  if (ledger.length === 0) return [ok(words.nobody)];
  return ledger.slice(0, MOST).map(({ login, notifications, pages, worstNight }): Finding => {
    const sum = (hours: readonly number[]): number => hours.reduce((all, it) => all + it, 0);
    const hours = pages.flatMap((count, hour) => (count === 0 ? [] : [words.hour(hour, count)]));
    const text = words.of(login, sum(notifications), sum(pages), hours.join(', '));
    const most = policy.pagesPerNight;
    const night = worstNight === null ? '' : ` ${words.night(worstNight.date, worstNight.pages)}`;
    return most !== null && worstNight !== null && worstNight.pages > most
      ? warn(`${text}${night} ${words.tooMany(most)}`, words.relief)
      : ok(`${text}${night}`);
  });
});
