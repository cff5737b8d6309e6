import { argsOf } from '../../engine/command.ts';
import { readKey, writeKey, type Key } from '../../engine/keys.ts';
import type { Done } from '../../engine/record.ts';
import { includesLogin } from '../../model/login.ts';
import type { Issue } from '../../model/issue.ts';
import type { Moment } from '../../model/moment.ts';
import type { PostIncidentTrack } from '../event.ts';
import { approveCommand, changesCommand } from './commands/approval.ts';
import { publishCommand } from './commands/publish.ts';
import { postMortemDraftedCommand, reviewCommand } from './commands/review.ts';
import type { Approval, BoundApproval, Course } from './stage.ts';
import type { PostMortemText } from './text.ts';

/** Follows a post-mortem from its draft to its publication; `text` is what it says now. */
export const courseTrack = (text: PostMortemText): PostIncidentTrack<Course, Course> => ({
  start: ({ own }) => ({
    drafted: null,
    submitted: null,
    changes: null,
    approvals: [],
    valid: [],
    published: null,
    given: new Set(Object.keys(own.record.done).flatMap(givenAt)),
  }),
  on(state, event, { own, issue }) {
    if (event.kind !== 'command') return state;
    const { at, by, comment } = event;
    const given = (text = ''): Moment => ({ at, by, how: comment === 0 ? 'label' : 'command', text });
    const drafted = argsOf(event, postMortemDraftedCommand);
    if (drafted) return { ...state, drafted: state.drafted ?? given(drafted.text) };
    const review = argsOf(event, reviewCommand);
    if (review)
      return { ...state, drafted: state.drafted ?? given(review.text), submitted: given(review.text), changes: null };
    const changes = argsOf(event, changesCommand);
    if (changes) return { ...state, submitted: null, approvals: [], valid: [], changes: given(changes.text) };
    if (argsOf(event, approveCommand) !== null) {
      const others = state.approvals.filter((it) => !includesLogin([by], it.by));
      const approvals = [...others, bound({ at, by, comment }, text, { issue, done: own.record.done })];
      const valid = approvals.filter((it) => it.revision === text.revision);
      return { ...state, drafted: state.drafted ?? given(), approvals, valid, changes: null };
    }
    const publish = argsOf(event, publishCommand);
    if (publish === null) return state;
    return { ...state, published: state.published ?? { ...given(), by, anyway: publish.anyway } };
  },
  result: (state) => state,
});

/** When the text was given out that a key tells of. */
function givenAt(key: string): readonly number[] {
  const parts = readKey(key);
  return parts?.kind === 'notice' && parts.name === 'published' && parts.since !== null ? [parts.since] : [];
}

/** The key under which the card keeps what an approval is bound to. */
export function revisionKey({ by, at }: Pick<Approval, 'by' | 'at'>): Key {
  return writeKey({ kind: 'revision', by, since: at });
}

/** The text that was there when somebody approved: as it is on record; before it is, as it is now, unless it was edited since. */
function bound(
  approval: Approval,
  text: PostMortemText,
  { issue, done }: { readonly issue: Issue; readonly done: Readonly<Record<string, Done>> },
): BoundApproval {
  const kept = done[revisionKey(approval)];
  if (kept !== undefined) return { ...approval, revision: kept.text ?? null, parts: kept.parts ?? {} };
  // GitHub tells times by the second: of an edit within the same one nobody knows which came first.
  const isEdited = issue.editedAt != null && issue.editedAt >= approval.at;
  return { ...approval, revision: isEdited ? null : text.revision, parts: isEdited ? {} : text.parts };
}
