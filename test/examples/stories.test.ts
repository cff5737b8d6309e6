import { describe, expect, it } from 'vitest';
import type { IssueView } from '../../src/rehearsal/github/views.ts';
import { card, HOUR, MINUTE, notices, stageOf, mentioned, visible } from '../support/stage.ts';
import { exampleText, iso } from './policies.ts';

/** Who was told when: `2026-11-21T15:30Z alice emma`. */
function toldWhen(issue: IssueView): string[] {
  const sent = issue.comments.filter(({ body }) => body.startsWith('<!-- tocsin:notice'));
  return sent.map(({ body, createdAt }) => [iso(createdAt), ...mentioned(visible(body))].join(' '));
}

/** The rows of the clocks on the card, with plain spaces. */
const clockRows = (issue: IssueView): string[] =>
  plain(card(issue))
    .split('\n')
    .filter((line) => /^\|[^|]*\| `\d+\w+` \|/.test(line));

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the learning platform: a blocking fault on Saturday at 16:30', () => {
  const START = Date.parse('2026-11-21T16:30+01:00');
  const PEOPLE = { alice: 'write', bob: 'write', carol: 'maintain', dave: 'write', emma: 'triage' } as const;

  async function blocking(body = '') {
    const stage = await stageOf({ policy: exampleText('learning-platform'), people: PEOPLE, start: START });
    const { hub } = stage;
    const n = hub
      .as('rita')
      .openIssue({ title: 'Plus personne ne peut se connecter', body, labels: ['incident', 'bloquante'] });
    await stage.react();
    const at = async (instant: string): Promise<void> => {
      hub.clock.set(Date.parse(instant));
      await stage.sweep();
    };
    const until = (instant: string, every: number) => stage.pass(Date.parse(instant) - hub.clock.now(), every);
    return { stage, hub, n, at, until };
  }

  it('calls nobody for the restoration of data on Saturday evening where none is lost', async () => {
    const { hub, n, until } = await blocking('### Données perdues ou altérées\n\nNon\n');
    await until('2026-11-21T21:00+01:00', HOUR / 2);
    expect(toldWhen(hub.issue(n))).toEqual(['2026-11-21T15:30Z alice rita emma']);
    expect(clockRows(hub.issue(n)).join()).not.toContain('restauration');
  });

  it('that nobody takes on climbs from the operator to level 3 by Monday noon', async () => {
    const { hub, n, until } = await blocking();
    expect(clockRows(hub.issue(n))).toEqual([
      '| prise en compte | `1h` | lun. 23 nov. 2026, 09:30 Europe/Paris (08:30 UTC) | en cours |',
      '| contournement | `2h` | lun. 23 nov. 2026, 10:30 Europe/Paris (09:30 UTC) | en cours |',
      '| restauration | `4h` | sam. 21 nov. 2026, 20:30 Europe/Paris (19:30 UTC) | en cours |',
      '| résolution | `2h` | lun. 23 nov. 2026, 11:00 Europe/Paris (10:00 UTC) | en cours |',
    ]);
    await until('2026-11-21T21:00+01:00', HOUR / 2);
    await until('2026-11-23T09:00+01:00', 6 * HOUR);
    await until('2026-11-23T12:00+01:00', HOUR / 2);
    const issue = hub.issue(n);
    expect(toldWhen(issue)).toEqual([
      '2026-11-21T15:30Z alice rita emma', // Saturday 16:30: start, and the receipt
      '2026-11-21T19:30Z carol dave', // Saturday 20:30: restore due
      '2026-11-23T08:30Z bob', // Monday 09:30: acknowledge due
      '2026-11-23T09:30Z bob', // Monday 10:30: workaround due, and resolve due - 30m
      '2026-11-23T10:00Z carol dave', // Monday 11:00: resolve due
      '2026-11-23T11:00Z carol dave', // Monday 12:00: resolve due + 1h
    ]);
    expect(issue.assignees).toEqual(['carol', 'dave']);
    expect(issue.labels).toEqual(['incident', 'bloquante', 'informations manquantes', 'délai dépassé']);
    expect(clockRows(issue)).toEqual([
      '| prise en compte | `1h` | lun. 23 nov. 2026, 09:30 Europe/Paris (08:30 UTC) | ❌ dépassé le 23 nov. 2026, 09:30 ; court toujours |',
      '| contournement | `2h` | lun. 23 nov. 2026, 10:30 Europe/Paris (09:30 UTC) | ❌ dépassé le 23 nov. 2026, 10:30 ; court toujours |',
      '| restauration | `4h` | sam. 21 nov. 2026, 20:30 Europe/Paris (19:30 UTC) | ❌ dépassé le 21 nov. 2026, 20:30 ; court toujours |',
      '| résolution | `2h` | lun. 23 nov. 2026, 11:00 Europe/Paris (10:00 UTC) | ❌ dépassé le 23 nov. 2026, 11:00 ; court toujours |',
    ]);
    // Two hours later on the hours of weekdays, and so on until somebody resolves it.
    expect(plain(card(issue))).toContain(
      'lun. 23 nov. 2026, 14:00 Europe/Paris (13:00 UTC) : l’étape `resolve due + 1h` prévient `level-3`',
    );
    const [start = '', restore] = notices(issue).map(plain);
    const [alarm, receipt] = start.split('\n\n---\n\n');
    expect(receipt).toMatch(/^@rita @emma \*\*Nous avons bien reçu ce signalement/);
    expect([alarm, restore]).toEqual([
      [
        '@alice **P0 : prenez cet incident en compte. Écrivez `/ack`, ou assignez-vous le ticket.**',
        'Échéance de « prise en compte » : lun. 23 nov. 2026, 09:30 Europe/Paris (08:30 UTC).',
        'Motif : l’étape `start` de l’escalade `urgent` prévient `responder`.',
      ].join('\n\n'),
      [
        '@carol @dave **P0 : les données doivent être restaurées. Dites-le avec `/restored`.**',
        'L’échéance de « restauration » était sam. 21 nov. 2026, 20:30 Europe/Paris (19:30 UTC) ; elle est dépassée.',
        'Personne ne l’a encore pris en compte : écrivez `/ack`, ou assignez-vous le ticket.',
        'Motif : l’étape `restore due` de l’escalade `urgent` prévient `level-3`.',
      ].join('\n\n'),
    ]);
  });

  async function treated() {
    const { stage, hub, n, at } = await blocking();
    const say = async (instant: string, text: string): Promise<void> => {
      await at(instant);
      hub.as('alice').comment(n, text);
      await stage.react();
    };
    await say('2026-11-21T16:40+01:00', '/ack');
    await say('2026-11-21T18:00+01:00', '/restored');
    await at('2026-11-21T20:30+01:00');
    await say('2026-11-23T09:45+01:00', '/workaround Connexion par l’adresse de secours');
    await say('2026-11-23T10:15+01:00', '/resolve contrat-caduc Certificat renouvelé');
    return hub.issue(n);
  }

  it('that is treated as the document asks keeps every deadline', async () => {
    const issue = await treated();
    expect(clockRows(issue)).toEqual([
      '| prise en compte | `1h` | lun. 23 nov. 2026, 09:30 Europe/Paris (08:30 UTC) | ✅ tenu le 21 nov. 2026, 16:40, avec 50 min d’avance |',
      '| contournement | `2h` | lun. 23 nov. 2026, 10:30 Europe/Paris (09:30 UTC) | ✅ tenu le 23 nov. 2026, 09:45, avec 45 min d’avance |',
      '| restauration | `4h` | sam. 21 nov. 2026, 20:30 Europe/Paris (19:30 UTC) | ✅ tenu le 21 nov. 2026, 18:00, avec 2 h 30 min d’avance |',
      '| résolution | `2h` | lun. 23 nov. 2026, 11:00 Europe/Paris (10:00 UTC) | ✅ tenu le 23 nov. 2026, 10:15, avec 45 min d’avance |',
      '| rédaction du post-mortem | `3d` | jeu. 26 nov. 2026, 10:15 Europe/Paris (09:15 UTC) | en cours |',
      '| revue du post-mortem | `5d` | lun. 30 nov. 2026, 10:15 Europe/Paris (09:15 UTC) | en cours |',
    ]);
    expect(issue.labels).toEqual(['incident', 'bloquante', 'résolu']);
    expect(plain(card(issue))).toContain('1 j 17 h d’indisponibilité ; ❌ objectif de `platform` : `10m`');
  });

  // A step `CLOCK due` goes out although its clock was stopped in time.
  it('that is treated as the document asks tells nobody a second time', async () => {
    expect(toldWhen(await treated())).toEqual([
      '2026-11-21T15:30Z alice rita emma',
      '2026-11-23T09:15Z rita', // it is resolved
    ]);
  });
});

describe('the learning platform: a request for assistance on Friday at 18:30', () => {
  it('is to be taken on within a working hour, and nobody is asked for its priority', async () => {
    const stage = await stageOf({
      policy: exampleText('learning-platform'),
      people: { alice: 'write', emma: 'triage' },
      start: Date.parse('2026-11-20T18:30+01:00'),
    });
    const { hub } = stage;
    const n = hub.as('rita').openIssue({ title: 'Comment exporter mes notes ?', labels: ['incident', 'assistance'] });
    await stage.react();
    expect(clockRows(hub.issue(n))).toEqual([
      '| prise en compte | `1h` | lun. 23 nov. 2026, 09:30 Europe/Paris (08:30 UTC) | en cours |',
    ]);
    expect(hub.issue(n).labels).toEqual(['incident', 'assistance']);
    hub.clock.set(Date.parse('2026-11-23T09:30+01:00'));
    await stage.sweep();
    expect(toldWhen(hub.issue(n))).toEqual([
      '2026-11-20T17:30Z rita emma', // the receipt
      '2026-11-23T08:30Z alice', // acknowledge due
    ]);
  });
});

describe('the network provider: a P0 on Saturday at 23:30', () => {
  const TEAM = ['ian', 'mona', 'pat', 'sue', 'tom', 'uma', 'vic', 'wes', 'xia', 'grace'];
  const PEOPLE = Object.fromEntries(TEAM.map((login) => [login, 'write' as const]));
  /** The incident manager and the SRE of that night, of three and four. */
  const ON_CALL = ['ian', 'uma'];

  it('is paused while the customer is waited for, and ends in a post-mortem', async () => {
    const stage = await stageOf({
      policy: exampleText('network-provider'),
      people: PEOPLE,
      start: Date.parse('2026-11-21T23:30Z'),
    });
    const { hub } = stage;
    const n = hub.as('rita').openIssue({ title: 'Lyon is unreachable', labels: ['incident', 'P0', 'network'] });
    await stage.react();
    expect(hub.issue(n).assignees).toEqual(ON_CALL);
    hub.clock.advance(10 * MINUTE);
    hub.as('uma').comment(n, '/ack');
    hub.clock.advance(5 * MINUTE);
    hub.as('uma').label(n, 'waiting-for-customer');
    await stage.react();
    expect(clockRows(hub.issue(n))).toEqual([
      '| acknowledge | `15m` | Sat 21 Nov 2026, 23:45 UTC | ✅ met 21 Nov 2026, 23:40, 5 min to spare |',
      '| workaround | `1h` | known once the pause ends | paused |',
      '| resolve | `4h` | known once the pause ends | paused |',
      '| next update | `30m` | Sun 22 Nov 2026, 00:00 UTC | running |',
      '| sign of progress | `1h` | Sun 22 Nov 2026, 00:45 UTC | running |',
    ]);
    await stage.pass(2 * HOUR);
    hub.as('uma').unlabel(n, 'waiting-for-customer');
    hub.as('xia').comment(n, '/update The customer has given us access.');
    await stage.react();
    expect(clockRows(hub.issue(n)).slice(1)).toEqual([
      '| workaround | `1h` | Sun 22 Nov 2026, 02:30 UTC | running |',
      '| resolve | `4h` | Sun 22 Nov 2026, 05:30 UTC | running |',
      '| next update | `30m` | Sun 22 Nov 2026, 02:15 UTC | running |',
      '| sign of progress | `1h` | Sun 22 Nov 2026, 02:45 UTC | running |',
      '| next update | `30m` |  | missed once, last 22 Nov 2026, 00:00 |',
      '| sign of progress | `1h` |  | missed once, last 22 Nov 2026, 00:45 |',
    ]);
    hub.clock.advance(15 * MINUTE);
    hub.as('uma').comment(n, '/resolve The route is announced again');
    await stage.react();
    const issue = hub.issue(n);
    expect(clockRows(issue).slice(1, 5)).toEqual([
      '| workaround | `1h` | Sun 22 Nov 2026, 02:30 UTC | ✅ met 22 Nov 2026, 02:00, 30 min to spare |',
      '| resolve | `4h` | Sun 22 Nov 2026, 05:30 UTC | ✅ met 22 Nov 2026, 02:00, 3 h 30 min to spare |',
      '| post-mortem draft | `3d` | Wed 25 Nov 2026, 09:00 UTC | running |',
      '| post-mortem review | `5d` | Fri 27 Nov 2026, 09:00 UTC | running |',
    ]);
    expect(toldWhen(issue)).toEqual([
      `2026-11-21T23:30Z ${ON_CALL.join(' ')} rita`, // start, and the receipt
      '2026-11-21T23:45Z grace xia', // informed that it was acknowledged
      '2026-11-22T00:00Z ian xia', // update due, and again every half hour until there is one
      '2026-11-22T00:30Z ian xia',
      '2026-11-22T00:45Z ian grace', // no-progress due
      '2026-11-22T01:00Z ian xia',
      '2026-11-22T01:30Z ian xia',
      '2026-11-22T02:00Z grace xia rita', // informed that it is resolved
    ]);
    expect(issue.labels).toEqual(['incident', 'P0', 'network', 'resolved']);
    expect(hub.issue(issue.subIssues[0]!).labels).toContain('post-mortem');
  });
});
