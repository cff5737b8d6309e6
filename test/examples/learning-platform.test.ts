import { expect, it } from 'vitest';
import { formAnswers, problemsOf, wordsOfTriage } from './policies.ts';
import { policy } from './learning-platform.ts';

it('loads without a problem', async () => {
  expect(await problemsOf('learning-platform')).toEqual([]);
});

it('says what the document says', () => {
  const said = Object.fromEntries(
    Object.entries(policy.priorities).map(([id, { name, clocks }]) => [
      id,
      [name, ...Object.entries(clocks).map(([clock, { text, calendar }]) => `${clock} ${text} ${calendar.name}`)],
    ]),
  );
  expect(said).toEqual({
    P0: [
      'Anomalie bloquante',
      'acknowledge 1h with-saturday',
      'workaround 2h with-saturday',
      'restore 4h always',
      'resolve 2h weekdays',
      'post-mortem 3d weekdays',
      'review 5d weekdays',
    ],
    P1: ['Anomalie majeure', 'acknowledge 1h with-saturday', 'workaround 2h with-saturday', 'resolve 2d weekdays'],
    P2: ['Anomalie mineure', 'acknowledge 1h weekdays', 'resolve 6d weekdays'],
    P3: ['Signalement non qualifié', 'acknowledge 1h weekdays'],
  });
  expect(policy.language).toBe('fr');
  expect(policy.assistance).toMatchObject({
    name: 'Demande d’assistance',
    label: 'assistance',
    clocks: { acknowledge: { text: '1h', calendar: { name: 'weekdays' } } },
    escalation: 'normal',
  });
  expect(policy.quickPath).toEqual({ text: '10m', ms: 600_000 });
  expect(policy.services).toMatchObject([{ name: 'platform', downtimePerIncident: { ms: 600_000, text: '10m' } }]);
});

it('has the six ways in, on the levels of the document', () => {
  expect([...policy.sources.values()].map(({ name, level }) => `${name} ${level}`)).toEqual([
    'sonde-infrastructure 1',
    'sonde-fonctionnelle 1',
    'remontée-exploitant 2',
    'cascade 3',
    'support-de-secours 3',
    'alerte-urgence 3',
  ]);
  expect(['level-2', 'level-3', 'operator', 'responder'].filter((role) => !policy.roles.has(role))).toEqual([]);
});

it('has the eight causes, of which one is attributable', () => {
  const of = (group: string) => policy.causes.filter((cause) => cause.group === group).map(({ name }) => name);
  expect(of('intrinsèque')).toEqual(['données-non-conformes', 'fonctionnalité-instable', 'volumétrie']);
  expect(of('extrinsèque')).toEqual(['réseau-hébergeur', 'surcharge', 'ddos', 'piratage', 'contrat-caduc']);
  expect(policy.causes.filter(({ attributableTo }) => attributableTo !== null)).toEqual([
    { name: 'contrat-caduc', group: 'extrinsèque', attributableTo: 'exploitant' },
  ]);
});

it('proposes a priority from the answers of the form, and sets none but that of a critical probe', () => {
  expect(policy.triage.map(({ conditions, priority }) => [conditions.flatMap(({ anyOf }) => anyOf), priority])).toEqual(
    [
      [['oui'], 'P0'],
      [['perte de tous les accès', 'perte ou corruption de données'], 'P0'],
      [['perte d’une fonction importante'], 'P1'],
      [['performance dégradée'], 'P2'],
      [['critical'], 'P0'],
    ],
  );
  expect(policy.triage.some(({ quick, category }) => quick || category !== null)).toBe(false);
  expect(policy.triage.filter(({ apply }) => apply).map(({ conditions }) => conditions)).toEqual([
    [{ subject: 'severity', anyOf: ['critical'] }],
  ]);
  expect(wordsOfTriage(policy).filter((text) => !formAnswers('examples/incident-form.fr.yml').has(text))).toEqual([]);
});

it('has no label in English', () => {
  const { labels, priorities, assistance } = policy;
  expect([...Object.values(priorities), assistance!].map(({ label }) => label)).toEqual([
    'bloquante',
    'majeure',
    'mineure',
    'non qualifié',
    'assistance',
  ]);
  expect(Object.values(labels)).toEqual([
    'à qualifier',
    'informations manquantes',
    'rétabli',
    'résolu',
    'déploiement autorisé',
    'délai dépassé',
    'post-mortem',
    'en revue',
    'approuvé',
    'publié',
    'problème',
    'ordre du jour',
    'rapport',
    'action',
    'sous surveillance',
    'astreinte',
  ]);
});
