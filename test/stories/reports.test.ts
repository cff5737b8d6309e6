import { describe, expect, test } from 'vitest';
import { HOUR, mentioned, MINUTE, visible } from '../support/stage.ts';
import { at, ledger, opened, POLICY, reports } from './reports-story.ts';

describe('the report of a month', () => {
  test('is opened by the first scheduled run, with the figures in its mark', async () => {
    const { stage, hub } = await opened();
    hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1', 'network'] });
    const { filed, inForce } = await stage.sweep();
    expect(inForce?.problems).toEqual([]);
    expect(filed.map((it) => [it.do, it.what])).toEqual([['keep-report', 'open the incident report of November 2026']]);
    const [report, ...more] = reports(hub);
    expect(more).toEqual([]);
    expect(report).toMatchObject({ title: 'Incident report November 2026', state: 'OPEN' });
    expect(ledger(report!)).toMatchObject({ month: '2026-11', isFrozen: false, figures: { opened: 1, open: 1 } });
    expect(report!.body).toContain('**1 opened, 0 resolved, 1 open.**');
    expect(mentioned(visible(report!.body))).toEqual([]);
  });

  test('is not opened unless the policy asks for it', async () => {
    const { stage, hub } = await opened(POLICY.replace(/reports: .*/, 'reports: { exclude: [ddos] }'));
    await stage.sweep();
    expect(reports(hub)).toEqual([]);
  });

  test(
    'is brought up to date once a day at most, and an idle sweep writes nothing and asks nothing more',
    { tags: 'slow' },
    async () => {
      const { stage, hub } = await opened();
      await stage.sweep();
      hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
      hub.clock.advance(HOUR);
      await stage.sweep();
      expect(ledger(reports(hub)[0]!).figures.opened).toBe(0);
      hub.as('alice').comment(2, '/ack');
      hub.as('alice').comment(2, '/resolve Rebooted.');
      hub.clock.set(at('2026-11-03T08:00Z'));
      await stage.sweep();
      expect(ledger(reports(hub)[0]!).figures).toMatchObject({ opened: 1, resolved: 1, open: 0 });
      for (const day of ['2026-11-04T08:00Z', '2026-11-04T09:30Z', '2026-11-06T08:00Z']) {
        hub.clock.set(at(day));
        const before = hub.requests.length;
        await stage.sweep();
        const made = hub.requests.slice(before);
        expect(made.flatMap(({ mutations }) => mutations)).toEqual([]);
        expect(made.filter(({ kind }) => kind === 'query')).toHaveLength(1);
      }
    },
  );

  test(
    'over a month’s end is closed after three days, told once, and the next one goes on',
    { tags: 'slow' },
    async () => {
      const { stage, hub } = await opened();
      await stage.sweep();
      hub.clock.set(at('2026-11-30T23:30Z'));
      hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
      await stage.sweep();
      hub.clock.set(at('2026-12-01T00:30Z'));
      hub.as('alice').comment(2, '/resolve Rebooted.');
      await stage.sweep();
      expect(reports(hub).map(({ title, state }) => [title, state])).toEqual([
        ['Incident report November 2026', 'OPEN'],
        ['Incident report December 2026', 'OPEN'],
      ]);
      hub.clock.set(at('2026-12-04T00:30Z'));
      await stage.sweep();
      const [november, december] = reports(hub);
      expect([november!.state, december!.state]).toEqual(['CLOSED', 'OPEN']);
      expect(ledger(november!)).toMatchObject({ isFrozen: true, figures: { opened: 1, resolved: 0, open: 1 } });
      expect(november!.body).toContain('Closed as of Tue 1 Dec 2026, 00:00 UTC. Later changes are told');
      expect(november!.comments.map(({ body }) => visible(body))).toEqual([
        '@grace The incident report of November 2026 is closed: please look at it above.',
      ]);
      expect(ledger(december!).figures).toMatchObject({ opened: 0, resolved: 1 });
      // Each month has its part of the hour.
      expect(ledger(november!).figures.rows.map(({ downtime }) => downtime)).toEqual([30]);
      expect(ledger(december!).figures.rows.map(({ downtime }) => downtime)).toEqual([30]);
      const frozen = november!.body;
      hub.clock.set(at('2026-12-20T08:00Z'));
      await stage.sweep();
      expect(reports(hub)[0]).toMatchObject({ body: frozen, comments: { length: 1 } });
    },
  );

  test('a later change of what is closed is told in the month that makes it', { tags: 'slow' }, async () => {
    const { stage, hub } = await opened();
    hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.sweep();
    hub.clock.advance(20 * MINUTE);
    hub.as('alice').comment(1, '/resolve Rebooted.');
    await stage.sweep();
    hub.clock.set(at('2026-12-04T08:00Z'));
    await stage.sweep();
    const [november] = reports(hub);
    hub.as('alice').comment(1, '/cause overload');
    hub.as('alice').comment(1, '/impact 2026-11-02 09:00 2026-11-02 09:05');
    hub.clock.set(at('2026-12-05T08:00Z'));
    await stage.sweep();
    const [same, december] = reports(hub);
    expect(same!.body).toBe(november!.body);
    expect(ledger(december!).figures.corrections).toEqual([
      { month: '2026-11', n: 1, what: 'cause', from: '', to: 'overload' },
      { month: '2026-11', n: 1, what: 'downtime', from: '20', to: '5' },
    ]);
    expect(december!.body).toContain('- #1 (November 2026): minutes of downtime `20` → `5`');
    hub.clock.set(at('2026-12-06T08:00Z'));
    const before = hub.requests.length;
    await stage.sweep();
    expect(hub.requests.slice(before).flatMap(({ mutations }) => mutations)).toEqual([]);
  });

  test('in French reads as French', async () => {
    const { stage, hub } = await opened(`language: fr\n${POLICY}`);
    hub.as('nora').openIssue({ title: 'Panne', labels: ['incident', 'P1'] });
    await stage.sweep();
    const [report] = reports(hub);
    expect(report!.title).toBe('Rapport d’incidents\u00a0: novembre 2026');
    expect(report!.body).toContain('**1 ouvert, 0 résolu, 1 en cours.**');
    hub.clock.set(at('2026-12-04T08:00Z'));
    await stage.sweep();
    expect(visible(reports(hub)[0]!.comments[0]!.body)).toBe(
      '@grace Le rapport d’incidents de novembre 2026 est clos\u00a0: à consulter ci-dessus.',
    );
  });
});

describe('the week in short', () => {
  const WEEKLY = POLICY.replace(
    'monthly: { to: management }',
    'monthly: true, weekly: { on: mon, at: 8:00, to: management }',
  );

  test('is a comment on the report of the month, once, while it is news', { tags: 'slow' }, async () => {
    const { stage, hub } = await opened(WEEKLY);
    hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.sweep();
    hub.clock.advance(20 * MINUTE);
    hub.as('alice').comment(1, '/resolve Rebooted.');
    await stage.sweep();
    const told = (): string[] => reports(hub).flatMap((it) => it.comments.map(({ body }) => visible(body)));
    // That of the week before is told at once: it is an hour old.
    expect(told()).toEqual([
      '@grace **Week from Mon 26 Oct 2026:** 0 opened, 0 resolved, 0 open. Budget of `checkout` left for the month: 100%.',
    ]);
    hub.clock.set(at('2026-11-09T09:00Z'));
    await stage.sweep();
    await stage.sweep();
    expect(told().slice(1)).toEqual([
      '@grace **Week from Mon 2 Nov 2026:** 1 opened, 1 resolved, 0 open. Deadlines in time: 2 of 2. Budget of `checkout` left for the month: 86%.',
    ]);
    hub.clock.set(at('2026-11-18T09:00Z'));
    await stage.sweep();
    expect(told()).toHaveLength(2);
  });

  test('over the end of a month is told in one of them', async () => {
    const { stage, hub } = await opened(WEEKLY.replace('on: mon', 'on: fri'));
    await stage.sweep();
    for (const time of ['2027-01-01T00:30Z', '2027-01-01T09:00Z', '2027-01-02T09:00Z']) {
      hub.clock.set(at(time));
      await stage.sweep();
    }
    const [, january] = reports(hub);
    expect(january!.comments.map(({ body }) => visible(body).slice(0, 37))).toEqual(
      ['@grace **Week from Fri 25 Dec 2026:** '].map((it) => it.slice(0, 37)),
    );
  });
});

describe('what others do to a report', () => {
  test('a text that somebody has changed is written anew, also without its mark', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    const { number, body } = reports(hub)[0]!;
    for (const text of [body.replace('0 opened', '9 opened'), 'Mine']) {
      hub.as('grace').editBody(number, text);
      hub.clock.advance(HOUR);
      await stage.sweep();
      expect(reports(hub).map((it) => visible(it.body).includes('**0 opened'))).toEqual([true]);
    }
  });

  test('an issue of somebody else with its mark is none', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    const { body } = reports(hub)[0]!;
    const forged = body.replace('"opened":0', '"opened":99');
    hub.as('nora').openIssue({ title: 'Incident report October 2026', body: forged, labels: ['monthly-report'] });
    hub.clock.set(at('2026-11-03T08:00Z'));
    await stage.sweep();
    expect(reports(hub).map(({ state }) => state)).toEqual(['OPEN', 'OPEN']);
    expect(reports(hub)[1]!.body).toBe(forged);
  });

  test('one that is closed early is not opened again', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    hub.as('grace').close(reports(hub)[0]!.number);
    hub.clock.set(at('2026-11-03T08:00Z'));
    await stage.sweep();
    expect(reports(hub).map(({ state }) => state)).toEqual(['CLOSED']);
  });

  test('of two for one month the older stays', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    const { title, body } = reports(hub)[0]!;
    hub.as('github-actions[bot]').openIssue({ title, body, labels: ['monthly-report'] });
    hub.clock.advance(HOUR);
    await stage.sweep();
    expect(reports(hub).map(({ state, stateReason }) => [state, stateReason])).toEqual([
      ['OPEN', null],
      ['CLOSED', 'DUPLICATE'],
    ]);
  });

  test('what is confidential is counted, and named nowhere', async () => {
    const { stage, hub } = await opened();
    hub.as('nora').openIssue({ title: 'Secret leak', labels: ['incident', 'P1', 'security'] });
    await stage.sweep();
    const [report] = reports(hub);
    expect(ledger(report!).figures).toMatchObject({ opened: 1, confidential: 1, rows: [] });
    expect(report!.body).not.toMatch(/Secret|security|#1\b|"n":1\b/);
  });

  test('the label may have another name', async () => {
    const { stage, hub } = await opened(`${POLICY}labels: { monthly-report: figures }\n`);
    await stage.sweep();
    hub.clock.set(at('2026-11-03T08:00Z'));
    hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.sweep();
    expect(reports(hub, 'figures').map((it) => ledger(it).figures.opened)).toEqual([1]);
  });
});
