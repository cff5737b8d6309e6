import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { rowOf } from '../support/card.ts';
import { recorder } from '../support/pager.ts';
import { alert } from '../stories/maintenance-story.ts';
import { filesOf, PAGE_POLICY, reported, say, shown } from '../stories/status-page-story.ts';
import { asks, card, DAY, HOUR, MINUTE, stageOf } from '../support/stage.ts';

/* What comes on the page, what leaves it, and how often customers are told. */

const SENT = `
notifiers:
  customers: { type: slack, url: CUSTOMER_SLACK }
inform-public: [customers]
`;
const OUTSIDE = `${PAGE_POLICY}${SENT}`;
const BEFORE = PAGE_POLICY.slice(0, PAGE_POLICY.indexOf('status-page:'));

const titles = ({ pages }: ReturnType<typeof recorder>): readonly string[] =>
  pages.filter(({ action }) => action === 'announce').map(({ title }) => title ?? '');

const ADMIN = { alice: 'write', bob: 'triage', grace: 'admin', nora: 'read' } as const;

describe('a page with one component', () => {
  const policy = PAGE_POLICY.replace(/ {4}api: API\n {4}network: .*\n/, '');

  test('does not show the trouble of a service that is not on it', async () => {
    const stage = await reported(['P1', 'api'], { policy });
    expect(await shown(stage)).toEqual([]);
  });

  test('does not show that of a category that is not on it', async () => {
    const stage = await reported(['P1', 'network'], { policy });
    expect(await shown(stage)).toEqual([]);
  });

  test('asks which services are affected where nobody has said so', async () => {
    const stage = await reported(['P1'], { policy });
    expect(await shown(stage)).toEqual([]);
  });
});

describe('what customers have read is brought to its end', () => {
  test('where the priority is lowered to one that the policy keeps off', { tags: 'slow' }, async () => {
    const pager = recorder();
    const stage = await reported(['P1', 'api'], { policy: OUTSIDE, pager: pager.pager });
    await say(stage, 'alice', '/update Some of you cannot log in.');
    await say(stage, 'alice', '/priority P3 only a few are left');
    expect(await shown(stage)).toHaveLength(1);
    await say(stage, 'alice', '/resolve done');
    expect(titles(pager).at(-1)).toContain('Resolved');
  });

  test('where it is folded into one that is not on the page', { tags: 'slow' }, async () => {
    const pager = recorder();
    const stage = await reported(['P1', 'api'], { policy: OUTSIDE, pager: pager.pager });
    stage.hub.as('nora').openIssue({ title: 'Other' });
    stage.hub.as('bob').label(2, 'P2', 'api');
    await stage.react();
    await say(stage, 'alice', '/duplicate #2', 1);
    await say(stage, 'alice', '/resolve done', 2);
    expect(await shown(stage)).toHaveLength(1);
    expect(titles(pager).at(-1)).toContain('Resolved');
  });
});

describe('customers are not flooded', () => {
  test('by an alert that flaps', { tags: 'slow' }, async () => {
    const pager = recorder();
    const stage = await stageOf({ policy: `${OUTSIDE}alerts: { recovery: resolve }\n`, pager: pager.pager });
    await alert(stage, { priority: 'P1' });
    await say(stage, 'alice', '/ack');
    for (let i = 0; i < 10; i++) {
      stage.hub.clock.advance(3 * MINUTE);
      await alert(stage, { status: 'resolved' });
      stage.hub.clock.advance(3 * MINUTE);
      await alert(stage);
    }
    expect(titles(pager).length).toBeLessThanOrEqual(8);
  });

  test('by what was over weeks before there was a page', { tags: 'slow' }, async () => {
    const pager = recorder();
    const stage = await stageOf({ policy: BEFORE, pager: pager.pager });
    for (let i = 1; i <= 5; i++) {
      stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident'] });
      stage.hub.as('bob').label(i, 'P1', 'api');
      await stage.react();
      await say(stage, 'bob', '/ack\n/resolve done', i);
    }
    stage.hub.clock.advance(20 * DAY);
    stage.hub.commit({ '.github/tocsin.yml': OUTSIDE });
    await stage.sweep();
    expect(titles(pager)).toEqual([]);
  });

  test('by one whose service becomes known days after it was over', { tags: 'slow' }, async () => {
    const pager = recorder();
    const stage = await reported(['P1'], { policy: OUTSIDE, pager: pager.pager });
    await say(stage, 'alice', '/ack\n/resolve done');
    stage.hub.clock.advance(3 * DAY);
    await stage.sweep();
    stage.hub.as('bob').label(1, 'api');
    await stage.react();
    expect(titles(pager)).toEqual([]);
  });

  test('by priorities that their notifier is not for', async () => {
    const pager = recorder();
    const policy = OUTSIDE.replace('url: CUSTOMER_SLACK }', 'url: CUSTOMER_SLACK, for: [P0] }');
    const stage = await reported(['P2', 'api'], { policy, pager: pager.pager });
    await say(stage, 'alice', '/update Some answers are slow.');
    expect(titles(pager)).toEqual([]);
  });
});

describe('the page that is served', () => {
  async function served(labels: readonly string[]): Promise<{ stage: Stage; at: { text: string | null } }> {
    const at: { text: string | null } = { text: null };
    const stage = await reported(labels, { look: () => Promise.resolve(at.text), people: ADMIN });
    return { stage, at };
  }

  test('is built without an incident that was deleted after its end', { tags: 'slow' }, async () => {
    const { stage, at } = await served(['P1', 'api']);
    await say(stage, 'alice', '/update The data of Mr Smith is gone.\n/resolve done');
    at.text = (await filesOf(stage)).get('build.json')!;
    stage.hub.as('grace').deleteIssue(1);
    const dues = [(await stage.react())?.isPageDue];
    for (let i = 0; i < 8; i++) {
      stage.hub.clock.advance(6 * HOUR);
      dues.push((await stage.sweep()).isPageDue);
    }
    expect((await stage.sweep({ command: 'site' })).site!.isChanged).toBe(true);
    expect(dues).toContain(true);
  });

  test(
    'is not built by every run where the address has the page of somebody else, and somebody hears of it',
    { tags: 'slow' },
    async () => {
      const { stage, at } = await served(['P2', 'api']);
      at.text = '{"entries":{"aaaaaaaaaaaa":"1"},"components":{}}';
      let dues = 0;
      const advice: string[] = [];
      for (let i = 0; i < 96; i++) {
        stage.hub.clock.advance(15 * MINUTE);
        const report = await stage.sweep();
        dues += Number(report.isPageDue);
        advice.push(...report.advice);
      }
      expect(dues).toBeLessThan(20);
      expect(advice.join()).toContain('status.example.com');
    },
  );
});

test('that nobody is paged any more since the only chat is for customers is said by the check', async () => {
  const pager = recorder();
  const stage = await stageOf({ policy: OUTSIDE, pager: pager.pager });
  stage.hub.as('bob').openIssue({ title: 'Down', labels: ['incident'] });
  stage.hub.as('alice').label(1, 'P0', 'api');
  await stage.react();
  expect(pager.pages.filter(({ action }) => action === 'trigger')).toEqual([]);
  const { advice, notes } = await stage.sweep({ command: 'check' });
  expect([...advice, ...notes].join('\n')).toMatch(/inform-public|customers/);
});

test(
  'a P0 without a category, where components are categories, is asked about, and its card says what is so',
  { tags: 'slow' },
  async () => {
    const policy = PAGE_POLICY.replace(/ {4}checkout: \{.*\n {4}api: API\n/, '').replace(
      / {4}network: .*\n/,
      '    network: Network\n    other: Other\n',
    );
    const stage = await reported(['P0'], { policy: policy.replace('[network,', '[network, other,') });
    await stage.pass(HOUR);
    expect(rowOf(card(stage.hub.issue(1)), 'Status page')).not.toBe('nothing there: its category is not on the page');
    expect(asks(stage.hub.issue(1)).join('\n')).toMatch(/status page/);
  },
);
