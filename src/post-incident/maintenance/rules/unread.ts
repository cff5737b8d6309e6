import { DAY } from '../../../calendar/length.ts';
import type { Policy } from '../../../capabilities/policy.ts';
import { keyOfNotice } from '../../../engine/keys.ts';
import { distinctLogins } from '../../../model/login.ts';
import type { MaintenancePlan } from '../plan.ts';
import type { MaintenanceRule } from '../situation.ts';

/** For how long what somebody has written for the public is news, in milliseconds. */
const NEWS = DAY;

/** Whoever writes for the public where nobody can read it hears so, once for each reason. */
export const unreadRule: MaintenanceRule = ({ maintenance, policy, words, now }) => {
  const { plan, steps } = maintenance.course;
  const why = plan === null ? null : whyUnread(plan, policy);
  if (why === null) return [];
  const authors = steps.flatMap(({ kind, act }) =>
    kind === 'updated' && act.by !== null && now - act.at < NEWS ? [act.by] : [],
  );
  return distinctLogins(authors).map((login) => ({
    do: 'tell',
    keys: [keyOfNotice('unread', null, `${why} ${login}`)],
    to: [login],
    ask: words.tell.unread[why],
    lines: [words.tell.unreadLine],
    why: words.why.unread,
    audience: 'author',
  }));
};

/** Why customers see nothing of a maintenance, if that is so. */
function whyUnread({ services }: MaintenancePlan, { statusPage }: Policy): 'page' | 'services' | null {
  if (statusPage === null) return 'page';
  return statusPage.components.some(({ key }) => services.includes(key)) ? null : 'services';
}
