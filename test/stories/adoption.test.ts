import { describe, expect, test, vi } from 'vitest';
import { initWords } from '../../src/setup/init-words.ts';
import { hasOtherBugs } from '../../src/cli/adopting.ts';
import { BUILTIN_POLICY, loadPolicy } from '../../src/capabilities/load.ts';
import { failuresOf } from '../../src/run/report.ts';
import { startGitHub } from '../../src/rehearsal/github/server.ts';
import { clockRow, rowOf } from '../support/card.ts';
import { card, DAY, HOUR, MINUTE, notices, PEOPLE, POLICY, stageOf } from '../support/stage.ts';

/* A repository that has used P0 to P3 for its bugs, before it had Tocsin. */

/** Bugs with priorities and one issue with the incident label, a month before the policy comes in. */
async function adopted(policy = POLICY, bugs = 5) {
  // No policy yet.
  const stage = await stageOf({ policy: undefined as never });
  const { hub } = stage;
  for (let i = 0; i < bugs; i++) hub.as('rita').openIssue({ title: `Bug ${i}`, labels: [`P${i % 4}`] });
  const old = hub.as('rita').openIssue({ title: 'Incident of old', labels: ['incident', 'P0'] });
  hub.clock.advance(30 * DAY);
  hub.commit({ '.github/tocsin.yml': policy });
  hub.clock.advance(DAY);
  return { stage, hub, old };
}
const labelsOf = (hub: Awaited<ReturnType<typeof adopted>>['hub']) => hub.issues().map(({ labels }) => labels);

describe('what is older than Tocsin in a repository', () => {
  test('is not touched, however often runs come, and is listed where it has the incident label', async () => {
    const { stage, hub, old } = await adopted();
    const before = labelsOf(hub);
    for (let i = 0; i < 5; i++) hub.as('mallory').comment(i + 1, '+1');
    hub.takeEvents();
    const report = await stage.sweep();
    await stage.pass(2 * DAY, 12 * HOUR);
    expect(report.listed).toEqual([old]);
    expect(report.settled).toEqual([]);
    expect(hub.issues().every(({ comments }) => comments.every(({ body }) => body === '+1'))).toBe(true);
    expect(labelsOf(hub)).toEqual(before);
  });

  test('is taken in when a person sets a priority anew, and begins then', async () => {
    const { stage, hub } = await adopted();
    hub.as('bob').unlabel(3, 'P2');
    hub.as('bob').label(3, 'P1');
    await stage.react();
    expect(hub.issue(3).labels.toSorted()).toEqual(['P1', 'incident', 'needs-information']);
    expect(rowOf(card(hub.issue(3)), 'Opened')).toMatch(/^Thu 3 Dec 2026, 09:00 UTC/);
    expect(card(hub.issue(3))).not.toContain('missed');
    hub.clock.advance(10 * MINUTE);
    hub.as('alice').comment(3, '/ack');
    await stage.react();
    expect(clockRow(card(hub.issue(3)), 'Acknowledge')).toMatch(/^✅ .* met 09:10/);
    expect(hub.issue(1).comments).toEqual([]);
  });

  test('is taken in when a person sets the incident label; its old priority counts for nothing', async () => {
    const { stage, hub } = await adopted();
    hub.as('bob').label(1, 'incident');
    await stage.react();
    expect(card(hub.issue(1))).toContain('P3');
    expect(notices(hub.issue(1)).join()).toContain('Set a priority');
    expect(notices(hub.issue(1)).join()).not.toMatch(/\*\*🔴|P0: comment/);
  });

  test('is not taken in by a bot, nor by an edit', async () => {
    const { stage, hub } = await adopted();
    hub.as('helper[bot]').label(2, 'incident');
    hub.as('rita').editBody(1, 'Worse');
    await stage.sweep();
    expect(hub.issue(1).comments).toEqual([]);
    expect(hub.issue(2).comments).toEqual([]);
  });

  test('is what is older than `enforce-from`, if the policy says that', async () => {
    const { stage, hub, old } = await adopted(`enforce-from: 2026-11-01\n${POLICY}`);
    await stage.sweep();
    expect(card(hub.issue(old))).toContain('P0');
  });

  test('goes on with its card when the policy file is moved', async () => {
    const stage = await stageOf({ policy: POLICY });
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.commit({ '.github/tocsin.yml': null, 'ops/tocsin.yml': POLICY });
    stage.hub.clock.advance(4 * HOUR);
    await stage.sweep({ policy: 'ops/tocsin.yml', workflow: null });
    expect(clockRow(card(stage.hub.issue(1)), 'Resolve')).toMatch(/^❌ 13:00 .* missed/);
  });
});

test('where every bug has a priority, the incident label alone takes in if the policy says so', async () => {
  const stage = await stageOf({ policy: `taken-in-by: incident-label\n${POLICY}` });
  stage.hub.as('rita').openIssue({ title: 'Bug', labels: ['P0'] });
  stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
  await stage.sweep();
  expect(stage.hub.issue(1).comments).toEqual([]);
  expect(card(stage.hub.issue(2))).toContain('P1');
});

describe('a crowd of new incidents', () => {
  test('is asked about in one place, not started, while the others go on', { tags: 'slow' }, async () => {
    const stage = await stageOf({ policy: `most-new: 3\n${POLICY}` });
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    for (let i = 0; i < 4; i++) hub.as(`user-${i}`).openIssue({ title: `Old ${i}`, labels: ['P0'] });
    hub.clock.advance(20 * MINUTE);
    hub.takeEvents();
    for (let i = 0; i < 3; i++) {
      const report = await stage.sweep();
      expect(report.crowd).toEqual([2, 3, 4, 5]);
      expect(
        failuresOf(report)
          .map(({ message }) => message)
          .join(),
      ).toContain('4 new incidents were not started');
    }
    expect(hub.issues()).toHaveLength(6);
    const question = hub.issue(6);
    expect(question.title).toBe('4 issues wait to become incidents');
    expect(question.body).toContain('@grace **Are these incidents?**');
    expect(question.body).toContain('#2, #3, #4, #5');
    for (const number of [2, 3, 4, 5]) expect(hub.issue(number).comments).toEqual([]);
    expect(notices(hub.issue(1)).join()).toContain('P0 not acknowledged. Comment `/ack` now.');
    // What somebody opens now is no part of it.
    hub.as('rita').openIssue({ title: 'Down too', labels: ['incident', 'P0'] });
    await stage.react();
    expect(notices(hub.issue(7)).join()).toContain('P0: comment `/ack` before');
    hub.as('bob').unlabel(2, 'P0');
    await stage.sweep();
    expect(card(hub.issue(3))).toContain('P0');
    expect(hub.issue(2).comments).toEqual([]);
  });

  test('of one author begins by a quarter, a run at a time, P0s first, and hinders nobody else', async () => {
    const stage = await stageOf({ policy: `most-new: 8\n${POLICY}` });
    const { hub } = stage;
    for (let i = 0; i < 30; i++)
      hub.as('mallory').openIssue({ title: `Flood ${i}`, body: 'x', labels: ['incident', i === 29 ? 'P0' : 'P2'] });
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    hub.takeEvents();
    await stage.sweep();
    const started = (): number[] =>
      hub
        .issues()
        .flatMap(({ number, comments }) => (comments.some((it) => it.body.includes('tocsin:card')) ? [number] : []));
    expect(started()).toEqual([1, 30, 31]);
    expect(hub.issue(32).title).toBe('28 issues wait to become incidents');
    await stage.sweep();
    expect(started()).toHaveLength(5);
    expect(hub.issue(32).title).toBe('28 issues wait to become incidents');
    expect(hub.issue(32).body).not.toContain('#2,');
    expect(hub.issues()).toHaveLength(32);
  });

  test('is asked about in French', async () => {
    const stage = await stageOf({ policy: `language: fr\nmost-new: 1\n${POLICY}` });
    for (let i = 0; i < 2; i++)
      stage.hub.as(`user-${i}`).openIssue({ title: `Panne ${i}`, labels: ['incident', 'P0'] });
    const report = await stage.sweep();
    expect(stage.hub.issue(3).title).toBe('2 tickets attendent de devenir des incidents');
    expect(failuresOf(report)[0]!.message).toContain('2 nouveaux incidents n’ont pas été ouverts\u00a0:');
  });
});

describe('tocsin init', () => {
  async function asked(labels: readonly string[], answer: boolean | null) {
    const hub = await startGitHub({ people: PEOPLE });
    vi.stubEnv('GITHUB_TOKEN', 'test-token');
    vi.stubEnv('GITHUB_API_URL', hub.url);
    hub.as('alice').openIssue({ title: 'Bug', labels });
    const [lines, questions] = [[] as string[], [] as string[]];
    const loaded = await loadPolicy(BUILTIN_POLICY, 'p.yml');
    if (!loaded.ok) throw new Error('the built-in policy is broken');
    const isOther = await hasOtherBugs(loaded.policy, {
      repo: 'acme/shop',
      words: initWords('en'),
      print: (line) => lines.push(line),
      ask: (question) => {
        questions.push(question);
        return Promise.resolve(answer);
      },
    });
    await hub.close();
    vi.unstubAllEnvs();
    return { isOther, lines, questions };
  }

  test('notices labels of bugs that are called like priorities, and asks', async () => {
    const { isOther, questions } = await asked(['p0', 'P2'], false);
    expect(questions).toEqual([
      'acme/shop has the labels P0, P2 already. Are all issues that carry one incidents? [y/N] ',
    ]);
    expect(isOther).toBe(true);
  });

  test('says what to write where nobody can answer', async () => {
    const { isOther, lines } = await asked(['P1'], null);
    expect(isOther).toBe(false);
    expect(lines.join()).toContain('write `taken-in-by: incident-label` into the policy');
  });

  test('asks nothing where there is none', async () => {
    expect((await asked(['bug'], false)).questions).toEqual([]);
  });
});
