import type { Standing } from '../../capabilities/post-mortem/standing.ts';
import { readOwnMarks } from '../../engine/own-marks.ts';
import { EMPTY_RECORD, recordMark } from '../../engine/record.ts';
import type { Issue } from '../../model/issue.ts';
import { decidePostMortem } from '../../post-incident/post-mortem/decide.ts';
import { holesIn } from '../../post-incident/post-mortem/holes.ts';
import { readPostMortem, type PostMortem } from '../../post-incident/post-mortem/reading.ts';
import { postMortemSituationOf, type PostMortemSituationGround } from '../../post-incident/post-mortem/situation.ts';
import { postMortemStandingOf } from '../../post-incident/post-mortem/standing.ts';
import { subjectWordsOf } from '../../post-incident/words.ts';
import { apply } from '../apply.ts';
import type { Run } from '../context.ts';
import { askEditors, nothingAsked, settleSubject, type Asked, type SettledSubject } from './settle-subject.ts';

/** The most people whose role is asked for before the incidents are dealt with. */
const MOST_ASKED = 5;

/** How each post-mortem of a run stands, by its number, as far as it can be told: the clocks of its incident depend on it. */
export async function standingsOf(run: Run): Promise<ReadonlyMap<number, Standing>> {
  const { knowledge, github } = run;
  const standings = new Map<number, Standing>();
  const asked = nothingAsked();
  let roles = 0;
  for (const issue of run.postIncident) {
    const ground = groundOf(run, asked);
    const read = () => readPostMortem(issue, ground);
    let reading = read();
    if (reading === null) continue;
    // What is hidden has no deadlines, and its card remembers nobody: whoever wrote there would be asked about in every run.
    const asks = !readOwnMarks(issue).isHidden;
    try {
      for (const login of asks ? reading.unknown : [])
        if (roles++ < MOST_ASKED) knowledge.roles.set(login.toLowerCase(), await github.roleOf(login));
      if (reading.unknown.length > 0) reading = read()!;
      if (asks && reading.wantsEditors) {
        await askEditors(run, issue, asked);
        reading = read()!;
      }
    } catch {
      // Whoever deals with it says what is wrong.
    }
    const isCertain = reading.unknown.length === 0 && !reading.wantsEditors;
    standings.set(issue.number, { ...postMortemStandingOf(postMortemSituationOf(reading.subject, ground)), isCertain });
  }
  return standings;
}

/** Does what is due about one post-mortem. */
export function settlePostMortem(run: Run, issue: Issue, asked: Asked): Promise<SettledSubject<PostMortem>> {
  return settleSubject(run, issue, asked, (it, refused) => decidePostMortem(it, groundOf(run, asked), refused));
}

/** Where the incident turned out to be confidential the card goes, which may name details: another says so, and no more. */
export async function withdraw(run: Run, issue: Issue): Promise<void> {
  const { number } = issue;
  const { card, isHidden, duplicates } = readOwnMarks(issue);
  const { why: whys, card: words } = subjectWordsOf(run.policy.language);
  const why = whys.hidden;
  const body = `${recordMark(number, EMPTY_RECORD, true)}\n${words.hidden}`;
  // An edit would keep in its history what is not to be repeated.
  await apply(run, issue, [
    ...(isHidden ? [] : [{ do: 'write-card', issue: number, comment: null, body, why } as const]),
    ...[...(card === null || isHidden ? [] : [card]), ...duplicates].map(
      ({ id }) => ({ do: 'delete-comment', issue: number, comment: id, why }) as const,
    ),
  ]);
}

function groundOf({ now, policy, repository, knowledge, report }: Run, asked: Asked): PostMortemSituationGround {
  const holes = new Map(
    report.settled.map(({ situation: { incident } }) => [incident.issue.number, holesIn(incident)] as const),
  );
  return { now, policy, repository, roles: knowledge.roles, holes, ...asked };
}
