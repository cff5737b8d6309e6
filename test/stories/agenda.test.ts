import { describe, expect, test } from 'vitest';
import { isRed } from '../../src/run/report.ts';
import { DAY, HOUR, mentioned, MINUTE, visible } from '../support/stage.ts';
import { writes } from '../laws/story.ts';
import { agendas, at, facts, opened, POLICY } from './agenda-story.ts';

describe('three meetings', () => {
  test(
    'each have one agenda from the day before on; what is not ticked goes on to the next',
    { tags: 'slow' },
    async () => {
      const { stage, hub } = await opened();
      hub.as('nora').openIssue({ title: 'Checkout is down @all', labels: ['incident', 'P0'] });
      await stage.sweep();
      expect(agendas(hub)).toEqual([]);
      hub.clock.set(at('2026-11-02T10:00Z'));
      const report = await stage.sweep();
      expect(isRed(report)).toBe(false);
      expect(report.filed.filter((it) => it.do === 'prepare-review').map(({ what }) => what)).toEqual([
        'open the agenda of the review on Tue 3 Nov 2026',
        'say what there is to review',
      ]);
      const [first] = agendas(hub);
      expect(first).toMatchObject({ title: 'Incident review: Tue 3 Nov 2026', state: 'OPEN', labels: ['review'] });
      expect(mentioned(whole(first!))).toEqual(['grace']);
      expect(facts(first!)).toContain(
        '### Open P0 and P1\n\n- #1 `Checkout is down @all`: P0, since 2 Nov 2026, 09:00, nobody has it',
      );
      expect(facts(first!)).toContain(
        '- #1 `Checkout is down @all`: Acknowledge (P0), due 2 Nov 2026, 09:15, still not met',
      );
      expect(facts(first!)).toContain('Nothing under: Overdue action items, Post-mortems,');

      // The body is theirs.
      hub
        .as('grace')
        .editBody(
          first!.number,
          first!.body.replace(
            '## Decisions\n',
            '## Decisions\n\n- [ ] Ask @vendor about #1 <b>\n- [x] Done with\n- [ ] Second link',
          ),
        );
      hub.clock.advance(HOUR);
      hub.as('alice').comment(1, '/ack');
      await stage.sweep();
      expect(facts(agendas(hub)[0]!)).toContain('still not met');
      // On another day the facts are brought up to date, once.
      hub.clock.set(at('2026-11-03T08:00Z'));
      await stage.sweep();
      const now = facts(agendas(hub)[0]!);
      expect(now).toContain('Acknowledge (P0), due 2 Nov 2026, 09:15, 1 h 45 min late');
      expect(now).toContain('Resolve (P0), due 2 Nov 2026, 13:00, still not met');
      expect(now).toContain('09:00, `alice`');
      hub.as('alice').comment(1, '/resolve rolled back');
      hub.clock.advance(HOUR);
      await stage.sweep();
      expect(facts(agendas(hub)[0]!)).toBe(now);
      expect(hub.issue(first!.number).body).toContain('- [x] Done with');

      hub.clock.set(at('2026-11-09T12:00Z'));
      await stage.sweep();
      const [closed, second] = agendas(hub);
      expect(closed).toMatchObject({ state: 'CLOSED', stateReason: 'COMPLETED' });
      expect(second).toMatchObject({ title: 'Incident review: Tue 10 Nov 2026', state: 'OPEN' });
      expect(visible(second!.body)).toContain(
        `## Decisions\n\nCarried over from #${first!.number}:\n\n- [ ] Ask @\u2060vendor about #\u20601 &lt;b>\n- [ ] Second link\n\n<sub>`,
      );
      // What the last meeting has seen is told no more; the report of the P0 is.
      expect(facts(second!)).not.toContain('Acknowledge (P0)');
      expect(facts(second!)).toContain('### Post-mortems\n\n- draft: #3 of #1, ');
      expect(facts(second!)).toContain('Nothing under: ');

      // People close it after the meeting, and a decision is carried over all the same.
      hub.as('grace').editBody(second!.number, second!.body.replace('[ ] Ask', '[x] Ask'));
      hub.clock.set(at('2026-11-10T11:00Z'));
      hub.as('grace').close(second!.number);
      await stage.pass(5 * DAY, 6 * HOUR);
      expect(agendas(hub)).toHaveLength(2);
      hub.clock.set(at('2026-11-16T12:00Z'));
      await stage.sweep();
      const third = agendas(hub)[2]!;
      expect(visible(third.body)).toContain(`Carried over from #${second!.number}:\n\n- [ ] Second link\n\n<sub>`);
      expect(agendas(hub).map(({ state }) => state)).toEqual(['CLOSED', 'CLOSED', 'OPEN']);
    },
  );
});

const whole = ({ body, comments }: { body: string; comments: readonly { body: string }[] }): string =>
  [body, ...comments.map((it) => it.body)].join('\n');

describe('an agenda', () => {
  test('is no incident, and costs one request while its meeting is near, none before or after', async () => {
    const { stage, hub } = await opened();
    const asked = async (): Promise<(string | null)[]> => {
      const before = hub.requests.length;
      await stage.sweep();
      return hub.requests.slice(before).map(({ operationName }) => operationName);
    };
    expect(await asked()).toEqual(['Read']);
    hub.clock.set(at('2026-11-02T10:00Z'));
    await stage.sweep();
    const before = hub.snapshot();
    for (const later of [MINUTE, 6 * HOUR, 12 * HOUR]) {
      hub.clock.advance(later);
      expect(await asked()).toEqual(['Read', 'Latest']);
    }
    expect(hub.requests.at(-1)!.points).toBe(1);
    expect(hub.snapshot()).toEqual(before);
    hub.clock.set(at('2026-11-03T10:00Z'));
    expect(await asked()).toEqual(['Read']);
    hub.as('grace').createLabel('incident');
    hub.as('grace').label(1, 'incident');
    expect((await stage.sweep()).settled).toEqual([]);
  });

  test('that people have closed early is not opened again, also when its mark is gone from its text', async () => {
    const { stage, hub } = await opened();
    hub.clock.set(at('2026-11-02T10:00Z'));
    await stage.sweep();
    hub.as('grace').editBody(1, 'Off this week');
    hub.as('grace').close(1);
    hub.clock.advance(HOUR);
    await stage.sweep();
    expect(agendas(hub)).toHaveLength(1);
    expect(hub.issue(1).body).toBe('Off this week');
  });

  test('that somebody has closed as a duplicate is the one of its meeting all the same', async () => {
    const { stage, hub } = await opened();
    hub.clock.set(at('2026-11-02T10:00Z'));
    await stage.sweep();
    for (let i = 0; i < 2; i++) {
      const [agenda] = agendas(hub).filter(({ state }) => state === 'OPEN');
      if (agenda) hub.as('grace').close(agenda.number, 'duplicate');
      hub.clock.advance(HOUR);
      await stage.sweep();
    }
    expect(agendas(hub)).toHaveLength(1);
  });

  test('that two runs have opened at once is closed as a duplicate', async () => {
    const { stage, hub } = await opened();
    hub.clock.set(at('2026-11-02T10:00Z'));
    await stage.sweep();
    hub.as('github-actions[bot]').openIssue({ title: 'Again', body: hub.issue(1).body, labels: ['review'] });
    await stage.sweep();
    expect(hub.issue(2)).toMatchObject({ state: 'CLOSED', stateReason: 'DUPLICATE' });
    expect(hub.issue(1).state).toBe('OPEN');
    const before = writes(hub.requests).length;
    await stage.sweep();
    expect(writes(hub.requests)).toHaveLength(before);
  });

  test('of a dry run is only told', async () => {
    const { stage, hub } = await opened();
    hub.clock.set(at('2026-11-02T10:00Z'));
    const dry = await stage.sweep({ dryRun: true });
    expect(writes(hub.requests)).toEqual([]);
    expect(dry.filed.map(({ issue, what }) => [issue, what])).toEqual([
      [null, 'open the agenda of the review on Tue 3 Nov 2026'],
      [null, 'say what there is to review'],
    ]);
  });

  test('is in the language of the policy', async () => {
    const { stage, hub } = await opened(`language: fr\ntimezone: Europe/Paris\n${POLICY}`);
    hub.clock.set(at('2026-11-02T10:00Z'));
    await stage.sweep();
    expect(hub.issue(1).title).toBe('Revue des incidents\u00a0: mardi 3 novembre 2026');
    expect(facts(hub.issue(1))).toContain('Rien à signaler\u00a0: P0 et P1 ouverts, ');
    hub.as('grace').editBody(1, hub.issue(1).body.replace('## Décisions\n', '## Décisions\n\n- [ ] Changer'));
    hub.commit({ '.github/tocsin.yml': POLICY });
    hub.clock.set(at('2026-11-09T12:00Z'));
    await stage.sweep();
    expect(visible(agendas(hub)[1]!.body)).toContain('## Decisions\n\nCarried over from #1:\n\n- [ ] Changer\n');
  });

  test('says nothing of what is confidential', { tags: 'slow' }, async () => {
    const { stage, hub } = await opened(`${POLICY}
categories:
  - { name: security, owner: management, confidential: true }
`);
    hub.as('nora').openIssue({ title: 'A leak of keys', labels: ['incident', 'P0', 'security'] });
    await stage.react();
    hub.clock.set(at('2026-11-02T12:00Z'));
    await stage.sweep();
    const [agenda] = agendas(hub);
    expect(whole(agenda!)).not.toMatch(/leak|#1\b/);
    expect(facts(agenda!)).toContain('Nothing under: Open P0 and P1, Clocks missed');
  });
});
