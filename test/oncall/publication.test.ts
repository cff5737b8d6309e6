import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';
import { isIncident } from '../../src/capabilities/membership/membership.ts';
import { factHeadings, FORM } from '../../src/capabilities/report/form.ts';
import { planPublication, type PublicationGround } from '../../src/capabilities/on-call/publication.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { opening, groundAt, NOW, MANAGERS, NIGHTS, at, issueOf, effects, settled, DAY, kinds } from './publications.ts';

describe('what is published', () => {
  test('each schedule for four weeks from the start of the day in its zone', () => {
    const { body, title } = opening(groundAt(NOW, { schedules: MANAGERS + NIGHTS }));
    expect(title).toBe('Who is on call');
    expect(body.split('\n').slice(0, 15)).toEqual([
      '<!-- tocsin:on-call {"v":2,"issue":0} -->',
      '- `managers`: **`ian`** until Mon 09:00 (London, 09:00 UTC), then `mona`',
      '- `nights`: **nobody** until 20:00 (London, 20:00 UTC), then `kim`',
      '',
      expect.stringContaining('`npx . oncall --ics`'),
      '',
      '### On call: managers',
      '',
      'Times are those of Europe/London.',
      '',
      '| From | To | On call |',
      '| --- | --- | --- |',
      '| Mon 2 Nov 2026, 09:00 | Mon 9 Nov 2026, 09:00 | `ian` |',
      '| Mon 9 Nov 2026, 09:00 | Mon 16 Nov 2026, 09:00 | `mona` |',
      '| Mon 16 Nov 2026, 09:00 | Mon 23 Nov 2026, 09:00 | `ian` |',
    ]);
    expect(body).toContain('### On call: nights');
    expect(body).toContain('| Mon 30 Nov 2026, 20:00 | Tue 1 Dec 2026, 08:00 | `pat` |');
    expect(body).not.toContain('| Tue 1 Dec 2026, 20:00');
    expect(body).not.toMatch(/@\w/);
  });

  test.each([
    ['2026-11-03T08:00Z', '2026-11-03T19:59:59.999Z', true],
    // Somebody else is on call then.
    ['2026-11-03T19:59:59.999Z', '2026-11-03T20:00Z', false],
    ['2026-11-03T23:59:59.999Z', '2026-11-04T00:00Z', false],
    // In summer the day of London begins at 23:00 UTC; on 25 October it has 25 hours.
    ['2026-10-24T23:00Z', '2026-10-25T23:59Z', true],
    ['2026-10-24T22:59Z', '2026-10-24T23:00Z', false],
  ])('%s and %s: the same text is %s', (one, other, same) => {
    const bodies = [one, other].map((time) => opening(groundAt(at(time), { schedules: NIGHTS })).body);
    expect(bodies[0] === bodies[1]).toBe(same);
  });

  test('is cut to whole schedules where GitHub would refuse it', { tags: 'slow' }, () => {
    const many = Array.from({ length: 40 }, (_, i) => NIGHTS.replace('nights', `nights ${i}`)).join('');
    const { body } = opening(groundAt(NOW, { schedules: many }));
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain('### On call: nights 0\n');
    expect(body).toMatch(/Left out, because GitHub takes no longer text: .*`nights 39`/);
  });

  test('is no incident, even if its schedules are named like the questions of the form', async () => {
    const loaded = await loadPolicy(null, 'p.yml');
    if (!loaded.ok) throw new Error('the built-in policy is broken');
    // A name of a schedule has no apostrophe, so that only the English questions can be names as they are.
    for (const language of ['en', 'fr'] as const) {
      const names = Object.values(FORM[language]).map((name) => name.replaceAll('’', ' '));
      const lines = names.map((name) => MANAGERS.replace('managers', name)).join('');
      const { body } = opening(groundAt(NOW, { schedules: lines, language }));
      const bare = body.replaceAll(/^### .* : |^### On call: /gm, '### ');
      expect(isIncident(issueOf(1, bare), loaded.policy, 'incident', factHeadings())).toBe(language === 'en');
      expect(isIncident(issueOf(1, body), loaded.policy, 'incident', factHeadings())).toBe(false);
    }
  });
});

describe('the issue', () => {
  const ground = groundAt(NOW);
  const { body } = opening(ground);

  test('settled needs nothing', () => {
    expect(effects([settled(ground)], ground)).toEqual([]);
  });

  test.each<[string, Partial<Issue>]>([
    ['of somebody else', { own: false }],
    ['that is closed', { state: 'closed' }],
    ['without a mark', { body: body.replace(/^.*\n/, '') }],
    ['with the mark further down', { body: `Hello\n${body}` }],
    ['with another mark', { body: body.replace('on-call', 'alert') }],
    ['whose mark is bound to an issue', { body: body.replace('"issue":0', '"issue":7') }],
  ])('%s does not count', (_, changes) => {
    expect(planPublication([issueOf(7, body, [], changes)], ground).issue).toBeNull();
  });

  test.each([
    ['other line ends', body.replaceAll('\n', '\r\n'), false],
    ['a line end at its end', `${body}\n\n`, false],
    ['something else in it', `${body}\n\nianwashere`, true],
    ['another shift in it', body.replace('`mona`', '`ian`'), true],
  ])('with %s', (_, text, isRewritten) => {
    const issue = { ...settled(ground), body: text };
    const edit = { do: 'edit-issue', issue: 7, body, why: 'rewrite who is on call' };
    expect(effects([issue], ground)).toEqual(isRewritten ? [edit] : []);
  });

  test('of several the oldest stays and the others are closed', () => {
    const issues = [issueOf(9, body), settled(ground), issueOf(8, body), issueOf(3, 'mine', [], { own: false })];
    expect(effects(issues, ground)).toMatchObject([
      { do: 'close-duplicate', issue: 7, target: 'I8', of: 'I7', isSelf: false },
      { do: 'close-duplicate', issue: 7, target: 'I9', of: 'I7', isSelf: false },
    ]);
  });
});

describe('comments that go', () => {
  /** The publication at an instant, with comments on shifts of ian's that ended so many days before. */
  function ended(days: readonly number[], now = NOW): { issue: Issue; ground: PublicationGround } {
    const ground = groundAt(now);
    const { body, timeline } = settled(ground);
    const comments = days.map((ago, i) => {
      const to = now - ago * DAY;
      const mark = { issue: 7, schedule: 'managers', from: to - 7 * DAY - i, to, login: 'ian' };
      return { id: `old ${i}`, body: `<!-- tocsin:shift ${JSON.stringify(mark)} -->\n@ian Your shift has begun.` };
    });
    const old = issueOf(7, body, comments);
    return { issue: { ...old, timeline: [...old.timeline, ...timeline] }, ground };
  }
  const deleted = (issue: Issue, ground: PublicationGround): string[] =>
    effects([issue], ground).flatMap((effect) => (effect.do === 'delete-comment' ? [effect.comment] : []));

  test('are those of shifts that ended more than 30 days ago', () => {
    const { issue, ground } = ended([90, 30.001, 30, 29, 1]);
    expect(deleted(issue, ground)).toEqual(['old 0', 'old 1']);
    expect(kinds([issue], ground)).toEqual(['delete-comment', 'delete-comment']);
  });

  test('are twenty at most', () => {
    const { issue, ground } = ended(Array.from({ length: 33 }, () => 60));
    expect(deleted(issue, ground)).toHaveLength(20);
  });

  test('are none of people', () => {
    const { issue, ground } = ended([90]);
    const timeline = issue.timeline.map((event) =>
      event.kind === 'commented' ? { ...event, comment: { ...event.comment, own: false } } : event,
    );
    expect(deleted({ ...issue, timeline }, ground)).toEqual([]);
  });

  test('are doubles, of which the oldest stays', () => {
    const ground = groundAt(NOW);
    const issue = settled(ground);
    const [first] = issue.timeline;
    if (first?.kind !== 'commented') throw new Error('nobody was told');
    const second = { ...first, comment: { ...first.comment, id: 'again' } };
    const found = effects([{ ...issue, timeline: [first, second] }], ground);
    expect(found).toMatchObject([{ do: 'delete-comment', comment: 'again', why: 'delete a double comment' }]);
  });

  test('are none of a shift that goes on longer than was known', () => {
    const { issue } = ended([]);
    const overrides = ' }], overrides: [{ from: 2026-11-09T09:00, to: 2027-03-01, person: ian }] }';
    const ground = groundAt(at('2027-01-10T12:00Z'), { schedules: MANAGERS.replace(' }] }', overrides) });
    expect(kinds([issue], ground)).toEqual(['edit-issue']);
  });
});
