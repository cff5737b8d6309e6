// @module-tag slow

import { describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE } from '../../support/stage.ts';
import { performed, plainLines, shown, timeline, under } from './rehearsals.ts';

const TEAM = `
timezone: Europe/Paris
roles: { responder: [tess], management: [ada] }
fallback: grace
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }
escalation-policies:
  urgent:
    - { at: start, notify: responder, assign: true }
    - { at: acknowledge due, notify: [responder, management] }
    - { at: resolve due, notify: management, repeat: 1h, until: resolved }
  normal:
    - { at: acknowledge due, notify: responder }
`;

/** A role that a schedule of office hours fills. */
const OFFICE_HOURS = TEAM.replace('[tess]', '{ schedule: day }').concat(`
schedules:
  day: { layers: [{ every: 1d, from: 2026-11-02T09:00, hours: 09:00-17:00, people: [tess, bob] }] }
`);

describe('a P0 that nobody answers', () => {
  it('is told line by line: who, when and how, with what repeats as one line', async () => {
    const result = await shown(TEAM);
    expect(plainLines(result.lines.slice(0, 1))).toEqual([
      'P0, nobody answers: Fri 27 Nov 2026, 18:30 Europe/Paris (17:30 UTC) to Sat 28 Nov 2026, 18:30 Europe/Paris (17:30 UTC)',
    ]);
    expect(timeline(result)).toEqual([
      'Fri 18:30 opens reporter P0',
      expect.stringMatching(/^ page pager \(PagerDuty\) P0\b/),
      ' mention tess step start of urgent',
      ' mention reporter given the receipt',
      ' assign tess the incident',
      expect.stringMatching(/^Fri 18:45 page pager \(PagerDuty\) P0\b/),
      ' mention tess, ada step acknowledge due of urgent',
      expect.stringMatching(/^Fri 22:30 page pager \(PagerDuty\) P0\b/),
      ' the same 20 more times, every hour, until Sat 18:30',
      ' mention ada step resolve due of urgent',
      ' the same 20 more times, every hour, until Sat 18:30',
    ]);
    expect(under(result.lines, 'Notifications per person')).toEqual([
      'ada 22 mentions',
      expect.stringMatching(/^tess 2 mentions, 1 assignment, \d+ other mails$/),
      expect.stringMatching(/^reporter 1 mention, \d+ other mails$/),
    ]);
    expect(under(result.lines, 'Pages per notifier: whom it wakes is set there, not here')).toEqual([
      'pager (PagerDuty) 23 pages',
    ]);
    expect(result.lines.at(-1)).toBe('Reached nobody: nothing. Every notification had somebody to go to.');
    expect(result.isReached).toBe(true);
  });

  it('never leaves the process', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    await shown(TEAM);
    expect(fetch).not.toHaveBeenCalled();
    fetch.mockRestore();
  });

  it('is the same whenever it is played within the week', async () => {
    const later = await shown(TEAM, { now: Date.parse('2026-11-27T17:29:00Z') });
    expect(later.lines).toEqual((await shown(TEAM)).lines);
    const after = await shown(TEAM, { now: Date.parse('2026-11-27T17:30:00Z') });
    expect(after.lines[0]).toContain('Fri 4 Dec 2026, 18:30');
  });

  it('is told in French where the policy is', async () => {
    const result = await shown(`language: fr\n${TEAM}`);
    expect(timeline(result).slice(0, 3)).toEqual([
      'ven. 18 h 30 ouverture auteur-du-signalement P0',
      expect.stringContaining(' appel pager (PagerDuty) P0'),
      ' mention tess étape start d’urgent',
    ]);
    expect(timeline(result)).toContain(' de même 20 fois encore, toutes les heures, jusqu’à sam. 18 h 30');
    expect(under(result.lines, 'Notifications par personne')[0]).toBe('ada 22 mentions');
    expect(plainLines(result.lines).at(-1)).toMatch(/^Personne n’a été oublié : chaque notification/);
  });
});

describe('a P2 that nobody answers', () => {
  it('goes on until its last step, in office hours', async () => {
    const result = await shown(TEAM, { play: { priorities: ['P2'], category: null, isShort: true } });
    expect(timeline(result)).toEqual([
      'Fri 18:30 opens reporter P2',
      ' mention reporter given the receipt',
      'Mon 13:00 mention tess step acknowledge due of normal',
    ]);
    expect(result.lines[0]).toContain('to Thu 3 Dec 2026, 09:00');
    // Nobody is woken for it, and that is no remark.
    expect(result.lines.at(-1)).toMatch(/^Reached nobody: nothing/);
  });
});

describe('an incident that goes well', () => {
  it('is acknowledged, updated, resolved in half of the time, and closed by whoever reported it', async () => {
    const policy = `${TEAM}\ncategories: [payment, shipping]\ncauses: { internal: [release] }\ninform: management\n`;
    const result = await shown(policy, { play: { priorities: ['P0'], category: null } });
    const lines = result.lines.slice(result.lines.findIndex((line) => line.startsWith('P0, all goes well')));
    const acts = plainLines(lines).filter((line) => / acts | assign .*Post-mortem/.test(line));
    expect(acts).toEqual([
      'Fri 18:37 acts tess /ack /category payment',
      'Fri 20:30 acts tess /resolve release The last change was taken back.',
      ' assign tess Post-mortem: Rehearsal (#1)',
      'Fri 21:00 acts reporter closes the issue',
    ]);
    expect(plainLines(lines)).toContain(' mention ada told of the status');
  });
});

describe('what reaches nobody', () => {
  it('is a priority without an escalation', async () => {
    const result = await shown('roles: { responder: [tess] }\nfallback: tess\npriorities: { P0: { resolve: 4h } }\n');
    expect(result.isReached).toBe(false);
    expect(under(result.lines, 'Reached nobody')).toEqual(['P0: nobody but whoever reported it heard of it']);
  });

  it('is a notifier whose secret the workflow keeps for itself; the next one is asked, as in earnest', async () => {
    const policy = TEAM.replace('notifiers:\n', 'notifiers:\n  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0] }\n');
    const lacking = (...names: string[]) => ({
      lacking: { file: 'w.yml', secrets: new Map(names.map((name) => [name, `${name.toUpperCase()}_KEY`])) },
    });
    const first = await shown(policy, lacking('chat'));
    expect(timeline(first)[1]).toContain(' page pager (PagerDuty) ');
    expect(under(first.lines, 'Reached nobody')).toEqual([
      'notifier chat: w.yml does not pass on its secret CHAT_KEY, so it wakes nobody',
    ]);
    const both = await shown(policy, lacking('chat', 'pager'));
    expect(timeline(both)[1]).toContain(' page nobody no notifier took it: ');
    expect(under(both.lines, 'Reached nobody')[0]).toMatch(/^page \(P0\): no notifier took it \(\d+ times\)$/);
    expect(both.lines.join()).not.toContain('Pages per notifier');
    expect([first.isReached, both.isReached]).toEqual([false, false]);
  });
});

describe('what is worth a look', () => {
  it('is a step that falls into a gap of its schedule, and the gaps of the week', async () => {
    const result = await shown(OFFICE_HOURS);
    expect(result.isReached).toBe(true);
    expect(under(result.lines, 'Worth a look')).toEqual([
      'step start of urgent: its people (responder) are nobody then; told instead: ada',
      'schedule day: nobody is on call from Fri 27 Nov 2026, 18:30 Europe/Paris (17:30 UTC) to Sat 28 Nov 2026, 09:00 Europe/Paris (08:00 UTC), the first of 8 gaps within a week',
    ]);
    const atNoon = await shown(OFFICE_HOURS, { at: Date.parse('2026-11-25T11:00:00Z') });
    expect(under(atNoon.lines, 'Worth a look').join()).not.toContain('told instead');
  });

  it('is a P0 for which there is no notifier', async () => {
    const result = await shown(TEAM.replace('for: [P0, P1]', 'for: [P1]'));
    expect(under(result.lines, 'Worth a look')).toEqual([
      'P0: no notifier is for it, so nobody is woken; a mention is only mail',
    ]);
    expect(result.isReached).toBe(true);
  });
});

describe('for programs', () => {
  it('says the same in a shape of its own', async () => {
    const { json } = await shown(TEAM);
    const { rehearsals, ...rest } = json as { readonly rehearsals: readonly Record<string, unknown>[] };
    expect(rest).toEqual({ version: 1, ok: true, language: 'en', timezone: 'Europe/Paris' });
    const [{ lines, ...first } = { lines: [] }] = rehearsals;
    expect(first).toEqual({
      story: 'unanswered',
      title: 'nobody answers',
      priority: 'P0',
      from: '2026-11-27T17:30:00.000Z',
      to: '2026-11-28T17:30:00.000Z',
      people: [
        { login: 'ada', mentions: 22, assignments: 0, mails: 0 },
        { login: 'tess', mentions: 2, assignments: 1, mails: expect.any(Number) as number },
        { login: 'reporter', mentions: 1, assignments: 0, mails: expect.any(Number) as number },
      ],
      notifiers: [{ notifier: 'pager (PagerDuty)', pages: 23 }],
      reachedNobody: [],
      remarks: [],
    });
    const all = lines as { readonly at: string; readonly kind: string; readonly repetition: number }[];
    // What the text folds is here line by line.
    const again = all.filter(({ repetition }) => repetition > 0);
    expect(again).toHaveLength(40);
    expect(all.find(({ kind }) => kind === 'page')).toMatchObject({
      at: '2026-11-27T17:30:00.000Z',
      people: [],
      notifiers: ['pager (PagerDuty)'],
      step: 'start',
      repetition: 0,
    });
    const times = all.map(({ at }) => Date.parse(at));
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    expect(times.at(-1)! - times[0]!).toBe(24 * HOUR);
    expect(times.every((at) => at % MINUTE === 0)).toBe(true);
  });

  it('says why a policy cannot be played', async () => {
    const result = await performed('enforce-from: 2027-01-01\n');
    expect(result).toEqual({
      ok: false,
      problems: ['the policy takes no such incident in: look at enforce-from and taken-in-by'],
    });
  });
});
