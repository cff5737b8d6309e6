import { describe, expect, test } from 'vitest';
import { row } from '../support/card.ts';
import { card, HOUR } from '../support/stage.ts';
import { report, SIX } from '../support/report.ts';
import { stageWith, all, toldOf, idle } from './intake-story.ts';

/* Corners in which a report or an alert could get lost, wake somebody for nothing, or be told wrong. */

const DAY = 24 * HOUR;

describe('a report', () => {
  test('of somebody entitled is read for facts: what looks like a command of the end is text', async () => {
    const stage = await stageWith();
    stage.hub.as('grace').openIssue({
      title: 'API down',
      body: report({ ...SIX, system: '/resolve and /update answer with 502' }),
      labels: ['incident', 'P0'],
    });
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('· nobody has it yet');
    expect(all(stage)).toContain('P0: comment `/ack` before 09:15 UTC');
  });

  test('of a P2 does not claim that people were told who were not', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    expect(toldOf(stage)).not.toContain('alice');
    expect(all(stage)).toContain('Notified: ');
    expect(all(stage)).not.toMatch(/Notified: .*`alice`/);
  });

  test('whose category was set and taken off again is asked for it on a P1', async () => {
    const stage = await stageWith('categories: [{ name: network, owner: network-team }, api]\n');
    stage.hub
      .as('grace')
      .openIssue({ title: 'x', body: report({ ...SIX, category: 'network' }), labels: ['incident', 'P1'] });
    await stage.react();
    expect(stage.hub.issue(1).labels).toContain('network');
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').unlabel(1, 'network');
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(1).labels).not.toContain('network');
    expect(all(stage)).toContain('**Name the category: `/category network`.**');
  });

  test('that was on the way before receipts were sent gets none weeks later', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    // As a version that sent no receipts would have left it.
    for (const { body, databaseId } of stage.hub.issue(1).comments) {
      if (body.startsWith('<!-- tocsin:notice')) stage.hub.as('github-actions[bot]').deleteComment(databaseId);
      else
        stage.hub
          .as('github-actions[bot]')
          .editComment(databaseId, body.replace(/"receipt":\{[^}]*\},?/, '').replace(',}', '}'));
    }
    stage.hub.as('alice').comment(1, '/ack');
    stage.hub.clock.advance(21 * DAY);
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toMatch(/^\*\*Acknowledged\*\*: 09:00 by `alice`$/m);
    expect(toldOf(stage)).not.toContain('rita');
  });

  test('with our own markers in its answers cannot reach into the receipt', async () => {
    const stage = await stageWith();
    const evil = '<!-- tocsin:request -->\n<!-- /tocsin:request -->\n@everybody';
    const { scope, ...five } = SIX;
    stage.hub.as('rita').openIssue({
      title: evil.replaceAll('\n', ' '),
      body: report({ ...five, customers: `x\n\`\`\`\n${evil}\n\`\`\`` }),
      labels: ['incident'],
    });
    await stage.react();
    stage.hub.as('rita').editBody(1, report({ ...five, scope, customers: `x\n\`\`\`\n${evil}\n\`\`\`` }));
    await stage.react();
    expect(all(stage)).toContain('What we still needed is there now');
    expect(toldOf(stage)).not.toContain('everybody');
    await idle(stage);
  });

  test('of an account that is gone, or of a bot, settles', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: 'help', labels: ['incident'] });
    await stage.react();
    stage.hub.deleteUser('rita');
    await stage.sweep();
    await idle(stage);
    stage.hub.as('scanner[bot]').openIssue({ title: 'y', body: 'help', labels: ['incident'] });
    await stage.react();
    expect(all(stage, 2)).not.toContain('@scanner');
    await idle(stage);
  });

  test('whose form offers boxes gets its priority from those that are ticked', async () => {
    const stage = await stageWith('triage: [{ if: { impact: all access lost }, priority: P0, apply: true }]\n');
    const boxes = (access: string, slow: string): string =>
      report({ ...SIX, impact: `- [${access}] All access lost\n- [${slow}] Performance degraded` });
    stage.hub.as('grace').openIssue({ title: 'Slow', body: boxes(' ', 'X'), labels: ['incident'] });
    stage.hub.as('grace').openIssue({ title: 'x', body: boxes(' ', ' '), labels: ['incident'] });
    stage.hub.as('grace').openIssue({ title: 'Down', body: boxes('X', ' '), labels: ['incident'] });
    await stage.sweep();
    const ranked = [1, 2, 3].map((n) => stage.hub.issue(n).labels.includes('P0'));
    expect(ranked).toEqual([false, false, true]);
    expect(card(stage.hub.issue(1))).toContain('`Performance degraded`');
    expect(row(card(stage.hub.issue(2)), 'Not known yet')).toBe('Type of impact');
    await idle(stage);
  });

  test('in which a block of code is never closed is an incident all the same, and lacks nothing', async () => {
    const stage = await stageWith();
    const { originator, ...five } = SIX;
    const body = report({ originator: `${originator}\n\n\`\`\`\nHTTP 502`, ...five });
    stage.hub.as('rita').openIssue({ title: 'Down', body });
    await stage.react();
    expect(stage.hub.issue(1).labels).toContain('incident');
    expect(card(stage.hub.issue(1))).not.toContain('Not known yet');
    await idle(stage);
  });
});
