import { peopleOf } from '../../../capabilities/people/roles.ts';
import { keyOfNotice, type Key } from '../../../engine/keys.ts';
import { distinctLogins, includesLogin } from '../../../model/login.ts';
import type { Intent, Notice } from '../../../capabilities/situation.ts';
import { inline, quotation, who } from '../../../text/foreign.ts';
import { instant } from '../../../text/time.ts';
import { lint } from '../lint.ts';
import { approvalsMissing } from '../reading.ts';
import { reviewers } from '../reviewers.ts';
import type { PostMortemRule, PostMortemSituation } from '../situation.ts';
import { changedSince } from '../text.ts';

/** The longest text for customers that a comment carries. */
const LONGEST = 40_000;

/** Tells whoever has the next step, once each: of a review that was asked for, of changes, of the last approval, of an edit after it. */
export const courseRule: PostMortemRule = (situation) => [
  ...asked(situation),
  ...changes(situation),
  ...approved(situation),
  ...revised(situation),
  ...published(situation),
];

/** The review was asked for: whoever approves it hears of it, with what it still lacks. */
function asked(situation: PostMortemSituation): Notice[] {
  const { postMortem, words, reader, due } = situation;
  const { submitted } = postMortem.course;
  if (submitted === null || postMortem.stage !== 'in-review') return [];
  const key = keyOfNotice('review', submitted.at);
  const { approver, owners } = postMortem.team;
  const missing = lint(situation);
  const { told, isStuck } = reviewersFor(situation, key);
  return [
    {
      do: 'tell',
      keys: [key],
      to: distinctLogins([
        ...told.filter((it) => !includesLogin([submitted.by ?? ''], it)),
        ...(isStuck ? owners : []),
      ]),
      ask:
        approver === null
          ? words.tell.reviewOpen(postMortem.origin.incident)
          : words.tell.review(postMortem.origin.incident),
      lines: [
        ...(isStuck ? [words.lint.nobody(inline(approver!.role))] : []),
        words.tell.by(who(submitted.by), instant(reader, due.review)),
        ...(submitted.text === '' ? [] : [words.tell.note(inline(submitted.text, 200))]),
        ...(missing.length === 0
          ? []
          : [
              `<details><summary>${words.lint.heading} (${missing.length})</summary>\n\n${missing.map((it) => `- ${it}`).join('\n')}\n\n</details>`,
            ]),
      ],
      why: words.why.review,
    },
  ];
}

/** Who may approve it, for a notice: whoever has written in it may not, and is asked for as long as that is not told. */
function reviewersFor(situation: PostMortemSituation, key: Key): ReturnType<typeof reviewers> {
  const { team, record } = situation.postMortem;
  if (team.approver !== null && team.editors === null && !Object.hasOwn(record.done, key)) team.wanted();
  return reviewers(situation);
}

/** It was sent back. */
function changes({ postMortem, words }: PostMortemSituation): Notice[] {
  const { changes } = postMortem.course;
  if (changes === null) return [];
  const to = postMortem.team.owners.filter((it) => !includesLogin([changes.by ?? ''], it));
  return [
    {
      do: 'tell',
      keys: [keyOfNotice('changes', changes.at)],
      to,
      ask: words.tell.changes(who(changes.by)),
      lines: [words.tell.note(inline(changes.text, 300)), words.tell.again],
      why: words.why.changes,
    },
  ];
}

/** It has all approvals. */
function approved({ postMortem, words, reader }: PostMortemSituation): Notice[] {
  const last = postMortem.course.valid.at(-1);
  if (postMortem.stage !== 'approved' || last === undefined) return [];
  const by = postMortem.course.valid.map((it) => words.card.approvedBy(who(it.by), instant(reader, it.at)));
  return [
    {
      do: 'tell',
      keys: [keyOfNotice('approved', last.at)],
      to: postMortem.team.owners,
      ask: words.tell.approved,
      lines: by.map((it) => `${it}.`),
      why: words.why.approved,
    },
  ];
}

/** Its text was edited after an approval, which is for another text now. */
function revised(situation: PostMortemSituation): Notice[] {
  const { postMortem, words, common } = situation;
  const { course, stage, text, team } = postMortem;
  const stale = course.approvals.filter((it) => !course.valid.includes(it));
  const last = stale.at(-1);
  if (last === undefined || stage === 'published' || approvalsMissing(postMortem) === 0) return [];
  const headings = last.revision === null ? [] : changedSince(last.parts, text);
  const key = keyOfNotice('revised', last.at, last.by);
  const { told, isStuck } = reviewersFor(situation, key);
  const again = stale.map(({ by }) => by).filter((it) => includesLogin(told, it));
  return [
    {
      do: 'tell',
      keys: [key],
      // Whoever has changed it since may not approve it any more: then it is for the others.
      to: distinctLogins([...(again.length > 0 ? again : told), ...(isStuck ? team.owners : [])]),
      ask: words.tell.revised,
      lines: [
        ...(isStuck ? [words.lint.nobody(inline(team.approver!.role))] : []),
        ...(headings.length === 0
          ? []
          : [
              words.tell.sections(
                headings
                  .slice(0, 10)
                  .map((it) => inline(it, 80))
                  .join(common.andThen),
              ),
            ]),
      ],
      why: words.why.revised,
    },
  ];
}

/** It is published: what is for customers, ready to be sent. The comment keeps what was sent, whatever the text becomes. */
function published({ postMortem, words, policy, reader, now }: PostMortemSituation): Intent[] {
  const { published: it } = postMortem.course;
  if (it === null) return [];
  const { text } = postMortem.customer;
  const senders = policy.customerReport.to.flatMap((role) => peopleOf({ policy, now }, role) ?? []);
  return [
    {
      do: 'tell',
      keys: [keyOfNotice('published', it.at)],
      to: text === null ? [] : senders.length > 0 ? distinctLogins(senders) : [it.by],
      ask: text === null ? words.tell.publishedOnly : words.tell.published,
      lines: [
        ...(text === null ? [] : [quotation(text, LONGEST)]),
        `${words.card.publishedBy(who(it.by), instant(reader, it.at))}${it.anyway === null ? '' : `, ${words.card.anyway(inline(it.anyway, 200))}`}.`,
      ],
      why: words.why.published,
    },
  ];
}
