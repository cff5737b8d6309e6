import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/capabilities/load.ts';
import type { Policy } from '../../src/capabilities/policy.ts';
import type { Comment, Issue, TimelineEvent } from '../../src/model/issue.ts';
import type { HeldRole } from '../../src/model/role.ts';
import { decideMaintenance } from '../../src/post-incident/maintenance/decide.ts';
import { readMaintenance, windowOf, type MaintenanceGround } from '../../src/post-incident/maintenance/reading.ts';
import { form, PLANNED } from '../stories/maintenance-story.ts';
import { HOUR, MINUTE } from '../support/stage.ts';
import { tries } from '../support/tries.ts';

/* Whatever a stranger does to a maintenance of theirs, it holds no alert for longer than somebody entitled has confirmed. */

const opened = Date.parse('2026-11-02T09:00:00Z');
const from = Date.parse('2026-11-02T14:00:00Z');
const to = from + 2 * HOUR;
const roles = new Map<string, HeldRole>([
  ['alice', ['write']],
  ['mallory', null],
]);
const policy = await policyIn(PLANNED);

async function policyIn(text: string): Promise<Policy> {
  const loaded = await loadPolicy(text, 'p.yml');
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
  return loaded.policy;
}

const actor = (login: string) => ({ login, bot: login.endsWith('[bot]') });
const groundAt = (now: number): MaintenanceGround => ({
  now,
  policy,
  roles,
  repository: { owner: 'acme', ownedByPerson: false, keeper: null },
  others: [],
});

function comment(login: string, at: number, body: string, number: number): TimelineEvent {
  const own = login === 'github-actions[bot]';
  const written: Comment = { id: `c${number}`, number, url: '', body, author: actor(login), edited: false, own };
  return { kind: 'commented', at, actor: actor(login), own, comment: written };
}

function issueOf(timeline: readonly TimelineEvent[], body = form(), editedAt: number | null = null): Issue {
  return {
    id: 'i1',
    number: 1,
    url: '',
    title: 'New database',
    body,
    edited: editedAt !== null,
    editedAt,
    editor: editedAt === null ? null : actor('mallory'),
    author: actor('mallory'),
    own: false,
    openedAt: opened,
    state: 'open',
    labels: ['planned-maintenance'],
    timeline,
  };
}

/** The timeline after alice has confirmed it, with the card that keeps that. */
function confirmed(): readonly TimelineEvent[] {
  const said = comment('alice', opened + HOUR, '/confirm', 1);
  const { effects } = decideMaintenance(issueOf([said]), groundAt(opened + HOUR), [])!;
  const card = effects.find((it) => it.do === 'write-card');
  if (card?.do !== 'write-card') throw new Error('There is no card.');
  return [said, comment('github-actions[bot]', opened + HOUR, card.body, 2)];
}

const mark = '<!-- tocsin:card {"v":2,"issue":1,"judged":{},"refused":{},"verdicts":[],"done":{}} -->';
const words = fc.constantFrom(
  '/confirm',
  '/start',
  '/extend 5d',
  '/extend 23:00',
  '/move 2026-11-02 12:00 2026-11-08 12:00',
  '/done',
  mark,
);
const act = fc.oneof(
  fc.record({ do: fc.constant('say' as const), text: words }),
  fc.record({ do: fc.constantFrom('close' as const, 'reopen' as const) }),
);
const body = fc.record({
  services: fc.constantFrom('checkout', 'checkout, mail'),
  from: fc.constantFrom('2026-11-02 10:30', '2026-11-02 14:00'),
  to: fc.constantFrom('16:00', '2026-11-08 12:00'),
});

function eventOf(it: { readonly do: string; readonly text?: string }, at: number, number: number): TimelineEvent {
  if (it.text !== undefined) return comment('mallory', at, it.text, number);
  const base = { at, actor: actor('mallory'), own: false } as const;
  return it.do === 'close' ? { ...base, kind: 'closed', reason: 'completed' } : { ...base, kind: 'reopened' };
}

describe('a stranger', () => {
  test('holds nothing by any acts of theirs on what nobody has confirmed', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), body, fc.boolean(), (acts, text, isEdited) => {
        const timeline = acts.map((it, i) => eventOf(it, opened + i * HOUR, 10 + i));
        const issue = issueOf(timeline, form(text), isEdited ? opened + 2 * HOUR : null);
        expect(windowOf(readMaintenance(issue, groundAt(from + HOUR))!.subject)).toBeNull();
      }),
      tries(200),
    );
  });

  test('holds nothing else, and nothing longer, than what was confirmed', { tags: 'slow' }, () => {
    const before = confirmed();
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 12 }),
        body,
        fc.integer({ min: 0, max: 9 * 60 }),
        fc.integer({ min: 0, max: 48 * 60 }),
        (acts, text, edited, later) => {
          const timeline = [...before, ...acts.map((it, i) => eventOf(it, opened + (2 + i) * HOUR, 10 + i))];
          const issue = issueOf(timeline, form(text), opened + HOUR + (1 + edited) * MINUTE);
          const window = windowOf(readMaintenance(issue, groundAt(opened + 14 * HOUR + later * MINUTE))!.subject);
          expect(window?.services).toEqual(['checkout']);
          for (const span of window!.spans) {
            expect(span.from).toBeGreaterThanOrEqual(from);
            expect(span.to).toBeLessThanOrEqual(to);
          }
        },
      ),
      tries(300),
    );
  });

  test('is held to that also when the card is gone: then nothing is held until it is confirmed again', () => {
    const [said] = confirmed();
    const issue = issueOf([said!], form({ to: '2026-11-08 12:00' }), opened + 2 * HOUR);
    expect(windowOf(readMaintenance(issue, groundAt(from + HOUR))!.subject)).toBeNull();
  });

  test('leaves one who is confirmed what they are', () => {
    const issue = issueOf(confirmed());
    expect(windowOf(readMaintenance(issue, groundAt(from + HOUR))!.subject)).toEqual({
      number: 1,
      services: ['checkout'],
      spans: [{ from, to }],
    });
  });
});
