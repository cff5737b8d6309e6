import { describe, expect, test } from 'vitest';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import { lastChangeOfTimes } from '../../src/setup/doctor/account.ts';
import { DAY } from '../support/stage.ts';
import { clientOf, diagnosed, foundBy, patientWith, PATH, POLICY, WORKFLOW } from './doctor-patients.ts';

/* What will stop the schedule, or has stopped it without a word. */

/** Changes the workflow by a commit. */
async function change(hub: EmbeddedGitHub, how: (text: string) => string, author?: string): Promise<string> {
  return hub.commit({ [WORKFLOW]: how((await clientOf(hub).readFile('HEAD', WORKFLOW))!) }, 'Change', author);
}
const otherTimes = (text: string): string => text.replace(/cron: '.*'/, "cron: '*/10 * * * *'");
const otherName = (text: string): string => text.replace('name: Tocsin', 'name: Incidents');

describe('the account behind the schedule', () => {
  const accountOf = async (hub: EmbeddedGitHub): Promise<string[]> => foundBy('account', await diagnosed(hub));
  const there = (login: string): string =>
    `ok: \`${login}\` last changed the times in \`${WORKFLOW}\`, and their account is there. -> null`;

  test('is that of whoever changed its times, whoever changed the rest of the file', async () => {
    const hub = await patientWith({ strangers: ['dora'] });
    await change(hub, otherTimes, 'dora');
    await change(hub, otherName, 'bob');
    expect(await accountOf(hub)).toEqual([there('dora')]);
  });

  test('is missed once it is gone, until somebody changes the times again', { tags: 'slow' }, async () => {
    const hub = await patientWith({ strangers: ['dora'] });
    const commit = await change(hub, otherTimes, 'dora');
    hub.deleteUser('dora');
    const gone = `warn: Whoever last changed the times in \`${WORKFLOW}\` (commit \`${commit.slice(0, 7)}\`) has no account, or none any more: GitHub starts a schedule only while that account is active, and stops it without a word. -> somebody with write access changes a \`cron\` in \`${WORKFLOW}\`, be it by a minute; no other change of the file will do`;
    expect(await accountOf(hub)).toEqual([gone]);
    await change(hub, otherName, 'bob');
    expect(await accountOf(hub)).toEqual([gone]);
    await change(hub, (text) => text.replace('*/10', '*/12'), 'bob');
    expect(await accountOf(hub)).toEqual([there('bob')]);
  });

  test('may be that of an app', async () => {
    const hub = await patientWith();
    await change(hub, otherTimes, 'renovate[bot]');
    expect(await accountOf(hub)).toEqual([there('renovate[bot]')]);
  });

  test('is that of whoever put the file back', async () => {
    const hub = await patientWith();
    const text = (await clientOf(hub).readFile('HEAD', WORKFLOW))!;
    hub.commit({ [WORKFLOW]: null }, 'Remove', 'alice');
    hub.commit({ [WORKFLOW]: text }, 'Restore', 'bob');
    expect(await accountOf(hub)).toEqual([there('bob')]);
  });

  test(
    'is not told of where the times have stood for longer than is read, or there are none',
    { tags: 'slow' },
    async () => {
      const hub = await patientWith({ author: null });
      for (let i = 0; i < 18; i++) await change(hub, (text) => `${text}# ${i}\n`, 'bob');
      expect(await accountOf(hub)).toEqual([expect.stringMatching(/^warn: Whoever/)]);
      await change(hub, (text) => `${text}#\n`, 'bob');
      expect(await accountOf(hub)).toEqual([]);
      await change(hub, (text) => text.replace(/ +schedule:\n.*\n/, ''), 'bob');
      expect(await accountOf(hub)).toEqual([]);
    },
  );

  test('is missed in French', async () => {
    const hub = await patientWith({ author: null, policy: `${POLICY}language: fr\n` });
    expect((await accountOf(hub)).join()).toMatch(
      /^warn: La personne qui a modifié en dernier les horaires de .* n’a pas ou n’a plus de compte\u00a0: GitHub ne suit un calendrier que tant que ce compte est actif, et l’abandonne sans rien dire\. -> faire modifier un `cron` /,
    );
  });

  test('is not changed by the order in which the times stand, or by what cannot be read', () => {
    const version = (commit: string, crons: readonly string[]) => ({
      commit,
      text: `on: { schedule: [${crons.map((it) => `{ cron: '${it}' }`).join(', ')}] }\n`,
      author: commit,
    });
    const [a, b] = ['1 * * * *', '2 * * * *'];
    const found = (...versions: readonly { commit: string; text: string | null; author: string | null }[]) =>
      lastChangeOfTimes(versions)?.commit ?? null;
    expect(found(version('new', [b, a]), version('old', [a, b]), version('first', [a]))).toBe('old');
    expect(found(version('new', [a]), { commit: 'broken', text: 'on: [push\n', author: null })).toBe('new');
    expect(found()).toBeNull();
  });
});

describe('a schedule that GitHub is about to disable', () => {
  const activityOf = async (hub: EmbeddedGitHub): Promise<string[]> => foundBy('activity', await diagnosed(hub));
  const mend =
    'a commit on the default branch; if that comes too late, `gh workflow enable tocsin.yml`, or Actions → the workflow → Enable';
  const near = (days: number, left: string): string =>
    `warn: The last commit on the default branch is ${days} days old. In a public repository GitHub disables scheduled workflows after 60 days without activity: ${left}. -> ${mend}`;

  test('is warned of in time, with the days that are left', { tags: 'slow' }, async () => {
    const hub = await patientWith();
    const said: string[] = [];
    for (const days of [1, 43, 1, 14, 1]) {
      hub.clock.advance(days * DAY);
      said.push(...(await activityOf(hub)));
    }
    expect(said).toEqual([
      'ok: The last commit on the default branch is 1 day old. -> null',
      'ok: The last commit on the default branch is 44 days old. -> null',
      near(45, '15 days are left'),
      near(59, '1 day is left'),
      near(60, 'it may do so any day'),
    ]);
    hub.commit({ 'README.md': 'a' });
    expect(await activityOf(hub)).toEqual([
      'ok: The last commit on the default branch is less than a day old. -> null',
    ]);
  });

  test('is warned of without `actions: read`, too', async () => {
    const hub = await patientWith({ permissions: { contents: 'read', issues: 'write', metadata: 'read' } });
    hub.clock.advance(50 * DAY);
    expect(await activityOf(hub)).toEqual([near(50, '10 days are left')]);
  });

  test('is not warned of once it is disabled, which the schedule says', async () => {
    const hub = await patientWith();
    hub.clock.advance(61 * DAY);
    hub.setWorkflow('tocsin.yml', 'disabled_inactivity');
    const diagnosis = await diagnosed(hub);
    expect(foundBy('activity', diagnosis)).toEqual([]);
    expect(foundBy('schedule', diagnosis)).toEqual([expect.stringMatching(/^fail: GitHub has disabled /)]);
  });

  test('is none in a private repository, or where nothing is scheduled', async () => {
    const hub = await patientWith({ visibility: 'private' });
    hub.clock.advance(50 * DAY);
    expect(await activityOf(hub)).toEqual([]);
    const bare = await patientWith({ files: { [WORKFLOW]: 'on: push\n', [PATH]: POLICY } });
    bare.clock.advance(50 * DAY);
    expect(await activityOf(bare)).toEqual([]);
  });

  test('is warned of in French', async () => {
    const hub = await patientWith({ policy: `${POLICY}language: fr\n` });
    hub.clock.advance(59 * DAY);
    expect((await activityOf(hub)).join()).toContain(
      'désactive les workflows planifiés après 60 jours sans activité\u00a0: il reste 1 jour. -> un commit sur la branche par défaut\u00a0; s’il vient trop tard, `gh workflow enable tocsin.yml`',
    );
  });
});
