// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { HOUR, MINUTE, stageOf } from '../support/stage.ts';
import { PAGE_POLICY } from './status-page-story.ts';

/* A run says when the page must be built again: it compares what it knows with what is served, and asks nobody else. */

/** A host that serves what was put on it; `null` is nothing. */
function host() {
  const served: { text: string | null } = { text: null };
  const asked: string[] = [];
  const look = (address: string): Promise<string | null> => {
    asked.push(address);
    return Promise.resolve(served.text);
  };
  const deploy = async (stage: Stage): Promise<boolean> => {
    const { site } = await stage.sweep({ command: 'site' });
    if (site?.isChanged) served.text = site.files.get('build.json')!;
    return site?.isChanged ?? false;
  };
  return { served, asked, look, deploy };
}

async function begun(at: ReturnType<typeof host>): Promise<Stage> {
  const stage = await stageOf({ policy: PAGE_POLICY, look: at.look });
  stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident'] });
  stage.hub.as('bob').label(1, 'P1', 'api');
  return stage;
}

describe('the page', () => {
  test('is built when an incident comes onto it, when it changes there and when it goes, and not otherwise', async () => {
    const at = host();
    const stage = await begun(at);
    expect((await stage.react())!.isPageDue).toBe(true);
    expect(await at.deploy(stage)).toBe(true);
    expect(at.asked[0]).toMatch(/^https:\/\/status\.example\.com\/build\.json\?at=\d+$/);
    expect((await stage.sweep()).isPageDue).toBe(false);
    expect(await at.deploy(stage)).toBe(false);
    const say = async (text: string): Promise<boolean> => {
      stage.hub.clock.advance(MINUTE);
      stage.hub.as('alice').comment(1, text);
      return (await stage.react())!.isPageDue;
    };
    expect(await say('/note a switch is broken')).toBe(false);
    expect(await say('/update It is slow.')).toBe(true);
    expect(await at.deploy(stage)).toBe(true);
    expect(await say('/correct It is down.')).toBe(true);
    // The run that would have built it is lost: the next one says it again.
    expect((await stage.sweep()).isPageDue).toBe(true);
    expect(await at.deploy(stage)).toBe(true);
    expect(await say('/public off it was ours alone')).toBe(true);
    expect(await at.deploy(stage)).toBe(true);
    expect((await stage.sweep()).isPageDue).toBe(false);
  });

  test('is built where nobody can say what is served only for what was written, and once a day', async () => {
    const at = host();
    const stage = await begun(at);
    expect((await stage.react())!.isPageDue).toBe(true);
    const dues: boolean[] = [];
    for (let i = 0; i < 24; i++) {
      stage.hub.clock.advance(HOUR);
      dues.push((await stage.sweep()).isPageDue);
    }
    expect(dues.filter(Boolean)).toHaveLength(1);
    stage.hub.clock.advance(HOUR);
    at.served.text = '{"entries":7}';
    expect((await stage.sweep()).isPageDue).toBe(false);
  });

  test('is built again when an update that was promised does not come: customers see that it is late', async () => {
    const at = host();
    const stage = await stageOf({ policy: PAGE_POLICY, look: at.look });
    stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident'] });
    stage.hub.as('bob').label(1, 'P0', 'api');
    await stage.react();
    stage.hub.as('alice').comment(1, '/ack\n/update It is down.');
    await stage.react();
    await at.deploy(stage);
    stage.hub.clock.advance(20 * MINUTE);
    expect((await stage.sweep()).isPageDue).toBe(false);
    stage.hub.clock.advance(20 * MINUTE);
    expect((await stage.sweep()).isPageDue).toBe(true);
  });

  test('costs a run nothing where the policy has none, and a dry run neither looks nor builds', async () => {
    const at = host();
    const policy = PAGE_POLICY.slice(0, PAGE_POLICY.indexOf('status-page:'));
    const stage = await stageOf({ policy, look: at.look });
    stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident'] });
    await stage.react();
    const other = await begun(at);
    await other.react({ dryRun: true });
    expect(at.asked).toEqual([]);
  });
});
