import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetingOf } from '../../src/capabilities/review/agenda.ts';
import { projectedEvents, projectedIssue } from '../../src/engine/projection.ts';
import type { Issue } from '../../src/model/issue.ts';
import { planAgenda } from '../../src/post-incident/agenda/plan.ts';
import { tries } from '../support/tries.ts';
import { agendaOf, at, bodyAt, closedFor, commentOf, groundAt, kinds, NOW, policyOf } from './agendas.ts';

const DAY = 86_400_000;
const policy = await policyOf();
const ground = groundAt(NOW, policy);
const body = bodyAt(ground);
const lastBody = bodyAt(groundAt(NOW - 7 * DAY, policy)).replace('## Decisions\n', '## Decisions\n\n- [ ] Left\n');

/** An agenda with its facts as that instant leaves them. */
function written(number: number, now = NOW, facts = 'Facts'): Issue {
  const plan = planAgenda([agendaOf(number, body)], groundAt(now, policy, { facts }));
  const [effect] = plan.issue === null ? [] : plan.orders[0]!.effects;
  if (effect?.do !== 'comment') throw new Error('no comment');
  return agendaOf(number, body, { timeline: [commentOf('C1', effect.body)] });
}

describe('what is to be done', () => {
  test.each<[string, readonly Issue[], readonly string[]]>([
    ['without an agenda', [], ['open']],
    ['with that of the last meeting', [agendaOf(1, lastBody)], ['open']],
    ['with one of somebody else', [agendaOf(1, body, { own: false })], ['open']],
    ['with another issue of the label', [agendaOf(1, 'Mine')], ['open']],
    ['with one that people have closed as a duplicate', [agendaOf(1, body, closedFor('duplicate', false))], []],
    ['with one that was closed as a duplicate', [agendaOf(1, body, closedFor('duplicate'))], ['open']],
    ['with one that was opened', [agendaOf(2, body)], ['comment #2']],
    ['with one that is whole', [written(2)], []],
    ['with one that was closed early', [agendaOf(2, body, closedFor('completed'))], []],
    ['with the last one still open', [written(2), agendaOf(1, lastBody)], ['close #1']],
    ['with the last one closed', [written(2), agendaOf(1, lastBody, closedFor('completed'))], []],
    ['with two', [agendaOf(3, body), written(2)], ['close-duplicate #2']],
    ['with two, of which people have closed the first', [written(3), agendaOf(2, body, closedFor('completed'))], []],
  ])('%s', (_title, issues, expected) => {
    expect(kinds(planAgenda(issues, ground))).toEqual(expected);
  });

  test('the mark of the comment serves where people have taken that of the text away', () => {
    expect(kinds(planAgenda([{ ...written(2), body: 'Ours' }], ground))).toEqual([]);
  });

  test('a second comment goes', () => {
    const whole = written(2);
    const [first] = whole.timeline;
    const second = first?.kind === 'commented' ? commentOf('C2', first.comment.body) : first!;
    expect(kinds(planAgenda([{ ...whole, timeline: [...whole.timeline, second] }], ground))).toEqual([
      'delete-comment #2',
    ]);
  });
});

describe('the facts', () => {
  test.each<[string, number, string, readonly string[]]>([
    ['that are the same are left alone', NOW + DAY / 2, 'Facts', []],
    ['that have changed on the same day wait', NOW + 60_000, 'Others', []],
    ['that have changed by the next day are written', at('2026-11-03T00:00Z'), 'Others', ['edit-comment #2']],
  ])('%s', (_title, now, facts, expected) => {
    expect(kinds(planAgenda([written(2)], groundAt(now, policy, { facts })))).toEqual(expected);
  });

  test('mention whoever can be reached, once, whoever is in the role later', async () => {
    const wanted = await policyOf(', people: [heads, ghosts, heads]');
    const plan = planAgenda([agendaOf(2, body)], groundAt(NOW, wanted));
    const [effect] = plan.issue === null ? [] : plan.orders[0]!.effects;
    expect(effect).toMatchObject({ do: 'comment', to: ['ada', 'Ida'] });
    const first = effect?.do === 'comment' ? effect.body : '';
    expect(first).toMatch(/^<!-- .* -->\n@ada @Ida Facts\n/);
    const later = groundAt(at('2026-11-03T07:00Z'), wanted, { facts: 'Others', people: ['ghosts'] });
    const again = planAgenda([agendaOf(2, body, { timeline: [commentOf('C1', first)] })], later);
    const [edit] = again.issue === null ? [] : again.orders[0]!.effects;
    expect(edit?.do === 'edit-comment' && edit.body).toMatch(/^<!-- .* -->\n@ada @Ida Others\n/);
    const unknown = planAgenda([agendaOf(2, body)], groundAt(NOW, wanted, { roles: new Map() }));
    expect(unknown.issue !== null && unknown.unknown).toEqual(['ada', 'Ida', 'casper']);
  });
});

describe('decisions', () => {
  test('are carried over from the newest agenda of another meeting, also if it is closed', () => {
    const newest = agendaOf(5, lastBody.replace('Left', 'Right'), closedFor('completed'));
    const text = bodyAt(ground, [newest, agendaOf(4, lastBody)]);
    expect(text).toContain('Carried over from #5:\n\n- [ ] Right\n\n');
    expect(text).not.toContain('Left');
  });

  test('of which there are too many are named by their agenda', () => {
    const many = Array.from({ length: 60 }, (_, i) => `- [ ] Decision ${i}`).join('\n');
    const text = bodyAt(ground, [agendaOf(4, lastBody.replace('- [ ] Left', many))]);
    expect(text).toContain('- [ ] Decision 49\n- 10 more are in #4\n');
  });
});

test('whatever issues there are, what is planned leads to one open agenda, and then nothing is left', () => {
  const kindsOf = fc.record({
    body: fc.constantFrom(body, lastBody, 'Mine'),
    own: fc.boolean(),
    end: fc.constantFrom(null, 'completed' as const, 'duplicate' as const),
  });
  fc.assert(
    fc.property(fc.array(kindsOf, { maxLength: 6 }), (some) => {
      let issues = some.map(({ body: text, own, end }, i) =>
        agendaOf(i + 1, text, { own, ...(end === null ? {} : closedFor(end)) }),
      );
      for (let round = 0; ; round++) {
        expect(round).toBeLessThan(4);
        const plan = planAgenda(issues, ground);
        if (plan.issue === null) {
          issues = [...issues, agendaOf(issues.length + 1, plan.body)];
          continue;
        }
        if (plan.orders.length === 0) break;
        for (const { issue, effects } of plan.orders)
          for (const effect of effects) {
            const isOther = effect.do === 'close-duplicate';
            issues = issues.map((it) => {
              if (isOther) return it.id === effect.target ? { ...it, ...closedFor('duplicate') } : it;
              return it.id === issue.id ? projectedIssue(it, effect, projectedEvents(effect, NOW)) : it;
            });
          }
      }
      const ours = issues.filter((it) => meetingOf(it) === ground.meeting.date && it.state === 'open');
      const early = some.some((it) => it.own && it.body === body && it.end === 'completed');
      expect(ours.length).toBeLessThanOrEqual(1);
      expect(ours.length === 1 || early).toBe(true);
      expect(issues.filter((it) => it.own && it.body === lastBody && it.state === 'open')).toEqual([]);
    }),
    tries(200),
  );
});
