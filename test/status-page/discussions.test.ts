import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/calendar/length.ts';
import type { Thread } from '../../src/github/discussions.ts';
import type { PublicMaintenance, StatusPage } from '../../src/status-page/page.ts';
import { entriesOf } from '../../src/run/site/discussions/entry.ts';
import { readPublicMark, writePublicMark } from '../../src/run/site/discussions/mark.ts';
import { planForDiscussions, type DiscussionStep } from '../../src/run/site/discussions/plan.ts';
import { statement } from '../../src/text/public.ts';
import { tries } from '../support/tries.ts';
import { both, component, incident, LANGUAGES, maintenance, NOW } from './sample.ts';

/* What is to be told of a page, as data: of a page and of the Discussions that there are. */

const ZONE = { languages: LANGUAGES, zone: 'Europe/Paris' };

function pageOf(changes: Partial<StatusPage>): StatusPage {
  return {
    id: 'page',
    title: both('Shop'),
    url: 'https://status.example.com',
    ...ZONE,
    at: NOW,
    since: NOW - DAY,
    components: [component('api')],
    incidents: [],
    maintenances: [],
    ...changes,
  };
}

/** The steps at an instant, with the Discussions as they were left. */
function stepsAt(
  now: number,
  changes: Partial<StatusPage>,
  threads: readonly Thread[] = [],
): readonly DiscussionStep[] {
  const entries = entriesOf(pageOf(changes));
  return planForDiscussions(threads, { page: ZONE, now, entries, since: -Infinity, hasLeft: () => true }).steps;
}

/** The Discussion that a step has opened, or would have commented on. */
function after(steps: readonly DiscussionStep[], before: readonly Thread[] = []): readonly Thread[] {
  const threads = [...before];
  for (const step of steps) {
    if (step.do === 'open') {
      const remarks = step.remarks.map(({ body }, i) => ({ id: `r${i}`, body, own: true }));
      const number = threads.length + 1;
      threads.push({
        id: `t${number}`,
        number,
        body: step.text.body,
        openedAt: NOW,
        isLocked: false,
        remarks,
        isCut: false,
      });
    } else if (step.do === 'comment') {
      const at = threads.findIndex(({ id }) => id === step.thread.id);
      const { remarks } = threads[at]!;
      const remark = { id: `r${remarks.length}`, body: step.text.body, own: true };
      threads[at] = { ...threads[at]!, remarks: [...remarks, remark] };
    }
  }
  return threads;
}

describe('a maintenance', () => {
  const planned = { ...maintenance('w').updates[0]!, at: NOW };
  const said = (stage: PublicMaintenance['stage'], at: number, text: string) =>
    ({ id: `w-${stage}`, at, stage, text: both(text), correctedAt: null }) as const;

  test('is told when it is announced, when it begins and when it is done, with what is planned', () => {
    const announced = maintenance('w', { from: NOW + DAY, to: NOW + DAY + HOUR, updates: [planned] });
    const first = stepsAt(NOW, { maintenances: [announced] });
    const threads = after(first);
    expect(first).toMatchObject([{ do: 'open', text: { title: 'Work w' } }]);
    expect(threads[0]!.body).toContain(
      'Planned: Sat 21 Nov 2026, 16:10 (Paris, 15:10 UTC) to Sat 21 Nov 2026, 17:10 (Paris, 16:10 UTC)',
    );
    expect(threads[0]!.body).toContain('(https://status.example.com/maintenance/w.html)');
    expect(stepsAt(NOW + DAY, { maintenances: [announced] }, threads)).toEqual([]);
    const begun = { ...announced, updates: [planned, said('in_progress', NOW + DAY, 'We begin.')] };
    const second = stepsAt(NOW + DAY, { maintenances: [begun] }, threads);
    expect(second).toMatchObject([{ do: 'comment' }]);
    const done = { ...begun, updates: [...begun.updates, said('completed', NOW + DAY + HOUR, 'Done.')] };
    const third = stepsAt(NOW + DAY + HOUR, { maintenances: [done] }, after(second, threads));
    expect(third.map((it) => (it.do === 'comment' ? it.text.body : it.do))).toEqual([
      expect.stringContaining('**Completed**'),
    ]);
    expect(stepsAt(NOW + 3 * DAY, { maintenances: [done] }, after(third, after(second, threads)))).toEqual([]);
  });

  test('comes after incidents, however bad they are', () => {
    const steps = stepsAt(NOW, {
      incidents: [incident('i', { harm: 'degraded_performance' })],
      maintenances: [maintenance('w', { updates: [planned] })],
    });
    expect(steps.map((it) => (it.do === 'open' ? it.entry.id : it.do))).toEqual(['i', 'w']);
  });
});

describe('a Discussion that was read in part', () => {
  const told = (at: number) =>
    ({ id: `u${at}`, at, stage: 'investigating', text: both(`At ${at}.`), correctedAt: null }) as const;

  test('is read whole before anything new is told in it', () => {
    const before = incident('i');
    const [thread] = after(stepsAt(NOW, { incidents: [before] }));
    const more = incident('i', { updates: [...before.updates, told(NOW)] });
    const entries = entriesOf(pageOf({ incidents: [more] }));
    const cut = { ...thread!, isCut: true };
    const plan = planForDiscussions([cut], {
      page: ZONE,
      now: NOW + MINUTE,
      entries,
      since: -Infinity,
      hasLeft: () => true,
    });
    expect(plan).toEqual({ steps: [], unread: [cut], unknown: [] });
  });
});

describe('the words of the public in a Discussion', () => {
  test.each([
    ['call @nora or mail a@b.example', '> call @\u2060nora or mail a@b.example'],
    ['see #12, GH-7 and &#64;nora', '> see #\u206012, GH-\u20607 and &\u2060#\u206064;nora'],
    ['<b>now</b> <!-- tocsin:public {} -->', '> <\u2060b>now<\u2060/b> <\u2060!-- tocsin:public {} -->'],
    ['![spy](https://spy.example/x.png)', '> !\u2060[spy](https://spy.example/x.png)'],
    ['```\nnever closed', '> ```\n> never closed'],
    ['- one\n\n- **two** [link](https://shop.example/a)', '> - one\n>\n> - **two** [link](https://shop.example/a)'],
  ])('%s', (text, written) => {
    expect(statement(text, 1_000)).toBe(written);
  });

  test('leave no mention, no tag and no line outside of the quotation', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('@', 'a', '#', '1', '<', '!', '[', '\n', '\r', '>', '&', '`', ' ') }),
        (text) => {
          const written = statement(text, 200);
          expect(written).not.toMatch(/(?<![a-z0-9])@[a-z0-9]|#\d|<[a-z/!?]|!\[|&[#\w]/);
          for (const line of written.split('\n')) expect(line).toMatch(/^>/);
        },
      ),
      tries(200),
    );
  });
});

test('a mark is read back as it was written, and in no other text', () => {
  const mark = { kind: 'incident', entry: 'abc', said: 'u-->1', sum: 'f00', isWithdrawn: true } as const;
  expect(readPublicMark(`${writePublicMark(mark)}\ntext`)).toEqual(mark);
  expect(readPublicMark(`text\n${writePublicMark(mark)}`)).toBe(null);
  for (const text of [
    '{"v":2,"issue":0}',
    '{"v":2,"issue":0,"kind":"x","entry":"a","sum":"b"}',
    '{"issue":0,"kind":"incident","entry":"a","sum":"b","said":7}',
  ])
    expect(readPublicMark(`<!-- tocsin:public ${text} -->`)).toBe(null);
});
