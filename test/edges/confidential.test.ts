import { describe, expect, test } from 'vitest';
import { HOUR } from '../support/stage.ts';
import { report, SIX } from '../support/report.ts';
import { stageWith, SECRET, tell, spoken, written, CATEGORIES, idle } from './confidential-story.ts';

describe('nothing of it is repeated', () => {
  test('in the log, the summary and the outputs of the run that files its alert', async () => {
    const stage = await stageWith();
    const alert = {
      key: `login/${SECRET}`,
      title: `Leaked ${SECRET}`,
      category: 'security',
      at: '2026-11-02T08:59:00Z',
    };
    const first = await tell(stage, alert);
    expect(first.filed.map(({ what }) => what).join()).not.toContain(SECRET);
    expect(spoken(first)).not.toContain(SECRET);
    const second = await tell(stage, { ...alert, at: '2026-11-02T09:00:00Z' });
    expect(spoken(second)).not.toContain(SECRET);
  });

  test('in the record, where a command was given with something that it does not take', { tags: 'slow' }, async () => {
    for (const said of [
      `/cause ${SECRET}`,
      `/category ${SECRET}`,
      `/impact ${SECRET}`,
      `/priority ${SECRET} x`,
      `/level ${SECRET}`,
    ]) {
      const stage = await stageWith();
      stage.hub.as('rita').openIssue({ title: SECRET, body: report(), labels: ['incident', 'P1', 'security'] });
      await stage.react();
      stage.hub.as('sam').comment(1, said);
      await stage.react();
      expect(written(stage), said).not.toContain(SECRET);
    }
  });

  test('in the answer to a command that there is not', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: SECRET, body: report(), labels: ['incident', 'P1', 'security'] });
    await stage.react();
    stage.hub.as('sam').comment(1, '/leak-of-root-key in the build');
    await stage.react();
    expect(written(stage)).not.toContain('root-key');
  });

  test('in the notice of the level on which its source lands', async () => {
    const stage = await stageWith(`${CATEGORIES}sources:\n  whistle-blower: { level: 3 }\n`);
    stage.hub.as('grace').openIssue({
      title: SECRET,
      body: report({ ...SIX, category: 'security', source: 'whistle-blower' }),
      labels: ['incident'],
    });
    await stage.react();
    expect(written(stage)).not.toContain('whistle-blower');
  });

  test('after a label of another category came and went while it was on', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P1'] });
    stage.hub.as('sam').comment(1, '/category security');
    await stage.react();
    expect(written(stage)).not.toContain(SECRET);
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').label(1, 'network');
    stage.hub.as('bob').unlabel(1, 'network');
    await stage.react();
    expect(stage.hub.issue(1).labels).toContain('security');
    expect(written(stage)).not.toContain(SECRET);
    await idle(stage);
  });

  test('when it is opened with the label of another category too', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({
      title: 'x',
      body: report({ ...SIX, scope: SECRET }),
      labels: ['incident', 'P1', 'security', 'network'],
    });
    await stage.react();
    expect(written(stage)).not.toContain(SECRET);
    expect(stage.hub.issue(1).labels).toContain('security');
  });

  test('in a comment of ours that somebody has edited', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P1'] });
    await stage.react();
    const [receipt] = stage.hub.issue(1).comments.filter(({ body }) => body.startsWith('<!-- tocsin:notice'));
    stage.hub.as('grace').editComment(receipt!.databaseId, `${receipt!.body}\n\n(seen)`);
    stage.hub.as('sam').comment(1, '/category security');
    await stage.react();
    await stage.sweep();
    expect(written(stage)).not.toContain(SECRET);
  });
});
