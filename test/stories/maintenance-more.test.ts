import { describe, expect, test } from 'vitest';
import { isRed } from '../../src/run/report.ts';
import { rowOf } from '../support/card.ts';
import { card, notices, stageOf, told } from '../support/stage.ts';
import { alert, at, form, open, planned, PLANNED, say } from './maintenance-story.ts';

/* What else becomes of a maintenance: changes that are told, odd places, other languages, very many. */

const first = (text: string): string => text.split('\n')[0]!;
const FRENCH = PLANNED.replace('\nroles:', '\nlanguage: fr\ntimezone: Europe/Paris\nroles:');

describe('whoever heard of a maintenance', () => {
  test('hears that it is cancelled, and why; nobody who had not', { tags: 'slow' }, async () => {
    const stage = await planned({ from: '2026-11-02 09:30', to: '10:00' });
    await say(stage, 'alice', '/cancel the vendor is ill');
    expect(notices(stage.hub.issue(1)).at(-1)).toBe(
      '@nora **Maintenance of `checkout` is cancelled.**\nReason: the vendor is ill',
    );
    expect(stage.hub.issue(1).stateReason).toBe('NOT_PLANNED');
    const early = await planned({ from: '2026-11-20 14:00', to: '15:00' });
    await say(early, 'alice', '/cancel not needed');
    expect(notices(early.hub.issue(1))).toEqual([]);
  });

  test('hears of a later end, and of other services', { tags: 'slow' }, async () => {
    const stage = await planned({ from: '2026-11-02 09:30', to: '10:00' });
    await say(stage, 'alice', '/extend 30m');
    expect(notices(stage.hub.issue(1)).at(-1)).toBe(
      '@nora **Maintenance of `checkout` has been changed.**\nNew time: Mon 2 Nov 2026, 09:30 UTC to 10:30 UTC.',
    );
    await at(stage, '09:40');
    stage.hub.as('alice').editBody(1, form({ services: 'checkout, mail', from: '2026-11-02 09:30', to: '10:00' }));
    await stage.react();
    expect(notices(stage.hub.issue(1)).at(-1)).toBe(
      '@nora **Maintenance of `checkout` and `mail` has been changed.**\nNew time: Mon 2 Nov 2026, 09:30 UTC to 10:30 UTC.',
    );
    await alert(stage, { system: 'mail' });
    expect(told(stage.hub.issue(2))).toEqual([]);
  });

  test('is told nothing twice by commands in one comment', async () => {
    const stage = await planned();
    await at(stage, '14:00');
    await say(stage, 'alice', 'All went well.\n/done\n/done');
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · completed');
    expect(notices(stage.hub.issue(1)).filter((it) => it.includes('is over'))).toHaveLength(1);
  });
});

test('an alert is told when the issue was closed and the run for that is lost', { tags: 'slow' }, async () => {
  const stage = await planned();
  await at(stage, '14:10');
  await alert(stage);
  stage.hub.as('alice').close(1);
  stage.hub.takeEvents();
  await at(stage, '14:20');
  expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
  expect(card(stage.hub.issue(1))).toContain('- Completed: Mon 2 Nov 2026, 14:10 UTC');
  const before = stage.hub.requests.length;
  await stage.sweep();
  expect(stage.hub.requests.slice(before)).toHaveLength(1);
});

test('what was closed before anybody had looked is left alone', async () => {
  const stage = await stageOf({ policy: PLANNED });
  stage.hub.as('alice').openIssue({ title: 'Old', body: form(), labels: ['planned-maintenance'] });
  stage.hub.as('alice').close(1);
  stage.hub.takeEvents();
  await stage.sweep();
  expect(stage.hub.issue(1).comments).toEqual([]);
});

test('an incident label beside its own makes no incident of it', async () => {
  const stage = await planned();
  stage.hub.as('bob').label(1, 'incident', 'P0');
  await stage.react();
  await stage.sweep();
  expect(card(stage.hub.issue(1))).toContain('## Maintenance · scheduled');
  expect(stage.hub.issue(1).comments.filter(({ body }) => body.startsWith('<!-- tocsin:card'))).toHaveLength(1);
  await at(stage, '14:10');
  await alert(stage);
  expect(told(stage.hub.issue(2))).toEqual([]);
});

test('without the section of the policy its label means nothing', async () => {
  const stage = await planned({}, { policy: PLANNED.replace(/maintenance: .*\n/, '') });
  expect(stage.hub.issue(1).comments).toEqual([]);
  await at(stage, '14:10');
  await alert(stage);
  expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
});

test('by a label of another name it does the same', async () => {
  const stage = await planned({}, { policy: PLANNED.replace('announce:', 'label: works, announce:') });
  expect(stage.hub.issue(1).comments).toEqual([]);
  stage.hub.as('bob').label(1, 'works');
  await stage.react();
  await at(stage, '14:10');
  await alert(stage);
  expect(told(stage.hub.issue(2))).toEqual([]);
  stage.hub.as('bob').comment(2, 'Is that us?');
  await stage.react();
  expect(told(stage.hub.issue(2))).toEqual([]);
  expect(rowOf(card(stage.hub.issue(2)), 'Notifications on hold')).toContain('until 16:00 UTC');
});

test('a hundred of them are all followed', { tags: 'slow' }, async () => {
  const stage = await planned();
  for (let n = 0; n < 99; n++)
    stage.hub.as('alice').openIssue({
      title: 'More',
      body: form({ services: 'mail', from: `2026-12-${String(1 + (n % 28)).padStart(2, '0')} 14:00` }),
      labels: ['planned-maintenance'],
    });
  await stage.sweep();
  await at(stage, '14:10');
  await stage.sweep();
  const cards = stage.hub.issues().map((it) => card(it).split('\n', 1)[0]);
  expect(cards.filter((it) => it === '## Maintenance · scheduled')).toHaveLength(99);
  expect(cards[0]).toBe('## Maintenance · in progress');
  await alert(stage);
  expect(told(stage.hub.issue(101))).toEqual([]);
  const before = stage.hub.requests.length;
  expect(isRed(await stage.sweep())).toBe(false);
  expect(stage.hub.requests.slice(before).map(({ kind }) => kind)).toEqual(['query', 'query', 'query']);
});

test('in French', { tags: 'slow' }, async () => {
  const stage = await planned({}, { policy: FRENCH });
  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
  await at(stage, '12:30');
  expect(plain(notices(stage.hub.issue(1)).at(-1)!)).toBe(
    '@nora @alice **Maintenance sur `checkout` : début à 14 h (heure de Paris, 13 h UTC).**\nFin prévue : 16 h.',
  );
  await at(stage, '13:10');
  await alert(stage);
  expect(plain(rowOf(card(stage.hub.issue(2)), 'Notifications suspendues')!)).toContain(
    'jusqu’à 16 h au plus tard : maintenance planifiée',
  );
  expect(plain(rowOf(card(stage.hub.issue(2)), 'Pendant la maintenance')!)).toContain('#1 (`checkout`), jusqu’à 16 h');
  await at(stage, '15:20');
  expect(plain(notices(stage.hub.issue(1)).at(-1)!)).toContain(
    '@alice @grace **La maintenance dépasse l’heure prévue, et personne ne répond.',
  );
  await say(stage, 'alice', '/extend');
  expect(plain(first(notices(stage.hub.issue(1)).at(-1)!))).toBe('@alice **Une commande a été refusée.**');
  const other = await open(stage, '### Services\n\npayement\n\n### Début\n\nbientôt\n\n### Fin\n\n_No response_');
  expect(plain(notices(stage.hub.issue(other))[0]!)).toBe(
    [
      '@alice **Corrigez le texte de cette maintenance.**',
      '',
      '- **Services** : `payement` ne figure pas dans la politique. Au choix : `checkout`, `mail`.',
      '- **Début** : `bientôt` n’indique pas un moment précis. Donnez un jour et une heure, par exemple `2026-12-05 22:00`, dans le fuseau de la politique ou avec un décalage comme `+01:00`.',
      '- **Fin** : sans réponse.',
      '',
      'D’ici là, rien n’est planifié et aucune alerte n’est suspendue.',
    ].join('\n'),
  );
});
