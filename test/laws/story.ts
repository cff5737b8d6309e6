import type { Failure, InjectedFault, RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { WebhookEvent } from '../../src/rehearsal/github/state.ts';
import type { VisibleState } from '../../src/rehearsal/github/views.ts';
import { openStage, type Stage, type StageOptions } from '../../src/rehearsal/stage.ts';
import type { Report } from '../../src/run/report.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const PEOPLE = { alice: 'write', bob: 'triage', carol: 'maintain', grace: 'admin' } as const;

export const POLICY = `
roles:
  responder: [alice]
  second: [bob]
  lead: [carol]
fallback: grace
most-new: 1000
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: second }
    - { at: resolve 75%, notify: assignee }
    - { at: resolve due, notify: [lead, responder] }
    - { at: resolve due + 1h, notify: [lead, fallback], repeat: 2h, until: resolved }
  normal:
    - { at: acknowledge due, notify: responder }
`;

/** Something that happens, and the one run that follows it: the event's own where there was one, else the schedule's. */
export interface Step {
  readonly name: string;
  readonly happen: (hub: EmbeddedGitHub) => void;
}

/** The main story: a P0 from its opening to its closing, with another incident beside it, mistakes and a stranger. */
export const MAIN_STORY: readonly Step[] = [
  {
    name: 'a reporter opens a P0',
    happen: (hub) => hub.as('rita').openIssue({ title: 'Shop down', body: 'No orders.', labels: ['incident', 'P0'] }),
  },
  {
    name: 'its acknowledgement is overdue',
    happen: (hub) => {
      hub.clock.advance(20 * MINUTE);
    },
  },
  { name: 'a responder acknowledges it', happen: (hub) => hub.as('alice').comment(1, '/ack') },
  { name: 'a stranger commands', happen: (hub) => hub.as('mallory').comment(1, '/resolve it was nothing') },
  {
    name: 'an issue has only a priority label',
    happen: (hub) => hub.as('rita').openIssue({ title: 'Mail is slow', body: '', labels: ['P2'] }),
  },
  {
    name: 'it gets a second priority label',
    happen: (hub) => {
      hub.as('bob').label(2, 'P3');
    },
  },
  {
    name: 'an issue has no priority',
    happen: (hub) => hub.as('nora').openIssue({ title: 'Odd', labels: ['incident'] }),
  },
  { name: 'a priority is set by command', happen: (hub) => hub.as('bob').comment(3, '/priority P1 customers call') },
  { name: 'a command is mistaken', happen: (hub) => hub.as('bob').comment(3, '/resolv done') },
  {
    name: 'the resolution is overdue',
    happen: (hub) => {
      hub.clock.advance(4 * HOUR);
    },
  },
  {
    name: 'reminders were missed',
    happen: (hub) => {
      hub.clock.advance(5 * HOUR);
    },
  },
  { name: 'it is resolved', happen: (hub) => hub.as('alice').comment(1, '/resolve rolled back') },
  {
    name: 'it is closed',
    happen: (hub) => {
      hub.as('rita').close(1);
    },
  },
  {
    name: 'it is reopened',
    happen: (hub) => {
      hub.clock.advance(HOUR);
      hub.as('rita').reopen(1);
    },
  },
  {
    name: 'it is closed again',
    happen: (hub) => {
      hub.clock.advance(HOUR);
      hub.as('alice').close(1);
    },
  },
  {
    name: 'a reporter withdraws another',
    happen: (hub) => {
      hub.as('rita').close(2, 'not_planned');
    },
  },
];

/** Its core, for what must be tried in many ways. */
export const SHORT_STORY: readonly Step[] = [0, 1, 2, 7, 11].map((at) => {
  const step = MAIN_STORY[at]!;
  return at === 7 ? { name: step.name, happen: (hub) => hub.as('bob').comment(1, '/priority P1 one shop only') } : step;
});

/** A stage for the story. The caller closes it. */
export function setStage(policy: string = POLICY, options: StageOptions = {}): Promise<Stage> {
  return openStage({ policy, people: PEOPLE, strangers: ['rita', 'mallory', 'nora'], ...options });
}

/** One run: for the newest event since the last step, or of the schedule. Can be had again. */
export type Run = () => Promise<Report>;

/** Plays a story step by step. `during` is given what follows each step and must run it. */
export async function play(
  steps: readonly Step[],
  during: (run: Run, stage: Stage, at: number) => Promise<void>,
  { policy, ...options }: StageOptions = {},
): Promise<void> {
  const stage = await setStage(policy, options);
  try {
    for (const [at, step] of steps.entries()) {
      step.happen(stage.hub);
      const event = stage.hub.takeEvents().at(-1);
      await during(() => runFor(stage, event), stage, at);
    }
  } finally {
    await stage.close();
  }
}

/** The run that an event starts, or else the schedule. */
export function runFor(stage: Stage, event: WebhookEvent | undefined): Promise<Report> {
  return stage.sweep(event && { event: event.name, payload: event.payload });
}

/** What the undisturbed story looks like after each step, and the requests that each of its runs makes. */
export interface Course {
  readonly after: readonly VisibleState[];
  readonly requests: readonly (readonly RequestEntry[])[];
}

export async function undisturbed(steps: readonly Step[], options?: StageOptions): Promise<Course> {
  const after: VisibleState[] = [];
  const requests: RequestEntry[][] = [];
  await play(
    steps,
    async (run, { hub }) => {
      const before = hub.requests.length;
      await run();
      requests.push(hub.requests.slice(before));
      after.push(hub.snapshot());
    },
    options,
  );
  return { after, requests };
}

const courses = new Map<readonly Step[], Promise<Course>>();

/** The undisturbed course of a story, which always has the same policy and is played once only in a process. */
export function courseOf(steps: readonly Step[], policy?: string): Promise<Course> {
  const course = courses.get(steps) ?? undisturbed(steps, policy === undefined ? {} : { policy });
  courses.set(steps, course);
  return course;
}

/** A place in every run at which something goes wrong: at its k-th request, or its k-th writing one, in this way. */
export interface Place {
  readonly request: number;
  readonly writing: boolean;
  readonly how: Failure;
}

/** Every request of every run, in each of the given ways. */
export function places({ requests }: Course, ways: readonly Failure[]): Place[] {
  return numbers(requests).flatMap((request) => ways.map((how) => ({ request, writing: false, how })));
}

/** Every writing request of every run. */
export function writingPlaces({ requests }: Course, ways: readonly Failure[]): Place[] {
  return numbers(requests.map(writes)).flatMap((request) => ways.map((how) => ({ request, writing: true, how })));
}

/** Between any two mutations of every writing request. */
export function cuts({ requests }: Course): Place[] {
  const writing = requests.map(writes);
  return numbers(writing).flatMap((request) => {
    const most = Math.max(...writing.map((run) => run[request - 1]?.mutations.length ?? 0));
    return Array.from({ length: most - 1 }, (_, i): Place => ({
      request,
      writing: true,
      how: { mutation: i + 1, then: 'drop' },
    }));
  });
}

function numbers(runs: readonly (readonly unknown[])[]): number[] {
  return Array.from({ length: Math.max(...runs.map((run) => run.length)) }, (_, i) => i + 1);
}

/** Whether a run that makes these requests comes to that place. */
export function reaches(run: readonly RequestEntry[], { request, writing, how }: Place): boolean {
  const one = (writing ? writes(run) : run)[request - 1];
  if (!one) return false;
  return typeof how !== 'object' || !('mutation' in how) || one.mutations.length > how.mutation;
}

/** The fault at a place, and whatever else is true of it. */
export function faultAt({ request, writing, how }: Place, also: { readonly freeze?: boolean } = {}): InjectedFault {
  return { when: { request, ...(writing && { matches: ({ kind }) => kind === 'mutation' }) }, how, ...also };
}

/** Runs, and is killed at that place, if the run comes so far. Says whether it was. */
export async function killed(run: Run, hub: EmbeddedGitHub, place: Place): Promise<boolean> {
  hub.faults.add(faultAt(place, { freeze: true }));
  await run().catch(() => null);
  const struck = hub.faults.pending() === 0;
  hub.faults.clear();
  hub.thaw();
  return struck;
}

/** Runs, and one request goes wrong in that way, if the run comes to it. Says whether it did. */
export async function failed(run: Run, hub: EmbeddedGitHub, { request, how }: Place): Promise<boolean> {
  hub.faults.add({ when: { request, matches: ({ kind }) => how !== 'truncate' || kind !== 'rest' }, how });
  await run().catch(() => null);
  const struck = hub.faults.pending() === 0;
  hub.faults.clear();
  return struck;
}

export function writes(requests: readonly RequestEntry[]): RequestEntry[] {
  return requests.filter(({ kind }) => kind === 'mutation');
}
