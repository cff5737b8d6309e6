import { describe, expect, test } from 'vitest';
import { isRed } from '../../src/run/report.ts';
import { DAY, MINUTE, PEOPLE, POLICY, type stageOf } from '../support/stage.ts';
import { asked, evidence, record, story } from './evidence-story.ts';

/* A 🚀 of somebody entitled puts a comment on the incident into the timeline of its record. */

const SEEING_RUNS = {
  'test-token': {
    login: 'github-actions[bot]',
    permissions: { issues: 'write', contents: 'read', metadata: 'read', actions: 'read' },
  },
} as const;
const MORNING = Date.UTC(2026, 10, 3, 6, 30);

describe('a 🚀', () => {
  test('puts a comment into the timeline, by how far the incident was', { tags: 'slow' }, async () => {
    const { stage, comments } = await story();
    expect(record(stage)).not.toContain('🚀');
    for (const one of [comments.thanks, comments.pool, comments.relief, comments.logs, comments.it])
      stage.hub.as('alice').react(one, 'ROCKET');
    stage.hub.as('alice').comment(1, 'chosen');
    await stage.react();
    expect(evidence(stage)).toEqual([
      '09:05 `nora` 🚀 **Detection**: `it began with @alice’s deploy`',
      '09:15 `nora` 🚀 **Diagnosis**: `` logs show `timeouts` ``',
      '09:20 `alice` 🚀 **Diagnosis** · gave a workaround: `use the other door`',
      '09:25 `grace` 🚀 **Repair**: `pool of connections is empty`',
      '09:35 `nora` 🚀 **Key moment**: `thanks, it works`',
    ]);
    expect(record(stage)).toContain(`#issuecomment-${comments.it}`);
    expect(record(stage)).toContain('🚀: evidence, chosen by somebody entitled.');
    expect(record(stage)).not.toContain('hidden');
    expect(record(stage).match(/use the other door/g)).toHaveLength(1);
    expect(stage.hub.requests.find(({ operationName }) => operationName === 'Rockets')?.points).toBe(1);
  });

  test('given during the incident is in the record from the first', { tags: 'slow' }, async () => {
    const { stage } = await story(({ stage: { hub }, comments }) => {
      hub.as('grace').react(comments.logs, 'ROCKET');
    });
    expect(evidence(stage)).toEqual(['09:15 `nora` 🚀 **Diagnosis**: `` logs show `timeouts` ``']);
  });

  test('of a stranger, of another kind, or on a comment of ours chooses nothing', { tags: 'slow' }, async () => {
    const { stage } = await story(({ stage: { hub }, comments }) => {
      hub.as('nora').react(comments.logs, 'ROCKET');
      hub.as('alice').react(comments.pool, 'HEART');
      for (const { databaseId } of hub.issue(1).comments.filter(({ body }) => body.startsWith('<!-- tocsin')))
        hub.as('alice').react(databaseId, 'ROCKET');
    });
    expect(record(stage)).not.toContain('🚀');
  });

  test('on a fact of the past marks that fact', { tags: 'slow' }, async () => {
    const { stage } = await story();
    const fact = stage.hub.as('alice').comment(1, '/timeline 2026-11-02T08:40 the deploy began');
    stage.hub.as('alice').react(fact.databaseId, 'ROCKET');
    await stage.react();
    expect(evidence(stage)).toEqual(['08:40 `alice` 🚀 **Key moment**: `the deploy began`']);
  });

  test('is called by its French name where the policy is in French', { tags: 'slow' }, async () => {
    const { stage } = await story(
      ({ stage: { hub }, comments }) => {
        hub.as('alice').react(comments.it, 'ROCKET');
        hub.as('alice').react(comments.logs, 'ROCKET');
        hub.as('alice').react(comments.pool, 'ROCKET');
      },
      { policy: `language: fr\n${POLICY}` },
    );
    expect(evidence(stage).map((line) => /\*\*(.+)\*\*/.exec(line)?.[1])).toEqual([
      'Détection',
      'Diagnostic',
      'Réparation',
    ]);
    expect(record(stage)).toContain('🚀\u00a0: élément retenu par une personne habilitée.');
  });
});

describe('evidence', () => {
  const chosen = (options: Parameters<typeof stageOf>[0] = {}) =>
    story(({ stage: { hub }, comments }) => {
      hub.as('alice').react(comments.logs, 'ROCKET');
      hub.as('alice').react(comments.pool, 'ROCKET');
    }, options);

  test('stays as it was last read in runs that do not read it, and costs nothing there', { tags: 'slow' }, async () => {
    const { stage } = await chosen();
    const before = record(stage);
    await stage.sweep();
    stage.hub.requests.length = 0;
    for (let run = 0; run < 8; run++) {
      stage.hub.clock.advance(15 * MINUTE);
      await stage.sweep();
    }
    expect(stage.hub.requests).toHaveLength(8);
    expect(record(stage)).toBe(before);
  });

  test('is read again in the first run of a morning, once', { tags: 'slow' }, async () => {
    const { stage, comments } = await chosen({ tokens: SEEING_RUNS });
    stage.hub.as('bob').react(comments.thanks, 'ROCKET');
    stage.hub.as('alice').unreact(comments.logs, 'ROCKET');
    await stage.sweep();
    expect(evidence(stage)).toHaveLength(2);
    stage.hub.clock.set(MORNING);
    stage.hub.requests.length = 0;
    for (let run = 0; run < 3; run++) {
      await stage.sweep();
      stage.hub.clock.advance(15 * MINUTE);
    }
    expect(asked(stage)).toBe(1);
    expect(evidence(stage).map((line) => /\*\*(.+)\*\*/.exec(line)?.[1])).toEqual(['Repair', 'Key moment']);
  });

  test('is read no more of a morning once the post-mortem is closed', { tags: 'slow' }, async () => {
    const { stage } = await chosen();
    stage.hub.as('alice').editBody(2, 'We took the payments down for an hour.');
    stage.hub.as('grace').close(2);
    await stage.react();
    stage.hub.clock.set(MORNING);
    stage.hub.requests.length = 0;
    await stage.sweep();
    expect(asked(stage)).toBe(0);
    expect(evidence(stage)).toHaveLength(2);
  });

  test('is read again when somebody writes on the post-mortem', { tags: 'slow' }, async () => {
    const { stage, comments } = await chosen();
    stage.hub.as('bob').react(comments.it, 'ROCKET');
    stage.hub.as('bob').comment(2, 'I chose another one.');
    await stage.react();
    expect(evidence(stage)).toHaveLength(3);
  });

  test('goes when its comment is deleted or hidden, and follows its text', { tags: 'slow' }, async () => {
    const { stage, comments } = await chosen();
    stage.hub.as('nora').editComment(comments.logs, 'logs show refusals');
    stage.hub.as('grace').minimize(comments.pool);
    await stage.react();
    expect(evidence(stage)).toEqual(['09:15 `nora` 🚀 **Diagnosis**: `logs show refusals`']);
    stage.hub.as('nora').deleteComment(comments.logs);
    await stage.sweep();
    expect(record(stage)).not.toContain('🚀');
  });

  test('is at most forty comments, the last', { tags: 'slow' }, async () => {
    const { stage } = await story();
    const { hub } = stage;
    for (let i = 0; i < 50; i++) hub.as('alice').react(hub.as('bob').comment(1, `fact ${i}`).databaseId, 'ROCKET');
    await stage.react();
    expect(evidence(stage)).toHaveLength(40);
    expect(evidence(stage).at(-1)).toContain('fact 49');
  });

  test(
    'costs at most twenty questions about people a run, and none about those who need not be known',
    { tags: 'slow' },
    async () => {
      const fans = Array.from({ length: 30 }, (_, i) => `fan${i}`);
      const people = { ...PEOPLE, ...Object.fromEntries(fans.map((it) => [it, 'read' as const])) };
      const { stage, comments } = await story(() => undefined, { people });
      const { hub } = stage;
      const questions = (): number => hub.requests.filter(({ path }) => path.includes('/permission')).length;
      hub.as('alice').react(comments.logs, 'ROCKET');
      for (const fan of fans) hub.as(fan).react(comments.logs, 'ROCKET');
      hub.as('nora').comment(2, 'Any news?');
      hub.requests.length = 0;
      await stage.react();
      expect(evidence(stage)).toHaveLength(1);
      expect(questions()).toBeLessThan(5);
      for (const fan of fans) hub.as(fan).react(comments.pool, 'ROCKET');
      hub.as('nora').comment(2, 'And now?');
      hub.requests.length = 0;
      await stage.react();
      expect(evidence(stage)).toHaveLength(1);
      expect(questions()).toBeLessThan(25);
    },
  );

  test('stays while nobody can say who may choose it', { tags: 'slow' }, async () => {
    const { stage } = await chosen();
    const before = evidence(stage);
    const isQuestion = ({ path }: { readonly path: string }): boolean => path.includes('/permission');
    for (let i = 0; i < 30; i++)
      stage.hub.faults.add({ when: { matches: isQuestion }, how: { status: 502, handled: false } });
    stage.hub.as('nora').comment(1, 'Any news?');
    expect(isRed((await stage.react())!)).toBe(true);
    expect(evidence(stage)).toEqual(before);
  });

  test('that cannot be read is in the report, and the record stands', { tags: 'slow' }, async () => {
    const { stage } = await chosen();
    const before = record(stage);
    for (let i = 0; i < 5; i++)
      stage.hub.faults.add({
        when: { matches: ({ operationName }) => operationName === 'Rockets' },
        how: { status: 502, handled: false },
      });
    stage.hub.as('nora').comment(2, 'Any news?');
    const report = await stage.react();
    expect(isRed(report!)).toBe(true);
    expect(record(stage)).toBe(before);
    stage.hub.faults.clear();
    stage.hub.clock.advance(DAY);
    expect(isRed(await stage.sweep())).toBe(false);
  });

  test('of what turns out to be confidential is not asked for', { tags: 'slow' }, async () => {
    const policy = `${POLICY}categories: [{ name: breach, label: breach, owner: management, confidential: true }]\n`;
    const { stage } = await story(
      ({ stage: { hub }, comments }) => {
        hub.as('alice').react(comments.logs, 'ROCKET');
      },
      { policy },
    );
    stage.hub.requests.length = 0;
    stage.hub.as('alice').label(1, 'breach');
    await stage.react();
    expect(asked(stage)).toBe(0);
    expect(record(stage)).toBe('');
  });
});
