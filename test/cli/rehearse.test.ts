import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rehearseCommand } from '../../src/cli/rehearse.ts';
import { ended, inFolder, put, WORKFLOW } from './init-folder.ts';

inFolder();
afterEach(() => vi.useRealTimers());

const TEAM = `
timezone: Europe/Paris
roles: { responder: [tess], management: [ada] }
fallback: ada
categories: [payment, { name: break-in, confidential: true, owner: management }]
notifiers: { pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] } }
escalation-policies:
  urgent: [{ at: start, notify: responder }, { at: acknowledge due, notify: management }]
  normal: [{ at: acknowledge due, notify: responder }]
`;

const headings = (lines: readonly string[]): string[] =>
  lines.filter((line) => /^P\d, /.test(line)).map((line) => line.split(':', 1)[0]!);

describe('tocsin rehearse', () => {
  it(
    'plays a P0 and a P2, each with nobody and in good order, on the next Friday evening',
    { tags: 'slow' },
    async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-25T12:00:00Z') });
      await put('.github/tocsin.yml', TEAM);
      const { code, lines } = await ended(rehearseCommand);
      expect(code).toBe(0);
      expect(headings(lines)).toEqual([
        'P0, nobody answers',
        'P0, all goes well',
        'P2, nobody answers',
        'P2, all goes well',
      ]);
      expect(lines[0]).toContain('Fri 27 Nov 2026, 18:30 Europe/Paris');
      expect(lines.at(-1)).toBe('Reached nobody: nothing. Every notification had somebody to go to.');
    },
  );

  it('plays what is asked for, when it is asked for', { tags: 'slow' }, async () => {
    await put('p.yml', TEAM);
    const args = ['--policy', 'p.yml', '--priority', 'p1', '--category', 'payment', '--at', '2026-12-01 03:00'];
    const { lines } = await ended(rehearseCommand, ...args);
    expect(headings(lines)).toEqual(['P1, nobody answers', 'P1, all goes well']);
    expect(lines[0]).toContain('Tue 1 Dec 2026, 03:00 Europe/Paris');
    expect(lines[2]).toMatch(/^Tue 03:00 +opens +reporter +P1, payment$/);
    const json = JSON.parse((await ended(rehearseCommand, ...args, '--json')).lines.join('')) as Record<
      string,
      unknown
    >;
    expect(json).toMatchObject({ policy: 'p.yml', version: 1, ok: true, timezone: 'Europe/Paris' });
  });

  it('shows who hears of what is confidential', { tags: 'slow' }, async () => {
    await put('p.yml', TEAM);
    const { lines } = await ended(rehearseCommand, '--policy', 'p.yml', '--priority', 'P0', '--category', 'break-in');
    const told = lines.slice(0, lines.indexOf('', 2)).filter((line) => /page|mention/.test(line));
    expect(told.join('\n')).toMatch(/mention +ada /);
    expect(told.join('\n')).not.toContain('tess');
  });

  it(
    'exits with 1 when something reaches nobody: a secret that the workflow does not pass on',
    { tags: 'slow' },
    async () => {
      await put('.github/tocsin.yml', TEAM);
      await put(WORKFLOW, 'jobs: { incidents: { steps: [{ uses: tocsin/tocsin@v1 }] } }\n');
      const { code, lines } = await ended(rehearseCommand, '--priority', 'P0');
      expect(code).toBe(1);
      expect(lines).toContain(
        `  notifier pager: ${WORKFLOW} does not pass on its secret PAGERDUTY_KEY, so it wakes nobody`,
      );
      await put(WORKFLOW, 'jobs: { i: { env: { PAGERDUTY_KEY: x }, steps: [{ uses: tocsin/tocsin@v1 }] } }\n');
      expect((await ended(rehearseCommand, '--priority', 'P0')).code).toBe(0);
    },
  );

  it('plays a story, and says with 2 what is wrong with it or with the policy', { tags: 'slow' }, async () => {
    await put('p.yml', TEAM);
    await put(
      's.yml',
      'title: Down\nat: 2026-11-20 18:30\npriority: P0\nsteps: [{ after: 5m, who: tess, writes: /ack }]\n',
    );
    const { code, lines } = await ended(rehearseCommand, '--policy', 'p.yml', '--story', 's.yml');
    expect([code, headings(lines)]).toEqual([0, ['P0, Down']]);
    expect(lines.join('\n')).toMatch(/\nFri 18:35 +acts +tess +\/ack\n/);
    await put('s.yml', 'titel: Down\n');
    expect(await ended(rehearseCommand, '--policy', 'p.yml', '--story', 's.yml')).toMatchObject({
      code: 2,
      lines: [
        's.yml:1:1: title: is missing; expected a title',
        's.yml:1:1: titel: is an unknown key; did you mean "title"?',
      ],
    });
    await put('p.yml', 'roles: [tess]\n');
    expect(await ended(rehearseCommand, '--policy', 'p.yml')).toMatchObject({
      code: 2,
      lines: [expect.stringMatching(/^p\.yml:1:8: roles: /)],
    });
  });

  it.each([
    [['p.yml'], 'rehearse takes no file; expected --policy FILE'],
    [['--policy', 'none.yml'], 'the policy none.yml cannot be read'],
    [['--priority', 'P9'], '--priority: "P9" is not a priority; expected P0, P1, P2 or P3'],
    [['--category', 'paiment'], '--category: "paiment" is not a category of the policy; did you mean "payment"?'],
    [['--at', 'tomorrow'], '--at: "tomorrow" is not a time; expected e.g. "2026-11-20 18:30"'],
    [['--owner', 'a/b'], '--owner: "a/b" is not a login; expected e.g. alice'],
    [['--story', 'none.yml'], '--story: there is no none.yml'],
    [['--story', 's.yml', '--priority', 'P0'], '--priority goes without --story: the story says it itself'],
  ])('%j is refused', async (args, error) => {
    await put('.github/tocsin.yml', TEAM);
    expect(await ended(rehearseCommand, ...args)).toMatchObject({
      code: 2,
      error: expect.stringContaining(error) as string,
    });
  });
});

describe('the examples', () => {
  it.each([
    ['network-provider', /^ +page +pager \(PagerDuty\) /m, /^Mon 11:00 +acts +tom +\/ack$/m],
    [
      'learning-platform',
      /^sam\. 9 h 30 +mention +bob +étape acknowledge due d’urgent$/m,
      /^lun\. 7 déc\. 18 h 30 +mention +bob/m,
    ],
  ])('of the %s reach somebody with everything', { tags: 'slow' }, async (name, urgent, ordinary) => {
    const policy = fileURLToPath(new URL(`../../examples/${name}.yml`, import.meta.url));
    const { code, lines } = await ended(rehearseCommand, '--policy', policy, '--at', '2026-11-27 18:30');
    const all = lines.join('\n').replace(/[\u00a0\u202f]/g, ' ');
    expect(code).toBe(0);
    expect(all).toMatch(urgent);
    expect(all).toMatch(ordinary);
    expect(all).not.toMatch(/mention +(?:nobody|personne) /);
    // What one reads of it fits on a screen or two.
    expect(lines.length).toBeLessThan(110);
  });
});
