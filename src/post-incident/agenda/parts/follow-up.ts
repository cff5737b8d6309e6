import { who, inline } from '../../../text/foreign.ts';
import { dayOf, shortInstant } from '../../../text/time.ts';
import type { PostMortem } from '../../post-mortem/reading.ts';
import { missingOfPostMortem } from '../../post-mortem/rules/gate.ts';
import { postMortemSituationOf } from '../../post-mortem/situation.ts';
import type { PostMortemStage } from '../../post-mortem/stage.ts';
import { postMortemWordsOf } from '../../post-mortem/words.ts';
import { LONGEST_PART, partNameOf, type AgendaPart, type AgendaPartGround } from './part.ts';

/** Overdue action items, of each owner together, the longest overdue first; what nobody owns comes first. */
export const agendaOverduePart: AgendaPart = ({ hosts }, { now, reader, words, common }) =>
  hosts
    .filter(({ issue }) => issue.state === 'open')
    .flatMap(({ issue: host, items, owners, waived }) =>
      items.items.flatMap(({ issue, state, due, owner, text }) => {
        if (state !== 'open' || issue === null || due === null || due > now || waived.has(issue.number)) return [];
        const line = words.item(`#${issue.number} ${inline(text, LONGEST_PART)}`, dayOf(reader, due), host.number);
        return [{ due, by: owner ?? owners[0] ?? null, line }];
      }),
    )
    .sort((a, b) => compare(a.by?.toLowerCase() ?? '', b.by?.toLowerCase() ?? '') || a.due - b.due)
    .map(({ by, line }) => `${by === null ? words.noOwner : who(by)}${common.colon}${line}`);

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const STAGES: readonly PostMortemStage[] = ['draft', 'in-review', 'approved', 'published'];

/** The open post-mortems by how far they are, each with what it is due to be. */
export const postMortemsPart: AgendaPart = ({ postMortems }, ground) =>
  STAGES.flatMap((stage) =>
    postMortems
      .filter((it) => it.stage === stage && it.issue.state === 'open')
      .map((it) => {
        const name = postMortemWordsOf(ground.reader.language).stage[stage];
        return `${name}${ground.common.colon}${postMortemText(it, ground)}`;
      }),
  );

function postMortemText(postMortem: PostMortem, { now, policy, reader, words, common }: AgendaPartGround): string {
  const { stage, issue, origin } = postMortem;
  const situation = postMortemSituationOf(postMortem, { now, policy });
  const { draft, review, publish } = situation.due;
  const due = { draft, 'in-review': review, approved: publish, published: null }[stage];
  return [
    words.postMortem(issue.number, origin.incident),
    ...(due === null ? [] : [due < now ? words.overdue(dayOf(reader, due)) : words.due(dayOf(reader, due))]),
    ...(stage === 'published' ? [words.itemsLeft(missingOfPostMortem(situation).length)] : []),
  ].join(common.andThen);
}

/** What was closed since the last meeting without what the policy requires: incidents, then post-mortems. */
export const exceptionsPart: AgendaPart = ({ situations, postMortems }, { since, reader, words, common }) =>
  [
    ...situations.map(({ incident: { issue, closing } }) => ({ name: partNameOf(issue), it: closing.exception })),
    ...postMortems.map(({ issue, gate }) => ({ name: partNameOf(issue), it: gate.exception })),
  ].flatMap(({ name, it }) =>
    it === null || it.at < since
      ? []
      : [`${name}${common.colon}${words.closedBy(who(it.by), shortInstant(reader, it.at))}`],
  );
