import { describe, expect, it } from 'vitest';
import { performed, plainLines, shown, timeline } from './rehearsals.ts';

const POLICY = `
timezone: Europe/Paris
roles: { responder: [tess, ada], management: [grace] }
fallback: grace
categories: [payment]
escalation-policies:
  urgent: [{ at: start, notify: responder }, { at: acknowledge due, notify: management }]
  normal: [{ at: acknowledge due, notify: responder }]
`;

const STORY = `
title: Checkout is down
at: 2026-11-20 18:30
by: rita           # who opens it
priority: P0
steps:
  - after: 20m
    who: tess
    writes: /ack
  - at: 21:00
    who: tess
    writes: /resolve rolled back
`;

const played = (story: string, changes: Partial<Parameters<typeof shown>[1]> = {}) =>
  shown(POLICY, { play: { file: 'story.yml', text: story }, ...changes });

/** What is wrong with a story. */
async function problemsOf(story: string): Promise<readonly string[]> {
  const result = await performed(POLICY, { play: { file: 'story.yml', text: story } });
  return result.ok ? [] : result.problems;
}

/** What people do, and when. */
const actsIn = (lines: readonly string[]): string[] => lines.filter((line) => / (?:acts|opens) /.test(line));

describe('a story of one’s own', () => {
  it('is played as it says, in the zone of the policy', { tags: 'slow' }, async () => {
    const result = await played(STORY);
    expect(plainLines(result.lines)[0]).toBe(
      'P0, Checkout is down: Fri 20 Nov 2026, 18:30 Europe/Paris (17:30 UTC) to Fri 20 Nov 2026, 22:00 Europe/Paris (21:00 UTC)',
    );
    const lines = timeline(result);
    expect(actsIn(lines)).toEqual([
      'Fri 18:30 opens rita Checkout is down, P0',
      'Fri 18:50 acts tess /ack',
      'Fri 21:00 acts tess /resolve rolled back',
    ]);
    // Nobody had it at 18:45; from 18:50 on nothing is due any more.
    expect(lines).toContain('Fri 18:45 mention grace step acknowledge due of urgent');
    expect(lines.filter((line) => line.includes('resolve due'))).toEqual([]);
    expect(result.json).toMatchObject({ rehearsals: [{ story: 'file', title: 'Checkout is down', priority: 'P0' }] });
  });

  it('begins when the command line says, and on the next Friday if nobody says when', { tags: 'slow' }, async () => {
    const at = Date.parse('2026-12-01T09:00:00Z');
    expect((await played(STORY, { at })).lines[0]).toContain('Tue 1 Dec 2026, 10:00');
    const undated = await played('title: Slow\n');
    expect(undated.lines[0]).toContain('Fri 27 Nov 2026, 18:30');
  });

  it('without steps is one that nobody answers; without a priority it waits for one', { tags: 'slow' }, async () => {
    const lines = timeline(await played('title: Slow\n'));
    expect(actsIn(lines)).toEqual(['Fri 27 Nov 18:30 opens reporter Slow']);
    expect(lines.join('\n')).toContain('step acknowledge due of normal');
  });

  it('sets and takes labels, names a category and closes; all of a step at once', { tags: 'slow' }, async () => {
    const story = `
title: Slow
category: payment
form: { system: checkout, impact: Important function lost }
steps:
  - { after: 5m, who: ada, label: [P1, urgent], writes: "Looking at it.\\nIt is slow." }
  - { after: 1h30m, who: ada, unlabel: urgent }
  - { at: 2026-11-27 20:30, who: ada, closes: true }
until: 2026-11-27 21:00
`;
    const result = await played(story);
    expect(actsIn(timeline(result))).toEqual([
      'Fri 18:30 opens reporter Slow, payment',
      'Fri 18:35 acts ada Looking at it. It is slow. +P1 +urgent',
      'Fri 20:05 acts ada -urgent',
      'Fri 20:30 acts ada closes the issue',
    ]);
    expect(timeline(result).join('\n')).toContain('told of the resolution');
  });

  it('may have strangers, who have no say', { tags: 'slow' }, async () => {
    const result = await played(`${STORY}  - { after: 5m, who: mallory, writes: /reopen }\n`);
    expect(timeline(result)).toContain('Fri 21:05 acts mallory /reopen');
    const refused = await played('title: Down\npriority: P0\nsteps: [{ after: 5m, who: mallory, writes: /ack }]\n');
    expect(timeline(refused)).toContain('Fri 18:45 mention grace step acknowledge due of urgent');
  });
});

describe('a story file that is wrong', () => {
  it('is told whole, with lines, columns and what was expected', async () => {
    const story = `title: Checkout is down
at: 20/11/2026 18:30
prio: P0
steps:
  - after: 20 minutes
    who: tess
    writes: /ack
  - who: "@ada"
    write: /resolve
    at: 25:00
`;
    expect(await problemsOf(story)).toEqual([
      'story.yml:2:5: at: "20/11/2026 18:30" is not a time; expected e.g. 2026-11-20 18:30',
      'story.yml:3:1: prio: is an unknown key; did you mean "priority"?',
      'story.yml:5:12: steps[0].after: "20 minutes" is not a duration; did you mean "20m"?',
      'story.yml:8:10: steps[1].who: "@ada" is not a GitHub login; did you mean "ada"?',
      'story.yml:9:5: steps[1].write: is an unknown key; did you mean "writes"?',
      'story.yml:10:9: steps[1].at: "25:00" is not a time; expected e.g. 21:00',
    ]);
  });

  it('is told what does not go with the policy, or with the rest of it', async () => {
    const story = `title: Down
category: paiment
steps:
  - { after: 20m, at: 21:00, who: tes, writes: /ack }
  - { after: 20m, who: tess }
  - { at: 2026-01-01 10:00, who: tess, writes: x }
until: 2026-01-01
`;
    expect(await problemsOf(story)).toEqual([
      'story.yml:2:11: category: "paiment" is not a category of the policy; did you mean "payment"?',
      'story.yml:4:5: steps[0]: says when by two keys; expected one of after: 20m and at: 21:00',
      'story.yml:4:35: steps[0].who: "tes" is not in the policy; did you mean "tess"?',
      'story.yml:5:5: steps[1]: says nothing that somebody does; expected one of writes, label, unlabel, closes',
      'story.yml:6:11: steps[2].at: lies before what stands above it; expected the steps in order',
      'story.yml:7:8: until: lies before the beginning of the story',
    ]);
    expect(await problemsOf('title: Down\nsteps: [{ who: tess, writes: /ack }]\n')).toEqual([
      'story.yml:2:9: steps[0]: does not say when; expected after: 20m or at: 21:00',
    ]);
  });

  it.each([
    ['', 'story.yml:1:1: title: is missing; expected a title'],
    [
      'title: Down\nsteps: []\n',
      'story.yml:2:8: steps: is empty; expected steps, or leave it out: then nobody answers',
    ],
    ['title: [\n', 'story.yml:2:1: is not valid YAML: '],
    ['title: a\n---\ntitle: b\n', 'several; a story is one, without --- inside'],
    ['title: Down\npriority: P5\n', 'story.yml:2:11: priority: "P5" is not a priority'],
    ['title: Down\nform: { sistem: x }\n', 'story.yml:2:9: form.sistem: is an unknown key; did you mean "system"?'],
  ])('%j', async (story, message) => {
    expect((await problemsOf(story)).join('\n')).toContain(message);
  });
});
