import { expect, test } from 'vitest';
import { notifierOf, parcelOf } from '../notify/samples.ts';
import { headline, pageTextOf } from '../../src/notify/wording.ts';
import { HOUR, MINUTE } from '../support/stage.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';
import { TEAM } from '../support/team.ts';
import { opened } from './people-story.ts';

/* What somebody reads who is woken, from the report to the message. */

const VOUCHED = { ...TEAM, rita: 'triage' } as const;

test('a page says what is broken, until when, what to do, and where', async () => {
  const { pager, pages } = recorder();
  await opened(NOTIFIERS, { pager, people: VOUCHED });
  const [page] = pages;
  expect([headline(page!), ...pageTextOf(page!).split('\n')]).toEqual([
    'P0: Shop down',
    'All access lost · Every order in Europe · checkout',
    expect.stringMatching(/^Acknowledge: by \S.* UTC\)?$/),
    expect.stringMatching(/\/ack\b/),
  ]);
  expect(page!.url).toBe('https://github.com/acme/shop/issues/1');
  expect(JSON.stringify(parcelOf(notifierOf('slack').type as 'slack', page!))).toContain('Open acme/shop#1');
});

test('of a missed deadline it says how late it is, and in the language of the policy', async () => {
  const { pager, pages } = recorder();
  const { stage } = await opened(NOTIFIERS, { pager, people: VOUCHED, language: 'fr' });
  await stage.pass(HOUR + MINUTE);
  const page = pages.find(({ step }) => step.includes('acknowledge'))!;
  expect(page.until).toEqual({
    label: 'Prise en charge',
    value: expect.stringMatching(
      /^échéance \S.*, dépassée de \d+ min|^échéance \S.*, dépassée de moins d’une minute$/,
    ) as string,
  });
  expect(headline(page)).toBe('P0\u00a0: Shop down');
});

test('once the incident is taken on late, the next deadline is named', { tags: 'slow' }, async () => {
  const { pager, pages } = recorder();
  const { stage, say } = await opened(NOTIFIERS, { pager, people: VOUCHED });
  await stage.pass(HOUR);
  await say('alice', '/ack');
  await say('alice', '/test-page');
  expect(pages.at(-1)!.action).toBe('test');
  expect(pages.at(-1)!.until?.label).toBe('Resolve');
});
