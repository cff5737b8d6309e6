import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readMark } from '../../src/engine/mark.ts';
import { openStage, type Stage } from '../../src/rehearsal/stage.ts';
import { forkAt } from './forks.ts';
import { HOUR, killed, MINUTE, PEOPLE, places, writes, type Course, type Run, type Step } from './story.ts';
import { inShare } from '../support/tries.ts';
import { type Arrived, type Recorder, recorder, PAGED } from './pages-story.ts';

/*
 * Law 5 with pages: a run is killed before and after each page and each request. What somebody must be woken by is never lost; what
 * goes out twice, because nobody could know, bears the same key; and what is written is written once.
 */

const STORY: readonly Step[] = [
  {
    name: 'a reporter opens a P0',
    happen: (hub) => hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P0'] }),
  },
  {
    name: 'its acknowledgement is overdue',
    happen: (hub) => {
      hub.clock.advance(20 * MINUTE);
    },
  },
  {
    name: 'a responder takes it, and calls for help: two pages in one run',
    happen: (hub) => hub.as('alice').comment(1, '/ack\n/escalate the database is gone'),
  },
  {
    name: 'the resolution is overdue',
    happen: (hub) => {
      hub.clock.advance(4 * HOUR);
    },
  },
  { name: 'it is resolved', happen: (hub) => hub.as('alice').comment(1, '/resolve rolled back') },
];

const keysOf = (arrived: readonly Arrived[]): string[] => arrived.map(({ key }) => key);
const open: Stage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

async function stageWith(policy: string, log: Recorder): Promise<Stage> {
  const strangers = ['mallory', 'nora'];
  const stage = await openStage({ policy, people: { ...PEOPLE, rita: 'triage' }, strangers, pager: log.pager });
  open.push(stage);
  return stage;
}

/** Plays the story. `during` is given what follows each step and must run it. */
async function play(during: (run: Run, stage: Stage, log: Recorder, at: number) => Promise<void>): Promise<void> {
  const log = recorder();
  const stage = await stageWith(PAGED, log);
  for (const [at, step] of STORY.entries()) {
    step.happen(stage.hub);
    const event = stage.hub.takeEvents().at(-1);
    await during(() => stage.sweep(event && { event: event.name, payload: event.payload }), stage, log, at);
  }
}

/** What the undisturbed story looks like after each step, with the pages that have gone out by then. */
let course: Course & { readonly pages: readonly (readonly string[])[] };
beforeAll(async () => {
  const found = { after: [] as Course['after'][number][], requests: [] as Course['requests'][number][] };
  const pages: string[][] = [];
  await play(async (run, { hub }, log) => {
    const before = hub.requests.length;
    await run();
    found.requests.push(hub.requests.slice(before));
    found.after.push(hub.snapshot());
    pages.push(keysOf(log.arrived));
  });
  course = { ...found, pages };
});

/** All is as without the kill, but for pages that went out again with the same key; and one more run does nothing. */
async function asIfNothing(run: Run, { hub }: Stage, log: Recorder, at: number, place: unknown): Promise<void> {
  const where = `${STORY[at]!.name}, killed at ${JSON.stringify(place)}`;
  expect(hub.snapshot(), where).toEqual(course.after[at]);
  expect([...new Set(keysOf(log.arrived))].sort(), where).toEqual([...course.pages[at]!].sort());
  const [requests, pages] = [hub.requests.length, log.arrived.length];
  await run();
  expect(writes(hub.requests.slice(requests)), where).toEqual([]);
  expect(log.arrived.length, where).toBe(pages);
}

describe('undisturbed', () => {
  test('each page goes out once, before what is said of it', () => {
    expect(course.pages.at(-1)).toEqual([
      'acme/shop#1 urgent:start trigger',
      'acme/shop#1 urgent:acknowledge due trigger',
      expect.stringMatching(/^acme\/shop#1 escalated@\d+ trigger$/),
      expect.stringMatching(/^acme\/shop#1 pager-acknowledge\S+ acknowledge$/),
      'acme/shop#1 urgent:resolve 75% urgent:resolve due trigger',
      expect.stringMatching(/^acme\/shop#1 pager-resolve\S+ resolve$/),
    ]);
    const told = course.after
      .at(-1)!
      .issues[0]!.comments.map(({ body }) => readMark('notice', 1, body))
      .filter((it) => it !== null);
    // The second one is the receipt and the last one tells the reporter that it is resolved, which wakes nobody.
    expect(told.map(({ paged }) => paged)).toEqual(['first', undefined, 'first', 'first', 'first', undefined]);
  });
});

describe('killed, and the next run makes up for it:', () => {
  test.each(['before', 'after'] as const)('%s each page', { tags: 'slow' }, async (when) => {
    let kills = 0;
    for (const page of [1, 2])
      await play(async (run, stage, log, at) => {
        const { hub } = stage;
        log.killAt(page, when, hub);
        const before = log.arrived.length;
        await run().catch(() => null);
        const struck = hub.frozen;
        hub.thaw();
        log.spare();
        const gone = keysOf(log.arrived).slice(before);
        if (struck) {
          kills += 1;
          await run();
          const again = keysOf(log.arrived).slice(before + gone.length);
          expect(again, 'what went out unsaid goes out again').toEqual(expect.arrayContaining(gone));
        }
        await asIfNothing(run, stage, log, at, { page, when });
      });
    expect(kills).toBe(6);
  });

  test('before and after each request', { tags: 'slow' }, async () => {
    let kills = 0;
    let doubles = 0;
    const logs = new Map<Stage, Recorder>();
    const open = async (): Promise<Stage> => {
      const log = recorder();
      const stage = await stageWith(PAGED, log);
      logs.set(stage, log);
      return stage;
    };
    const fork = (stage: Stage): Stage => {
      const log = recorder(logs.get(stage)!.arrived);
      const forked = stage.fork({ pager: log.pager });
      logs.set(forked, log);
      return forked;
    };
    const all = [{ request: 1, writing: false, how: 'drop-before' } as const, ...places(course, ['drop-after'])];
    await forkAt({ steps: STORY, course, open, fork }, all, async (run, stage, at, place) => {
      const log = logs.get(stage)!;
      if (await killed(run, stage.hub, place)) {
        kills += 1;
        await run();
      }
      await asIfNothing(run, stage, log, at, place);
      doubles = Math.max(doubles, log.arrived.length - new Set(keysOf(log.arrived)).size);
    });
    expect(kills).toBeGreaterThanOrEqual(inShare(16));
    // A kill between a page and its comment cannot be told from one before the page.
    expect(doubles).toBeGreaterThan(0);
  });

  test('by a run that comes later, when more is due: it calls for all of it', async () => {
    const log = recorder();
    const stage = await stageWith(PAGED, log);
    STORY[0]!.happen(stage.hub);
    log.killAt(1, 'after', stage.hub);
    await stage.react().catch(() => null);
    stage.hub.thaw();
    log.spare();
    stage.hub.clock.advance(20 * MINUTE);
    await stage.sweep();
    expect(keysOf(log.arrived)).toEqual([
      'acme/shop#1 urgent:start trigger',
      'acme/shop#1 urgent:start urgent:acknowledge due trigger',
    ]);
    await stage.sweep();
    expect(log.arrived).toHaveLength(2);
  });
});
