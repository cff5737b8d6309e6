import { afterEach, describe, expect, test } from 'vitest';
import { openStage, type Stage } from '../../src/rehearsal/stage.ts';
import { MINUTE, PEOPLE } from './story.ts';
import { type Recorder, recorder, PAGED } from './pages-story.ts';

const open: Stage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

async function stageWith(policy: string, log: Recorder): Promise<Stage> {
  const strangers = ['mallory', 'nora'];
  const stage = await openStage({ policy, people: { ...PEOPLE, rita: 'triage' }, strangers, pager: log.pager });
  open.push(stage);
  return stage;
}

describe('what follows a call', () => {
  const opened = async () => {
    const log = recorder();
    const stage = await stageWith(PAGED, log);
    const say = async (text: string): Promise<void> => {
      stage.hub.clock.advance(MINUTE);
      stage.hub.as('alice').comment(1, text);
      await stage.react();
    };
    const open = async (): Promise<void> => {
      stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P0'] });
      await stage.react();
    };
    const went = (): string[] => log.arrived.map(({ key, by }) => `${key.split(' ').at(-1)} ${by}`);
    return { log, stage, say, open, went };
  };

  test('goes to the notifier that took it', { tags: 'slow' }, async () => {
    const { log, say, open, went } = await opened();
    log.broken.add('first');
    await open();
    log.broken.clear();
    await say('/ack');
    await say('/resolve done');
    expect(went()).toEqual(['trigger second', 'acknowledge second', 'resolve second']);
  });

  test('goes to each that took one', { tags: 'slow' }, async () => {
    const { log, stage, say, open, went } = await opened();
    await open();
    log.broken.add('first');
    stage.hub.clock.advance(20 * MINUTE);
    await stage.sweep();
    log.broken.clear();
    await say('/resolve done');
    await stage.sweep();
    expect(went().slice(0, 2)).toEqual(['trigger first', 'trigger second']);
    expect(went().slice(2).sort()).toEqual(['resolve first', 'resolve second']);
  });

  test('goes there also when the priority has become one that the notifier is not for', async () => {
    const { say, open, went } = await opened();
    await open();
    await say('/priority P2 one shop only');
    await say('/resolve done');
    expect(went()).toEqual(['trigger first', 'resolve first']);
  });

  test('is tried again by the next run until it is taken, and then no more', async () => {
    const { log, stage, say, open, went } = await opened();
    await open();
    log.broken.add('first');
    await say('/resolve done');
    await stage.sweep();
    expect(went()).toEqual(['trigger first']);
    log.broken.clear();
    await stage.sweep();
    await stage.sweep();
    expect(went()).toEqual(['trigger first', 'resolve first']);
  });

  test('goes nowhere when nobody was called', async () => {
    const { log, say, open, went } = await opened();
    log.broken.add('first').add('second');
    await open();
    log.broken.clear();
    await say('/ack');
    await say('/resolve done');
    expect(went()).toEqual([]);
  });
});
