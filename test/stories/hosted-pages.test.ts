import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../support/stage.ts';
import { policyWith, shopWith } from './hosted-story.ts';

/* A hosted page follows the incidents, told by the run that builds the page. */

describe.each(['statuspage', 'instatus', 'cstate'] as const)('%s', (type) => {
  test('tells an incident from its first word to its last, each once', { tags: 'slow' }, async () => {
    const { opened, tell, say } = await shopWith(type);
    expect((await tell()).failures).toEqual([]);
    await say('alice', '/ack\n/update identified: word of a switch.');
    await tell();
    await say('alice', '/correct word of two switches.');
    await tell();
    await tell();
    await say('alice', '/resolve restarted');
    expect((await tell()).failures).toEqual([]);
    const [entry, ...others] = opened.entries();
    expect(others).toEqual([]);
    expect(entry!.title).toBe('API: partial outage');
    if (type === 'cstate') expect(entry!.messages).toEqual(['word of two switches.']);
    else
      expect(entry!.messages).toEqual([
        expect.stringContaining('API'),
        'Word of a switch.',
        'Correction: word of two switches.',
        expect.stringContaining('API'),
      ]);
    expect([...(opened.states()?.values() ?? [])].map((it) => it.toLowerCase())).toEqual(
      opened.states() === null ? [] : ['operational', 'operational', 'operational'],
    );
  });

  test(
    'takes off what is taken off the page, and what becomes confidential, and nothing else',
    { tags: 'slow' },
    async () => {
      const { stage, opened, tell, say } = await shopWith(type);
      stage.hub.as('alice').openIssue({ title: 'Another', labels: ['incident', 'P1', 'checkout'] });
      await stage.react();
      stage.hub.as('bob').comment(2, '/ack');
      await stage.react();
      await tell();
      expect(opened.entries()).toHaveLength(2);
      await say('alice', '/public off it was ours alone');
      await tell();
      expect(opened.entries().map(({ title }) => title)).toEqual([expect.stringContaining('Checkout')]);
      stage.hub.as('bob').label(2, 'security');
      await stage.react();
      await tell();
      expect(opened.entries()).toEqual([]);
      expect([...(opened.states()?.values() ?? [])].filter((it) => !/^operational$/i.test(it))).toEqual([]);
    },
  );

  test(
    'keeps what was told of what is over when the policy forgets a component, and takes off what is open',
    { tags: 'slow' },
    async () => {
      const { stage, opened, tell, say } = await shopWith(type);
      await say('alice', '/resolve restarted');
      await tell();
      const [over] = opened.entries();
      stage.hub.as('alice').openIssue({ title: 'Another', labels: ['incident', 'P1', 'api'] });
      await stage.react();
      stage.hub.as('bob').comment(2, '/ack');
      await stage.react();
      await tell();
      expect(opened.entries()).toHaveLength(2);
      stage.hub.commit({
        '.github/tocsin.yml': policyWith(opened, false)
          .replace('    api: API\n', '')
          .replace(/, api: \w+ \} \} \]/, ' } } ]')
          .replace(/, api: \w+ \} \}\]/, ' } }]'),
      });
      expect((await tell()).failures).toEqual([]);
      expect(opened.entries()).toEqual([over]);
    },
  );

  test(
    'fills in no history: what was over a day before the page was named there is left alone',
    { tags: 'slow' },
    async () => {
      const { stage, opened, tell, say } = await shopWith(type);
      await say('alice', '/resolve restarted');
      stage.hub.clock.advance(DAY + HOUR);
      await tell();
      expect(opened.entries()).toEqual([]);
    },
  );

  test('is written by no dry run, and by none that has no way to it', async () => {
    const { stage, asked } = await shopWith(type);
    const { site } = await stage.sweep({ command: 'site', dryRun: true });
    expect(site).not.toBeNull();
    await stage.sweep();
    expect(asked()).toEqual([]);
  });
});

test(
  'where nothing else is served, runs by schedule tell again as long as customers wait',
  { tags: 'slow' },
  async () => {
    const { stage, say, tell } = await shopWith('statuspage', { isAlone: true });
    stage.hub.clock.advance(20 * MINUTE);
    expect((await stage.sweep()).isPageDue).toBe(true);
    await say('alice', '/resolve restarted');
    stage.hub.clock.advance(20 * MINUTE);
    expect((await stage.sweep()).isPageDue).toBe(true);
    await tell();
    stage.hub.clock.advance(2 * HOUR);
    const dues = [];
    for (let i = 0; i < 4; i++) {
      stage.hub.clock.advance(15 * MINUTE);
      dues.push((await stage.sweep()).isPageDue);
    }
    expect(dues).toEqual([false, false, false, false]);
  },
);

test(
  'a page that is served while a hosted one is behind is built again by the next run, until that has been told',
  { tags: 'slow' },
  async () => {
    const { stage, meet, serve, tell } = await shopWith('statuspage');
    meet(() => 500);
    const behind = await tell();
    expect(behind.failures).toHaveLength(1);
    serve(behind);
    expect((await stage.sweep()).isPageDue).toBe(true);
    meet(() => null);
    const told = await tell();
    expect(told.failures).toEqual([]);
    expect(told.site!.isChanged).toBe(true);
    serve(told);
    expect((await stage.sweep()).isPageDue).toBe(false);
  },
);
