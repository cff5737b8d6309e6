import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { DAY, HOUR, MINUTE, notices, PEOPLE, POLICY, setOnce, stageOf, visible } from '../support/stage.ts';

/* What the record knows of an incident is kept true on its post-mortem, in a comment; its text belongs to people. */

const records = ({ hub }: Stage, number = 2): string[] =>
  hub
    .issue(number)
    .comments.filter(({ body }) => body.startsWith('<!-- tocsin:record'))
    .map(({ body }) => visible(body));

const resolved = setOnce(async (options: Parameters<typeof stageOf>[0] = {}): Promise<Stage> => {
  const stage = await stageOf(options);
  stage.hub.as('nora').openIssue({ title: 'Checkout is down', body: 'Nobody can pay <!-- hidden -->' });
  stage.hub.as('bob').label(1, 'P0');
  await stage.react();
  stage.hub.clock.advance(5 * MINUTE);
  stage.hub.as('alice').comment(1, '/ack');
  await stage.react();
  stage.hub.clock.advance(55 * MINUTE);
  stage.hub.as('alice').comment(1, '/resolve a bad deploy');
  await stage.react();
  return stage;
});

/** A P0 that nobody has taken on. */
const open = setOnce(async () => {
  const stage = await stageOf();
  stage.hub.as('nora').openIssue({ title: 'Checkout is down' });
  stage.hub.as('bob').label(1, 'P0');
  await stage.react();
  return stage;
});

describe('the record on a post-mortem', () => {
  test('is written with it, once, with the source of each line', { tags: 'slow' }, async () => {
    const stage = await resolved();
    expect(records(stage)).toHaveLength(1);
    const [record = ''] = records(stage);
    expect(record).toContain('## The record of #1');
    expect(record).toContain('- **Duration**: 1 h');
    expect(record).toMatch(
      /^- \*\*10:00\*\* `alice` resolved it: `a bad deploy` \(\[↗\]\(https:[^)]+#issuecomment-\d+\)\)$/m,
    );
    expect(record).toMatch(/^- \*\*09:00\*\* → `alice`, `bob`: step `start` of `urgent` \(\[↗\]\(https:/m);
    expect(record).toContain('- ✅ **Acknowledge** (P0) 09:15');
    expect(record).toContain('Nobody can pay');
    expect(record).not.toContain('hidden');
    const { body } = stage.hub.issue(2);
    expect(body).not.toContain('Timeline');
    expect(body).toContain('stand in a comment below, which is kept up to date');
    await stage.sweep();
    expect(records(stage)).toEqual([record]);
  });

  test('follows facts that arrive late, and leaves what people wrote alone', { tags: 'slow' }, async () => {
    const stage = await resolved();
    stage.hub.as('alice').editBody(2, 'We took the payments down for an hour.');
    stage.hub.clock.advance(DAY);
    stage.hub.as('alice').comment(1, '/timeline 2026-11-02T08:40 the deploy began');
    await stage.react();
    expect(records(stage)).toHaveLength(1);
    expect(records(stage)[0]).toMatch(/^- \*\*08:40\*\* `alice` `the deploy began`/m);
    expect(stage.hub.issue(2).body).toBe('We took the payments down for an hour.');
    stage.hub.as('grace').close(2);
    stage.hub.as('alice').comment(1, '/impact 2026-11-02T08:40 2026-11-02T09:50');
    await stage.react();
    expect(records(stage)[0]).toContain('- **Duration**: 1 h 10 min');
  });

  test.each(['drop-before', 'drop-after', 'truncate'] as const)(
    'is there once whatever answer is lost: %s',
    { tags: 'slow' },
    async (how) => {
      for (let request = 1; request <= 12; request++) {
        const stage = await open();
        stage.hub.as('alice').comment(1, '/resolve a bad deploy');
        stage.hub.faults.add({ when: { request }, how, freeze: true });
        await stage.react().catch(() => null);
        stage.hub.faults.clear();
        stage.hub.thaw();
        stage.hub.clock.advance(MINUTE);
        await stage.sweep();
        // What a run that died has left undone the next word about it brings up, or the next morning.
        stage.hub.clock.set(Date.UTC(2026, 10, 3, 6, 30));
        await stage.sweep();
        await stage.sweep();
        expect(records(stage), `request ${request}`).toHaveLength(1);
      }
    },
  );

  test(
    'a second one of a race is deleted, and one that somebody deletes comes again with the next fact',
    { tags: 'slow' },
    async () => {
      const stage = await resolved();
      const { body } = stage.hub.issue(2).comments.find((it) => it.body.startsWith('<!-- tocsin:record'))!;
      stage.hub.as('github-actions[bot]').comment(2, body);
      stage.hub.as('alice').comment(1, '/note looked at the logs');
      await stage.react();
      expect(records(stage)).toHaveLength(1);
      const [comment] = stage.hub.issue(2).comments.filter((it) => it.body.startsWith('<!-- tocsin:record'));
      stage.hub.as('grace').deleteComment(comment!.databaseId);
      stage.hub.as('alice').comment(1, '/note looked again');
      await stage.react();
      expect(records(stage)).toHaveLength(1);
    },
  );

  test('of what is confidential there is none, nor in a dry run', { tags: 'slow' }, async () => {
    const policy = `${POLICY}categories: [{ name: breach, label: breach, owner: management, confidential: true }]\n`;
    const stage = await stageOf({ policy });
    stage.hub.as('bob').openIssue({ title: 'Keys leaked', labels: ['incident', 'P0', 'breach'] });
    await stage.react();
    stage.hub.as('grace').comment(1, '/resolve rotated');
    await stage.react();
    expect(stage.hub.issues()).toHaveLength(1);
    const dry = await stageOf();
    dry.hub.as('bob').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    dry.hub.as('alice').comment(1, '/resolve x');
    await dry.sweep({ dryRun: true });
    expect(dry.hub.issues()).toHaveLength(1);
  });

  test('whose issue is gone, or locked, stops nothing', { tags: 'slow' }, async () => {
    const stage = await resolved();
    stage.hub.as('grace').lock(2);
    stage.hub.as('alice').comment(1, '/note looked at the logs');
    const report = await stage.react();
    expect(isRed(report!)).toBe(false);
    expect(records(stage)).toHaveLength(1);
  });

  test('that an issue takes no more is said once a day, not by every run', { tags: 'slow' }, async () => {
    const stage = await resolved();
    const [comment] = stage.hub.issue(2).comments.filter((it) => it.body.startsWith('<!-- tocsin:record'));
    stage.hub.as('grace').deleteComment(comment!.databaseId);
    stage.hub.as('grace').lock(2);
    stage.hub.as('alice').comment(1, '/note looked at the logs');
    const first = await stage.react();
    expect(isRed(first!)).toBe(true);
    expect(first?.failures.map(({ message }) => message)).toEqual([expect.stringMatching(/^#2: .*locked/i)]);
    const red = [];
    for (let run = 0; run < 24; run++) {
      stage.hub.clock.advance(60 * MINUTE);
      red.push(isRed(await stage.sweep()));
    }
    expect(red.filter(Boolean)).toHaveLength(1);
  });

  test('is in French where the policy is', { tags: 'slow' }, async () => {
    const stage = await resolved({ policy: `language: fr\n${POLICY}` });
    expect(records(stage)[0]).toContain('## Dossier de l’incident #1');
    expect(stage.hub.issue(2).body).toContain('ce texte est le vôtre');
  });

  test('costs nothing while nothing happens', async () => {
    const stage = await resolved();
    await stage.sweep();
    stage.hub.requests.length = 0;
    stage.hub.clock.advance(MINUTE);
    await stage.sweep();
    expect(stage.hub.requests).toHaveLength(1);
  });
});

describe('a post-mortem that an admin deletes', () => {
  const withAdmin = { people: { ...PEOPLE, rita: 'admin' } } as const;
  const asked = ({ hub }: Stage, id: string): number =>
    hub.requests.filter(({ body }) => JSON.stringify(body).includes(id)).length;

  /** Everything that three days of runs do. */
  async function waitOut(stage: Stage): Promise<void> {
    for (let run = 0; run < 3 * 24; run++) {
      stage.hub.clock.advance(HOUR);
      expect(isRed(await stage.sweep()), `run ${run}`).toBe(false);
    }
  }

  test('is neither opened again nor asked for, and nobody hears of it', { tags: 'slow' }, async () => {
    const stage = await resolved(withAdmin);
    const { id } = stage.hub.issue(2);
    const before = notices(stage.hub.issue(1));
    stage.hub.as('rita').deleteIssue(2);
    stage.hub.requests.length = 0;
    stage.hub.as('alice').comment(1, '/note looked at the logs');
    expect(isRed((await stage.react())!)).toBe(false);
    await waitOut(stage);
    expect(asked(stage, id)).toBe(0);
    expect(stage.hub.issues().map(({ number }) => number)).toEqual([1]);
    expect(notices(stage.hub.issue(1))).toEqual(before);
  });

  test('while a run is about to write on it is asked for once', { tags: 'slow' }, async () => {
    const stage = await resolved(withAdmin);
    const { id } = stage.hub.issue(2);
    const before = notices(stage.hub.issue(1));
    stage.hub.requests.length = 0;
    stage.hub.faults.add({
      when: { matches: ({ operationName }) => operationName === 'ReadIssue' },
      how: {
        at: 'before',
        hook: () => {
          stage.hub.as('rita').deleteIssue(2);
        },
      },
    });
    stage.hub.as('alice').comment(1, '/note looked at the logs');
    const report = await stage.react();
    expect(stage.hub.faults.pending()).toBe(0);
    expect(isRed(report!)).toBe(false);
    expect(report?.filed).toEqual([]);
    await waitOut(stage);
    expect(asked(stage, id)).toBe(1);
    expect(stage.hub.issues().map(({ number }) => number)).toEqual([1]);
    expect(notices(stage.hub.issue(1))).toEqual(before);
  });
});

test('its owner is assigned when the record and the card are there, so that neither tells them anything twice', async () => {
  const stage = await resolved();
  const { assignees, comments } = stage.hub.issue(2);
  expect(assignees).toEqual(['alice']);
  expect(comments.map(({ body }) => /tocsin:(\w+)/.exec(body)?.[1])).toEqual(['record', 'card']);
  const kinds = (await stage.read(2)).timeline.map(({ kind }) => kind);
  expect(kinds.lastIndexOf('commented')).toBeLessThan(kinds.indexOf('assigned'));
  stage.hub.as('grace').unassign(2, 'alice');
  stage.hub.as('alice').comment(1, '/note looked at the logs');
  await stage.react();
  // Whom people take off it stays off.
  expect(stage.hub.issue(2).assignees).toEqual([]);
});
