import type { Instant } from '../../calendar/calendar.ts';
import { DAY, HOUR } from '../../calendar/length.ts';
import type { Category } from '../../capabilities/category/policy.ts';
import { takeMoment } from '../../capabilities/common/moment.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { includesLogin } from '../../model/login.ts';
import { parseDuration } from '../../policy/duration.ts';
import { formatProblem, orderProblems } from '../../policy/problem.ts';
import type { ReportProblem } from '../../policy/section.ts';
import { readShaped } from '../../policy/shaped.ts';
import { nearest, notAmong, quote } from '../../policy/wording.ts';
import { INPUTS } from '../../run/inputs.ts';
import { castOf, type Cast } from './cast.ts';
import { formBody, nextFriday } from './openings.ts';
import type { PlotAct, Plot } from './plot.ts';
import { saying, unansweredEnd } from './plots.ts';
import { storySchema, type StepOfStory, type StoryFile } from './story-schema.ts';
import { rehearsalWords } from './words.ts';

/** A story file with the policy under which it is played. */
interface Given {
  readonly policy: Policy;
  /** Who owns the repository and nobody can notify, if that is known. */
  readonly organisation?: string | null;
  readonly file: string;
  readonly text: string;
  /** The present, which a story without a time begins after. */
  readonly now: Instant;
  /** When it begins, whatever the file says; null leaves it to the file. */
  readonly at: Instant | null;
}

/** A story that can be played, or all that is wrong with its file, each on one line with its place. */
export type ReadStory =
  | { readonly ok: true; readonly plot: Plot; readonly cast: Cast }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a story file. Times without an offset are in the zone of the policy. */
export function readStory(given: Given): ReadStory {
  const { policy, organisation = null, text, file } = given;
  const read = readShaped(text, file, storySchema, 'story');
  const bad = (): ReadStory => ({ ok: false, problems: orderProblems(read.problems).map(formatProblem) });
  if (!read.isReadable || read.problems.length > 0) return bad();
  const story = read.shape.file as StoryFile;

  const cast = castOf(policy, { organisation });
  const by = story.by ?? cast.reporter;
  const start = given.at ?? momentIn(story.at, policy, given.now) ?? nextFriday(policy, given.now);
  const category = categoryOf(story.category, policy, read.report);
  const acts = actsOf(story.steps ?? [], { policy, start, report: read.report, known: [...cast.logins, by] });
  const until = momentIn(story.until, policy, start);
  if (until !== null && until <= start) read.report(['until'], 'lies before the beginning of the story');
  if (read.problems.length > 0) return bad();

  const { issue } = rehearsalWords(policy.language);
  const label = story.priority === undefined ? [] : [policy.priorities[story.priority].label];
  const last = acts.at(-1)?.at ?? start;
  const plot: Plot = {
    story: 'file',
    title: story.title,
    start,
    priority: story.priority ?? null,
    opening: {
      by,
      title: story.title,
      body: story.form ? formBody(policy.language, answersOf(story.form)) : issue.answer,
      labels: [INPUTS.label.default, ...label, ...(category ? [category.label] : [])],
      tells: [story.title, story.priority ?? [], category ? category.name : []].flat().join(', '),
    },
    next: (_, done) => acts.find(({ name }) => !done.has(name)) ?? null,
    endOf: (situation) => {
      if (until !== null) return until;
      const over = situation.incident.resolution.resolved ?? situation.incident.resolution.ended;
      return over ? last + HOUR : Math.max(last + HOUR, unansweredEnd(situation));
    },
  };
  return { ok: true, plot, cast: castOf(policy, { others: [by], organisation }) };
}

/** The instant of a text that has passed the schema; a time of day is the first one from `from` on. */
function momentIn(text: string | undefined, { zone }: Policy, from: Instant): Instant | null {
  return text === undefined ? null : (takeMoment(text.trim().split(/\s+/), { zone, at: from }, from)?.moment ?? null);
}

function categoryOf(name: string | undefined, { categories }: Policy, report: ReportProblem): Category | null {
  const found = categories.find((it) => it.name === name) ?? null;
  const names = categories.map((it) => it.name);
  if (name !== undefined && found === null)
    report(['category'], notAmong(name, 'a category of the policy', names, 'the policy has no categories'));
  return found;
}

interface Stage {
  readonly policy: Policy;
  readonly start: Instant;
  readonly report: ReportProblem;
  /** The logins of those who play. */
  readonly known: readonly string[];
}

/** What people do, in the order of the file, which is that of time. */
function actsOf(steps: readonly StepOfStory[], { policy, start, report, known }: Stage): readonly PlotAct[] {
  let before = start;
  return steps.flatMap((step, i) => {
    const wrong = wrongPerson(step.who, known);
    if (wrong !== undefined) report(['steps', i, 'who'], wrong);
    if (step.after === undefined && step.at === undefined)
      report(['steps', i], 'does not say when; expected after: 20m or at: 21:00');
    if (step.after !== undefined && step.at !== undefined)
      report(['steps', i], 'says when by two keys; expected one of after: 20m and at: 21:00');
    const at = timeOf(step, policy, before);
    if (at < before) report(['steps', i, 'at'], 'lies before what stands above it; expected the steps in order');
    before = Math.max(before, at);
    const act = actOf(step, String(i), at, rehearsalWords(policy.language).acts.close);
    if (act === null)
      report(['steps', i], 'says nothing that somebody does; expected one of writes, label, unlabel, closes');
    return act ?? [];
  });
}

function timeOf(step: StepOfStory, policy: Policy, before: Instant): Instant {
  const after = step.after === undefined ? undefined : parseDuration(step.after);
  return after ? before + after.days * DAY + after.ms : (momentIn(step.at, policy, before) ?? before);
}

/** All that one step does, at once; null if it does nothing. */
function actOf(
  { who, writes, label, unlabel, closes }: StepOfStory,
  name: string,
  at: Instant,
  closing: string,
): PlotAct | null {
  const [on, off] = [label ?? [], unlabel ?? []].map((it) => (typeof it === 'string' ? [it] : it)) as [
    string[],
    string[],
  ];
  const says = writes === undefined ? null : saying(name, at, who, writes.trim());
  if (says === null && on.length + off.length === 0 && closes !== true) return null;
  const tells = [says?.tells ?? [], on.map((it) => `+${it}`), off.map((it) => `-${it}`), closes ? closing : []].flat();
  return {
    name,
    at,
    who,
    tells: tells.join(' '),
    do: (person, issue) => {
      if (on.length > 0) person.label(issue, ...on);
      if (off.length > 0) person.unlabel(issue, ...off);
      says?.do(person, issue);
      if (closes) person.close(issue);
    },
  };
}

/** Somebody whom the policy does not name is a stranger, unless it looks like a slip. */
function wrongPerson(login: string, known: readonly string[]): string | undefined {
  if (includesLogin(known, login)) return undefined;
  const near = nearest(login, known);
  return near === undefined ? undefined : `${quote(login)} is not in the policy; did you mean ${quote(near)}?`;
}

function answersOf(form: NonNullable<StoryFile['form']>): Parameters<typeof formBody>[1] {
  return Object.fromEntries(Object.entries(form).filter(([, answer]) => answer !== undefined));
}
