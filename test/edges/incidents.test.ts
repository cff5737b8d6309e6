import { describe, expect, test } from 'vitest';
import type { Ground } from '../../src/capabilities/decide.ts';
import { planFor } from '../support/plan.ts';
import { rowOf } from '../support/card.ts';
import { HOUR, POLICY } from '../support/stage.ts';
import { opened } from './incident-story.ts';

/* Corners in which an incident could get lost, be told twice or be told wrong. */

describe('who may do what', () => {
  test('an impact that begins after the end is refused: it would make the downtime nothing', async () => {
    const it = await opened(['P0'], `${POLICY}\nservices: { platform: { downtime-per-incident: 10m } }\n`);
    it.hub.clock.advance(3 * HOUR);
    it.hub.as('alice').comment(it.n, '/resolve rolled back');
    it.hub.clock.advance(HOUR);
    it.hub.as('alice').comment(it.n, '/impact 2026-11-02T13:00');
    await it.stage.react();
    expect(it.card()).not.toContain('✅ objective of `platform`');
  });

  test('the card says who stated the impact', async () => {
    const it = await opened(['P0']);
    it.hub.clock.advance(3 * HOUR);
    it.hub.as('bob').comment(it.n, '/impact 2026-11-02T09:00 2026-11-02T09:05');
    await it.stage.react();
    expect(rowOf(it.card(), 'Impact')).toContain('as stated by `bob`');
  });

  test('a bot that closes a P0 as stale dismisses nothing in silence', async () => {
    const it = await opened(['P0']);
    it.hub.as('stale[bot]').close(it.n, 'not_planned');
    await it.stage.sweep();
    expect(it.told().length).toBeGreaterThan(1);
  });
  test('/resolve on a dismissed incident is not confirmed with a thumb', async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').close(it.n, 'not_planned');
    await it.stage.react();
    const { databaseId } = it.hub.as('alice').comment(it.n, '/resolve it was real after all');
    await it.stage.react();
    const comment = it.issue().comments.find((one) => one.databaseId === databaseId);
    expect(comment?.reactions).toEqual([]);
  });
});

describe('the record', () => {
  test('proves what was told, though all notices are deleted', { tags: 'slow' }, async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(14 * HOUR, 2 * HOUR);
    expect(it.notices().length).toBeGreaterThan(5);
    for (const { body, databaseId } of it.issue().comments)
      if (body.startsWith('<!-- tocsin:notice')) it.hub.as('grace').deleteComment(databaseId);
    await it.stage.sweep();
    expect(it.notices()).toEqual([]);
  });

  test('that GitHub will not take does not have commands answered again and again', async () => {
    const it = await opened(['P0']);
    const { situation } = (await it.stage.sweep()).settled[0]!;
    const {
      issue,
      issue: { openedAt: at },
    } = situation.incident;
    const author = { login: 'alice', bot: false };
    const comment = { id: 'IC_9', number: 9_999, url: issue.url, body: '/ack', author, edited: false, own: false };
    const event = { at, actor: author, own: false, kind: 'commented', comment } as const;
    const commanded = { ...issue, timeline: [...issue.timeline, event] };
    const roles = new Map([...situation.knowledge.roles, ['alice', ['write']]] as const);
    const ground: Ground = {
      ...situation,
      looked: null,
      incidents: { all: () => [], alerts: () => [] },
      knowledge: { ...situation.knowledge, roles },
    };
    const first = planFor(commanded, ground).effects;
    expect(first.map((effect) => effect.do)).toEqual(['assign', 'react', 'write-card']);
    const refused = first.filter((effect) => effect.do === 'write-card');
    // The reaction was given, the card refused: nothing is left to do in this run.
    const others = planFor(commanded, ground, refused).effects.map((effect) => effect.do);
    expect(others).not.toContain('react');
  });
});
