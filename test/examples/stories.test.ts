// @module-tag slow

import { describe, expect, it } from 'vitest';
import type { IssueView } from '../../src/rehearsal/github/views.ts';
import { clocksOn, rowOf } from '../support/card.ts';
import { card, HOUR, MINUTE, notices, stageOf, mentioned, visible } from '../support/stage.ts';
import { exampleText, iso } from './policies.ts';

/** Who was told when: `2026-11-21T15:30Z alice emma`. */
function toldWhen(issue: IssueView): string[] {
  const sent = issue.comments.filter(({ body }) => body.startsWith('<!-- tocsin:notice'));
  return sent.map(({ body, createdAt }) => [iso(createdAt), ...mentioned(visible(body))].join(' '));
}

const clockRows = (issue: IssueView): string[] => clocksOn(card(issue));

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
    expect(toldWhen(hub.issue(n))).toEqual(['2026-11-21T15:30Z alice', '2026-11-21T15:30Z rita emma']);
    expect(clockRows(hub.issue(n)).join()).not.toMatch(/restauration/i);
  });

  it('that nobody takes on climbs from the operator to level 3 by Monday noon', async () => {
    const { hub, n, until } = await blocking();
    expect(clockRows(hub.issue(n))).toEqual([
      '- ⏳ **Prise en charge** lundi à 9 h 30 (délai : 1 h)',
      '- ⏳ **Contournement** lundi à 10 h 30 (délai : 2 h)',
      '- ⏳ **Restauration** 20 h 30 (délai : 4 h)',
      '- ⏳ **Résolution** lundi à 11 h (délai : 2 h)',
    ]);
    await until('2026-11-21T21:00+01:00', HOUR / 2);
    await until('2026-11-23T09:00+01:00', 6 * HOUR);
    await until('2026-11-23T12:00+01:00', HOUR / 2);
    const issue = hub.issue(n);
    expect(toldWhen(issue)).toEqual([
      '2026-11-21T15:30Z alice', // Saturday 16:30: start
      '2026-11-21T15:30Z rita emma', // and the receipt
      '2026-11-21T19:30Z carol dave', // Saturday 20:30: restore due
      '2026-11-23T08:30Z bob', // Monday 09:30: acknowledge due
      '2026-11-23T09:30Z bob', // Monday 10:30: workaround due, and resolve due - 30m
      '2026-11-23T10:00Z carol dave', // Monday 11:00: resolve due
      '2026-11-23T11:00Z carol dave', // Monday 12:00: resolve due + 1h
    ]);
    expect(issue.assignees).toEqual(['carol', 'dave']);
    expect(issue.labels).toEqual(['incident', 'bloquante', 'informations manquantes', 'délai dépassé']);
    expect(clockRows(issue)).toEqual([
      '- ❌ **Prise en charge** lundi à 9 h 30 (délai : 1 h) · dépassé ; toujours pas respecté',
      '- ❌ **Contournement** lundi à 10 h 30 (délai : 2 h) · dépassé ; toujours pas respecté',
      '- ❌ **Restauration** 20 h 30 (délai : 4 h) · dépassé ; toujours pas respecté',
      '- ❌ **Résolution** lundi à 11 h (délai : 2 h) · dépassé ; toujours pas respecté',
    ]);
    // Two hours later on the hours of weekdays, and so on until somebody resolves it.
    // On Monday an hour alone would be taken for one of that day; the card names the day that it is of.
    expect(plain(rowOf(card(issue), 'Ouvert')!)).toBe('sam. 21 nov. 2026, 16 h 30 Europe/Paris (15 h 30 UTC), `rita`');
    expect(plain(rowOf(card(issue), 'Sans prise en charge')!)).toBe('lundi à 14 h → `carol`, `dave`');
    const [alarm, receipt, restore] = notices(issue).map(plain);
    expect(receipt).toMatch(/^@rita @emma \*\*Nous avons bien reçu votre signalement/);
    expect([alarm, restore]).toEqual([
      [
        '@alice **🔴 P0 : à prendre en charge avant lundi à 9 h 30 (heure de Paris, 8 h 30 UTC). Écrivez `/ack`.**',
        '**Plus personne ne peut se connecter**',
        '<sub>Étape 1/9 d’`urgent` (`start`) pour `responder` ; suite : 20 h 30.</sub>',
      ].join('\n'),
      [
        '@carol @dave **🔴 P0 : données non restaurées. Écrivez `/restored` dès que c’est fait.**',
        '**Plus personne ne peut se connecter**',
        'Ouvert à 16 h 30 (heure de Paris, 15 h 30 UTC). Délai dépassé depuis 20 h 30.',
        'Personne ne l’a encore pris en charge : écrivez `/ack`.',
        '<sub>Étape 4/9 d’`urgent` (`restore due`) pour `level-3` ; suite : lundi à 9 h 30.</sub>',
      ].join('\n'),
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
      '- ✅ **Prise en charge** lundi à 9 h 30 (délai : 1 h) · tenu à 16 h 40, avec 50 min d’avance',
      '- ✅ **Contournement** lundi à 10 h 30 (délai : 2 h) · tenu lundi à 9 h 45, avec 45 min d’avance',
      '- ✅ **Restauration** 20 h 30 (délai : 4 h) · tenu à 18 h, avec 2 h 30 min d’avance',
      '- ✅ **Résolution** lundi à 11 h (délai : 2 h) · tenu lundi à 10 h 15, avec 45 min d’avance',
      '- ⏳ **Rédaction du post-mortem** jeudi à 10 h 15 (délai : 3 j)',
      '- ⏳ **Revue du post-mortem** lundi 30 novembre à 10 h 15 (délai : 5 j)',
    ]);
    expect(issue.labels).toEqual(['incident', 'bloquante', 'résolu']);
    expect(plain(card(issue))).toContain('1 j 17 h d’indisponibilité ; ❌ objectif de `platform` : `10m`');
  });

  // A step `CLOCK due` goes out although its clock was stopped in time.
  it('that is treated as the document asks tells nobody a second time', async () => {
    expect(toldWhen(await treated())).toEqual([
      '2026-11-21T15:30Z alice',
      '2026-11-21T15:30Z rita emma',
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
    expect(clockRows(hub.issue(n))).toEqual(['- ⏳ **Prise en charge** lundi à 9 h 30 (délai : 1 h)']);
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
      '- ✅ **Acknowledge** 23:45 (within 15 min) · met 23:40, 5 min to spare',
      '- ⏸️ **Workaround** after the pause (within 1 h) · paused',
      '- ⏸️ **Resolve** after the pause (within 4 h) · paused',
      '- ⏳ **Next update** Sun 00:00 (within 30 min)',
      '- ⏳ **Progress** Sun 00:45 (within 1 h)',
    ]);
    await stage.pass(2 * HOUR);
    hub.as('uma').unlabel(n, 'waiting-for-customer');
    hub.as('xia').comment(n, '/update The customer has given us access.');
    await stage.react();
    expect(clockRows(hub.issue(n)).slice(1)).toEqual([
      '- ⏳ **Workaround** Sun 02:30 (within 1 h)',
      '- ⏳ **Resolve** Sun 05:30 (within 4 h)',
      '- ⏳ **Next update** Sun 02:15 (within 30 min)',
      '- ⏳ **Progress** Sun 02:45 (within 1 h)',
      '- ❌ **Next update** (within 30 min) · missed once, last Sun 00:00',
      '- ❌ **Progress** (within 1 h) · missed once, last Sun 00:45',
    ]);
    hub.clock.advance(15 * MINUTE);
    hub.as('uma').comment(n, '/resolve The route is announced again');
    await stage.react();
    const issue = hub.issue(n);
    expect(clockRows(issue).slice(1, 5)).toEqual([
      '- ✅ **Workaround** Sun 02:30 (within 1 h) · met Sun 02:00, 30 min to spare',
      '- ✅ **Resolve** Sun 05:30 (within 4 h) · met Sun 02:00, 3 h 30 min to spare',
      '- ⏳ **Post-mortem draft** Wed 09:00 (within 3 d)',
      '- ⏳ **Post-mortem review** Fri 09:00 (within 5 d)',
    ]);
    expect(toldWhen(issue)).toEqual([
      `2026-11-21T23:30Z ${ON_CALL.join(' ')}`, // start
      '2026-11-21T23:30Z rita', // and the receipt
      '2026-11-21T23:45Z grace xia', // informed that it was acknowledged
      '2026-11-22T00:00Z ian xia', // update due, and again every half hour until there is one
      '2026-11-22T00:30Z ian xia',
      '2026-11-22T00:45Z ian grace', // no-progress due
      '2026-11-22T01:00Z ian xia',
      '2026-11-22T01:30Z ian xia',
      // It is resolved. Those who are informed follow the issue by now, and have had that comment from GitHub.
      '2026-11-22T02:00Z rita',
    ]);
    expect(issue.labels).toEqual(['incident', 'P0', 'network', 'resolved']);
    expect(hub.issue(issue.subIssues[0]!).labels).toContain('post-mortem');
  });
});
