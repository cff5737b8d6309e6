import { describe, expect, test } from 'vitest';
import { isOfMoment, takeMoment } from '../../src/capabilities/common/moment.ts';
import { rowOf } from '../support/card.ts';
import { card, HOUR, notices, POLICY, stageOf, whole } from '../support/stage.ts';

/* Times that people write in commands, as the form and the cards show them. */

const ZONE = 'Europe/Paris';
const at = (text: string): number => Date.parse(text);

describe('a moment at the beginning of a text', () => {
  test.each<[text: string, written: string, moment: string, rest: string]>([
    ['2026-11-17T09:30 x', '2026-11-19T12:00Z', '2026-11-17T08:30Z', 'x'],
    ['2026-11-17 09:30 x', '2026-11-19T12:00Z', '2026-11-17T08:30Z', 'x'],
    ['2026-11-17 9:30 x', '2026-11-19T12:00Z', '2026-11-17T08:30Z', 'x'],
    ['2026-11-17 09:30:20', '2026-11-19T12:00Z', '2026-11-17T08:30:20Z', ''],
    ['2026-11-17 09:30Z x', '2026-11-19T12:00Z', '2026-11-17T09:30Z', 'x'],
    ['2026-11-17 09:30+05:00 x', '2026-11-19T12:00Z', '2026-11-17T04:30Z', 'x'],
    ['2026-11-17 x', '2026-11-19T12:00Z', '2026-11-16T23:00Z', 'x'],
    ['2026-11-17', '2026-11-19T12:00Z', '2026-11-16T23:00Z', ''],
    ['2026-11-17 2026-11-18', '2026-11-19T12:00Z', '2026-11-16T23:00Z', '2026-11-18'],
    ['09:30 x', '2026-11-19T12:00Z', '2026-11-19T08:30Z', 'x'],
    ['9:30 x', '2026-11-19T12:00Z', '2026-11-19T08:30Z', 'x'],
    // Shortly after midnight, and to the minute.
    ['23:50 x', '2026-11-18T23:20Z', '2026-11-18T22:50Z', 'x'],
    ['00:20', '2026-11-18T23:20Z', '2026-11-18T23:20Z', ''],
    // The hour that the zone skips, and the one that comes twice.
    ['02:30', '2026-03-29T12:00Z', '2026-03-29T01:00Z', ''],
    ['02:30', '2026-10-25T12:00Z', '2026-10-25T00:30Z', ''],
  ])('%s, written at %s', (text, written, moment, rest) => {
    const taken = takeMoment(text.split(' '), { zone: ZONE, at: at(written) });
    expect(taken && { moment: new Date(taken.moment).toISOString(), rest: taken.rest.join(' ') }).toEqual({
      moment: new Date(at(moment)).toISOString(),
      rest,
    });
  });

  test.each(['', 'yesterday', '24:00', '09:60', '17.11.2026 09:30', '2026-13-17 09:30', '09:30Z'])(
    'not in %s',
    (text) => {
      expect(takeMoment(text.split(' '), { zone: ZONE, at: 0 })).toBe(null);
    },
  );

  test.each<[text: string, from: string, moment: string]>([
    ['10:15', '2026-11-17T08:30Z', '2026-11-17T09:15Z'],
    ['09:30', '2026-11-17T08:30Z', '2026-11-17T08:30Z'],
    ['00:20', '2026-11-17T22:50Z', '2026-11-17T23:20Z'],
    ['2026-11-18 00:20', '2026-11-17T22:50Z', '2026-11-17T23:20Z'],
  ])('%s, after another one at %s', (text, from, moment) => {
    const writing = { zone: ZONE, at: at('2026-11-19T12:00Z') };
    expect(takeMoment(text.split(' '), writing, at(from))?.moment).toBe(at(moment));
  });

  test('its words say no more than when', () => {
    expect(['2026-11-17', '2026-11-17T09:30', '09:30', '9:30', '09:30Z'].every(isOfMoment)).toBe(true);
    expect(['', 'x', '24:60', 'at'].some(isOfMoment)).toBe(false);
  });
});

/** What the card says of the impact after a command at 11:00 in Paris, or else the answer. */
async function stated(command: string, policy = ''): Promise<string> {
  const stage = await stageOf({ policy: `timezone: ${ZONE}\n${POLICY}${policy}` });
  const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
  await stage.react();
  stage.hub.clock.advance(HOUR);
  stage.hub.as('alice').comment(n, command);
  await stage.react();
  const issue = stage.hub.issue(n);
  return rowOf(card(issue), 'Impact') ?? notices(issue).join('\n');
}

describe('/impact takes', () => {
  // The zone is named once on the card, by an hour further up.
  const HALF_AN_HOUR = '09:30 to 10:00: 30 min of downtime; as stated by `alice`';

  test.each([
    '2026-11-02T09:30 2026-11-02T10:00',
    '2026-11-02 09:30 2026-11-02 10:00',
    '2026-11-02 09:30 2026-11-02T10:00',
    '2026-11-02 9:30 10:00',
    '09:30 10:00',
    '9:30 2026-11-02 10:00',
    '08:30 9:00',
  ])('%s', async (times) => {
    const shown = times.startsWith('08:30')
      ? HALF_AN_HOUR.replace('09:30', '08:30').replace('10:00', '09:00')
      : HALF_AN_HOUR;
    expect(await stated(`/impact ${times}`)).toBe(shown);
  });

  test('an end on the next day, after a start without one', async () => {
    expect(await stated('/impact 23:30 00:10')).toContain('Sun 23:30 to 00:10: 40 min of downtime');
  });

  test.each(['17:00 x', '09:30 10:00 10:30', '2026-11-02 09:30 2026-11-02', '10:30 11:30', '2026-11-02 11:30', 'soon'])(
    'not %s',
    async (times) => {
      expect(await stated(`/impact ${times}`)).toContain(
        '`/impact` needs when the impact began, and if it is over when it ended: `/impact 18:30 19:10`, or with the days `/impact 2026-11-20 18:30 2026-11-20 19:10`',
      );
    },
  );

  test('what it does not in the language of the policy', async () => {
    expect(await stated('/impact demain', 'language: fr\n')).toContain(
      '`/impact` demande le début de l’impact, et sa fin s’il est terminé\u00a0: `/impact 18:30 19:10`, ou, avec les dates, `/impact 2026-11-20 18:30 2026-11-20 19:10`',
    );
  });

  test('a time on a confidential incident, where it stays on record', async () => {
    const policy = 'categories:\n  - { name: leak, owner: responder, confidential: true }\n';
    expect(await stated('/category leak\n/impact 2026-11-02 09:30 10:00', policy)).toBe(HALF_AN_HOUR);
  });
});

describe('/timeline takes', () => {
  test.each(['2026-11-02 10:20', '2026-11-02T10:20', '10:20'])('%s', async (time) => {
    const stage = await stageOf({ policy: `timezone: ${ZONE}\n${POLICY}` });
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(n, `/timeline ${time} the first customer called\n/resolve done`);
    await stage.react();
    const body = whole(stage.hub.issues().at(-1)!);
    const line = body.split('\n').find((it) => it.includes('the first customer called'));
    expect(body).toMatch(/an hour alone is of .*2 Nov 2026/);
    expect(line).toMatch(/^- \*\*10:20\*\* /);
    expect(line).toContain('`the first customer called`');
  });

  test('no time without a text', async () => {
    expect(await stated('/timeline 2026-11-02 10:20')).toContain(
      '`/timeline` needs a time of the past and a text: `/timeline 14:05 TEXT`, or `/timeline 2026-11-20 14:05 TEXT`.',
    );
  });
});
