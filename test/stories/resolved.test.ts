import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { rowOf } from '../support/card.ts';
import { card, DAY, HOUR, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';

/* Who hears of a resolution, and who is asked to explain it. */

const HEARD = 'Your report is resolved.';
const ASKED = /What resolved this P\d/;
const heard = (hub: Stage['hub'], n = 1): string[] => notices(hub.issue(n)).filter((it) => it.includes(HEARD));
const asked = (hub: Stage['hub'], n = 1): string[] => notices(hub.issue(n)).filter((it) => ASKED.test(it));

async function reported(labels = ['incident', 'P1'], options = {}): Promise<Stage> {
  const stage = await stageOf(options);
  stage.hub.as('rita').openIssue({ title: 'Down', body: 'All of it', labels });
  await stage.react();
  stage.hub.clock.advance(10 * MINUTE);
  return stage;
}

describe('whoever reported it hears that it is resolved,', () => {
  test.each<[string, (hub: Stage['hub']) => unknown]>([
    ['by command', (hub) => hub.as('alice').comment(1, '/resolve')],
    [
      'by label',
      (hub) => {
        hub.as('alice').label(1, 'resolved');
      },
    ],
    [
      'by closing',
      (hub) => {
        hub.as('alice').close(1, 'completed');
      },
    ],
  ])('%s, once', { tags: 'slow' }, async (_, act) => {
    const stage = await reported();
    act(stage.hub);
    await stage.react();
    await stage.pass(3 * DAY, 6 * HOUR);
    expect(heard(stage.hub)).toHaveLength(1);
    expect(heard(stage.hub)[0]).toContain(`@rita **${HEARD}**\n09:10 UTC by \`alice\`.\n`);
  });

  test('with the text that was given', async () => {
    const stage = await reported();
    stage.hub.as('alice').comment(1, '/resolve rolled back @bob to 1.4');
    await stage.react();
    expect(heard(stage.hub)[0]).toContain('09:10 UTC by `alice`: rolled back @\u2060bob to 1.4');
    expect(heard(stage.hub)[0]).toContain('If not, reopen it, or say here what is wrong.');
    expect(asked(stage.hub)).toEqual([]);
  });

  test('once again after a reopening', async () => {
    const stage = await reported();
    stage.hub.as('alice').comment(1, '/resolve rolled back');
    stage.hub.as('alice').close(1);
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('rita').reopen(1);
    await stage.react();
    expect(heard(stage.hub)).toHaveLength(1);
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').comment(1, '/resolve the cache is warm now');
    await stage.react();
    expect(heard(stage.hub)).toHaveLength(2);
    expect(heard(stage.hub)[1]).toContain('the cache is warm now');
  });

  test('but not of what they resolved themselves, nor of what was dismissed', async () => {
    const stage = await reported(['incident', 'P3']);
    stage.hub.as('rita').close(1, 'completed');
    await stage.react();
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.as('alice').close(2, 'not_planned');
    await stage.react();
    expect([...heard(stage.hub), ...heard(stage.hub, 2)]).toEqual([]);
  });

  test('not of the text of a confidential one, which may say too much', async () => {
    const policy = `${POLICY}categories: [{ name: security, owner: responder, confidential: true }]\n`;
    const stage = await reported(['incident', 'P1', 'security'], { policy });
    stage.hub.as('alice').comment(1, '/resolve the leaked key is revoked');
    await stage.react();
    const last = notices(stage.hub.issue(1)).at(-1)!;
    expect(last).toContain(HEARD);
    expect(last).not.toContain('leaked');
  });

  test('in French', async () => {
    const stage = await reported(['incident', 'P1'], { policy: `language: fr\n${POLICY}` });
    stage.hub.as('alice').comment(1, '/resolve retour à la 1.4');
    await stage.react();
    expect(notices(stage.hub.issue(1)).at(-1)).toBe(
      [
        '@rita **Votre signalement est résolu.**',
        'À 9\u00a0h\u00a010 UTC, par `alice`\u00a0: retour à la 1.4',
        'Si tout fonctionne de nouveau pour vous, fermez ce ticket. Sinon, rouvrez-le ou dites ici ce qui ne va pas.',
      ].join('\n'),
    );
  });
});

describe('a resolution without a word is to be explained', () => {
  test('by whoever resolved it, once; what they write then is what the card says', async () => {
    const stage = await reported();
    stage.hub.as('alice').comment(1, '/resolve');
    await stage.react();
    expect(asked(stage.hub)).toHaveLength(1);
    expect(asked(stage.hub)[0]).toContain('@alice **✅ What resolved this P1? Comment `/resolve what fixed it`.**');
    stage.hub.clock.advance(5 * MINUTE);
    stage.hub.as('alice').comment(1, '/resolve rolled back to 1.4');
    await stage.react();
    await stage.pass(2 * DAY, 6 * HOUR);
    expect(asked(stage.hub)).toHaveLength(1);
    expect(heard(stage.hub)).toHaveLength(1);
    expect(rowOf(card(stage.hub.issue(1)), 'Resolved')).toBe('09:10 by `alice`: `rolled back to 1.4`');
  });

  test('also by a responder who had reported it, and by nobody else', async () => {
    const stage = await stageOf();
    stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.clock.advance(10 * MINUTE);
    stage.hub.as('alice').close(1, 'completed');
    await stage.react();
    expect(asked(stage.hub)).toHaveLength(1);
    expect(asked(stage.hub)[0]).toMatch(/^@alice \*\*.*What resolved this P1\?/m);
    expect(asked(stage.hub)[0]).not.toContain('@bob');
  });

  test('but not where they have just said it in plain words', async () => {
    const stage = await reported();
    stage.hub.as('alice').comment(1, 'Rolled back to 1.4, the shop answers again.');
    stage.hub.as('alice').close(1, 'completed');
    await stage.react();
    await stage.pass(2 * DAY, 6 * HOUR);
    expect(asked(stage.hub)).toEqual([]);
  });

  test('and nobody is asked about a P3', async () => {
    const stage = await reported(['incident', 'P3']);
    stage.hub.as('alice').close(1, 'completed');
    await stage.react();
    expect(asked(stage.hub)).toEqual([]);
  });
});
