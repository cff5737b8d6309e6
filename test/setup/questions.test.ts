import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { formatProblem } from '../../src/policy/problem.ts';
import { KINDS, type KindName } from '../../src/notify/kinds.ts';
import { FIRST_POLICY, policyFrom, SCHEMA_LINE, secretNames } from '../../src/setup/first-policy.ts';
import { interview, INIT_QUESTIONS, type InitAnswers } from '../../src/setup/questions.ts';

const SURMISE = { language: 'en', zone: 'Europe/Berlin' } as const;

/** A conversation in which somebody answers so, line by line, and then leaves. */
async function answered(
  lines: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Promise<{ readonly answers: InitAnswers; readonly prompts: readonly string[]; readonly said: readonly string[] }> {
  const [prompts, said] = [[] as string[], [] as string[]];
  const answers = await interview(SURMISE, new Map(Object.entries(given)), {
    line: (prompt) => {
      prompts.push(prompt);
      return Promise.resolve(lines[prompts.length - 1] ?? null);
    },
    print: (line) => said.push(line),
    speak: () => undefined,
  });
  return { answers, prompts, said };
}

const USUAL: InitAnswers = {
  ...SURMISE,
  hours: '09:00-17:00',
  responders: [],
  fallback: null,
  pagers: [],
  privateMinutes: 0,
};

describe('the questions of init', () => {
  it('come one after the other, with what an empty answer means', async () => {
    const { answers, prompts } = await answered(['', '', '', '', '', '', '']);
    expect(answers).toEqual(USUAL);
    expect(prompts).toEqual([
      'Language / Langue (en, fr) [en] ',
      'Who answers first? GitHub logins, parted by commas ',
      'Whom to wake if nobody does? The GitHub login of a person ',
      'Which time zone? [Europe/Berlin] ',
      'Office hours, from Monday to Friday? [09:00-17:00] ',
      'What wakes them, and what gets a copy? Such as pagerduty, slack; ? lists all [none] ',
      'Minutes a month for watches, if this repository is private? A watch notices within a minute what falls due; it takes 60 minutes of a runner an hour, and with 0 there is none [0] ',
    ]);
  });

  it('are asked in French once somebody has said so', async () => {
    const { answers, prompts } = await answered([
      'français',
      '@alice, bob alice',
      '',
      'europe/paris',
      '9h-18h30',
      'Slack',
      '600',
    ]);
    expect(answers).toEqual({
      ...USUAL,
      language: 'fr',
      responders: ['alice', 'bob'],
      fallback: 'bob',
      zone: 'Europe/Paris',
      hours: '09:00-18:30',
      pagers: ['slack'],
      privateMinutes: 600,
    });
    expect(prompts[1]).toBe('Qui répond en premier\u00a0? Comptes GitHub, séparés par des virgules ');
    expect(prompts[2]).toContain('Le compte GitHub d’une personne [bob] ');
    expect(prompts[6]).toBe(
      'Combien de minutes par mois pour la surveillance, si ce dépôt est privé\u00a0? Elle constate en moins d’une minute qu’une échéance est atteinte\u00a0; elle coûte 60 minutes d’exécution par heure\u00a0; 0\u00a0: aucune surveillance [0] ',
    );
  });

  it('come again where an answer makes no sense, saying why', async () => {
    const { answers, said } = await answered([
      'de',
      'en',
      'acme/team',
      'alice',
      '',
      'Europe/Pari',
      'UTC',
      '9 to 5',
      '',
      'pagerdty',
      '?',
      'slack, beeper',
      'none',
      '10h',
      '-1',
      '100001',
      '100000',
    ]);
    expect(answers).toEqual({
      ...USUAL,
      responders: ['alice'],
      fallback: 'alice',
      zone: 'UTC',
      privateMinutes: 100_000,
    });
    expect(said).toEqual([
      '"de" is not a language; expected en or fr',
      '"acme/team" is a team, and a bot cannot notify a team; list its people',
      '"Europe/Pari" is not a time zone; did you mean "Europe/Paris"?',
      '"9 to 5" is not a time of opening; expected e.g. 09:00-17:00',
      '"pagerdty" is not a pager; did you mean "pagerduty"?',
      `one or more of ${Object.keys(KINDS).join(', ')}; or none`,
      '"beeper" is not a pager; expected e.g. pagerduty; ? lists all',
      '"10h" is not a number of minutes; expected 0 to 100000, e.g. 600',
      '"-1" is not a number of minutes; expected 0 to 100000, e.g. 600',
      '"100001" is not a number of minutes; expected 0 to 100000, e.g. 600',
    ]);
  });

  it('are not asked where an option has answered, and none waits for whoever has left', async () => {
    const { answers, prompts } = await answered(['', '', 'UTC'], {
      responder: 'tess',
      pager: 'ntfy',
      hours: '08:00-16:00',
      'private-minutes': '90',
    });
    expect(answers).toEqual({
      ...USUAL,
      responders: ['tess'],
      fallback: 'tess',
      zone: 'UTC',
      hours: '08:00-16:00',
      pagers: ['ntfy'],
      privateMinutes: 90,
    });
    expect(prompts).toHaveLength(3);
    expect((await answered([])).answers).toEqual(USUAL);
  });

  it('have an option each', () => {
    expect(Object.values(INIT_QUESTIONS).map(({ flag }) => flag)).toEqual([
      'language',
      'responder',
      'fallback',
      'timezone',
      'hours',
      'pager',
      'private-minutes',
    ]);
  });
});

describe('the first policy', () => {
  const loaded = async (text: string) => {
    const result = await loadPolicy(text, 'p.yml');
    if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
    return result.policy;
  };

  it('says what was answered, and nothing else', async () => {
    const text = policyFrom({ ...USUAL, responders: ['alice', '0x1'], fallback: 'null', pagers: ['pagerduty'] }, null);
    expect(text.split('\n', 1)[0]).toBe(SCHEMA_LINE);
    const policy = await loaded(text);
    expect(policy).toMatchObject({ language: 'en', zone: 'Europe/Berlin', fallback: 'null' });
    expect(policy.roles.get('responder')).toEqual(['alice', '0x1']);
    expect(policy.notifiers).toMatchObject([{ name: 'pager', type: 'pagerduty', for: ['P0', 'P1'] }]);
    expect(text).not.toContain('escalation-policies');
    expect((await loaded(policyFrom(USUAL, null))).fallback).toBe('owner');
  });

  it('has the hours of the office', async () => {
    const policy = await loaded(policyFrom({ ...USUAL, hours: '08:00-16:30' }, null));
    const office = policy.calendars.get('office')!;
    const openOn = (time: string) => office.isOpen(Date.parse(`2026-11-20T${time}+01:00`));
    expect(['07:59', '08:00', '16:29', '16:30'].map(openOn)).toEqual([false, true, true, false]);
  });

  it('has the minutes of watches only where there are any', async () => {
    const some = policyFrom({ ...USUAL, privateMinutes: 600 }, null);
    expect((await loaded(some)).watch.privateMinutes).toBe(600);
    expect(some).toMatch(
      /\nwatch:\n {2}private-minutes: 600 # minutes a month; GitHub bills them in a private repository\n$/,
    );
    expect(policyFrom(USUAL, null)).not.toContain('watch');
  });

  it.each(Object.keys(KINDS) as KindName[])('names the secrets of %s', async (pager) => {
    const { notifiers } = await loaded(policyFrom({ ...USUAL, pagers: [pager] }, null));
    const names = secretNames(pager).map(([, name]) => name);
    expect(Object.values(notifiers[0]!.secrets)).toEqual(names);
    expect(names.length).toBeGreaterThan(0);
  });

  it.each(['en', 'fr'] as const)('keeps the labels that a repository has for priorities, in %s', async (language) => {
    const scheme = { P0: 'sev: "1"', P1: 'sev2', P3: 'sev4' };
    const policy = await loaded(policyFrom({ ...USUAL, language }, scheme));
    const builtin = await loaded(`language: ${language}`);
    expect(Object.values(policy.priorities).map(({ label }) => label)).toEqual(['sev: "1"', 'sev2', 'P2', 'sev4']);
    expect(Object.values(policy.priorities).map(({ name }) => name)).toEqual(
      Object.values(builtin.priorities).map(({ name }) => name),
    );
    expect(policy.priorities.P2.clocks.resolve?.text).toBe(builtin.priorities.P2.clocks.resolve?.text);
    expect(policy.priorities.P0.criteria.join()).toContain(language === 'fr' ? 'coupé' : 'cut off');
  });

  it('without an answer is the built-in one', async () => {
    expect(FIRST_POLICY.split('\n', 1)[0]).toBe(SCHEMA_LINE);
    expect(JSON.stringify((await loaded(FIRST_POLICY)).priorities)).toBe(JSON.stringify((await loaded('')).priorities));
  });
});
