import { describe, expect, test } from 'vitest';
import { HOUR, notices, stageOf, POLICY } from '../support/stage.ts';

/* How a deadline came about, on the ticket. */

const OFFICE = `
timezone: Europe/Paris
calendars:
  office: { mon-fri: [09:00-12:00, 14:00-18:00], holidays: FR }
priorities:
  P1: { acknowledge: 30m, resolve: { within: 8h, calendar: office }, escalation: urgent }
  P3: { acknowledge: 1d, resolve: { within: 3d, calendar: office }, escalation: normal }
`;

async function ask(command: string, language = 'en') {
  // A Friday, 16:30 in Paris.
  const stage = await stageOf({
    policy: `language: ${language}\n${OFFICE}${POLICY}`,
    start: Date.parse('2026-11-20T15:30:00Z'),
  });
  const { hub } = stage;
  hub.as('alice').openIssue({ title: 'Slow', body: 'Since noon', labels: ['incident', 'P1'] });
  await stage.react();
  hub.clock.advance(HOUR);
  hub.as('alice').comment(1, command);
  await stage.react();
  return notices(hub.issue(1)).at(-1)!;
}

describe('/explain', () => {
  test('tells day by day what counts towards a deadline', { tags: 'slow' }, async () => {
    expect(await ask('/explain resolve')).toMatchInlineSnapshot(`
      "@alice **How the deadlines came about**

      **Resolve**: \`8h\` from 16:30 (Paris, 15:30 UTC), due **Mon 17:30**. Counted on the calendar \`office\` (Europe/Paris).

      - Fri 20 Nov 2026: 09:00-12:00, 14:00-18:00; 1 h 30 min count
      - Sat 21 Nov 2026: closed
      - Sun 22 Nov 2026: closed
      - Mon 23 Nov 2026: 09:00-12:00, 14:00-18:00; 6 h 30 min count"
    `);
  });

  test('tells of every clock without a name', async () => {
    const text = await ask('/explain');
    expect(text).toContain('**Acknowledge**');
    expect(text).toContain('**Resolve**');
  });

  test('tells of each clock once, however often it is asked for in one comment', async () => {
    const text = await ask(Array<string>(20).fill('/explain resolve').join('\n'));
    expect(text.match(/\*\*Resolve\*\*/g)).toHaveLength(1);
  });

  test('speaks French', { tags: 'slow' }, async () => {
    expect(await ask('/explain Résolution', 'fr')).toMatchInlineSnapshot(`
      "@alice **Calcul des échéances**

      **Résolution** : \`8 h\` à partir de 16 h 30 (heure de Paris, 15 h 30 UTC), échéance : **lundi à 17 h 30**. Compté sur le calendrier \`office\` (Europe/Paris).

      - ven. 20 nov. 2026 : 9 h – 12 h, 14 h – 18 h ; 1 h 30 min comptées
      - sam. 21 nov. 2026 : fermé
      - dim. 22 nov. 2026 : fermé
      - lun. 23 nov. 2026 : 9 h – 12 h, 14 h – 18 h ; 6 h 30 min comptées"
    `);
  });

  test('names the clocks to whoever misspells one', async () => {
    expect(await ask('/explain fix')).toContain('`fix` is no clock. It takes: `acknowledge`, `workaround`');
  });
});
