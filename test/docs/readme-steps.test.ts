import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { reachWarnings } from '../../src/capabilities/escalation/reach.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { unusedRoles } from '../../src/capabilities/people/unused.ts';
import { FORM } from '../../src/capabilities/report/form.ts';
import { formatProblem } from '../../src/policy/problem.ts';
import { policyFrom } from '../../src/setup/first-policy.ts';
import { initWords } from '../../src/setup/init-words.ts';
import { text } from '../package/files.ts';
import { fencesOf } from './pages.ts';
import { stageOf, told } from '../support/stage.ts';

/* The README and what `init` prints say the same of the first incident, and it works before anybody has created a label. */

const PAGES = { en: 'README.md', fr: 'README.fr.md' } as const;
const commandsIn = (line: string): readonly string[] => line.match(/\/(?:priority P\d|dismiss \w+)/g) ?? [];

describe.each(['en', 'fr'] as const)('the sections that the README adds to the policy, in %s,', (language) => {
  it('undo nothing that somebody has answered, and leave nothing odd', async () => {
    const zone = 'America/New_York';
    const people = { responders: ['tess'], fallback: 'tess' };
    const first = policyFrom(
      { language, zone, hours: '08:00-18:00', ...people, pagers: ['pagerduty'], privateMinutes: 600 },
      null,
    );
    const sections = fencesOf(PAGES[language]).find(({ lang }) => lang === 'yaml')!.code;
    const loaded = await loadPolicy(stringify({ ...parse(first), ...parse(sections) }), 'policy.yml');
    if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
    const { policy } = loaded;
    expect(policy).toMatchObject({ language, zone, fallback: 'grace', notifiers: [{ type: 'pagerduty' }] });
    expect(policy.calendars.get('office')!.isOpen(Date.parse('2026-11-20T08:30-05:00'))).toBe(true);
    expect([...policy.roles]).toEqual([
      ['responder', ['alice', 'bob']],
      ['management', ['grace']],
    ]);
    expect([...reachWarnings(policy, null, 0), ...unusedRoles(policy)]).toEqual([]);
  });
});

it('the first example of notifiers has one that wakes, one to fall back on, and one that shows every page', async () => {
  const [, after = ''] = text('docs/policy.md').split('\n### Notifiers\n');
  const [, yaml = ''] = /```yaml\n([^`]*)```/.exec(after) ?? [];
  const loaded = await loadPolicy(yaml, 'policy.yml');
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  expect(loaded.policy.notifiers.map(({ also }) => also === true)).toEqual([false, false, true]);
  expect(after.slice(0, after.indexOf('<!--'))).toContain('The order of the file is the order of falling back.');
});

describe.each(['en', 'fr'] as const)('the first incident in %s', (language) => {
  const readme = text(PAGES[language]);
  const step = readme.split('\n').find((line) => line.startsWith('**3. '))!;
  const { try: mailed, tryPaged } = initWords(language).next;

  it('is opened and ended in the same way in the README and by init, which both warn of it', () => {
    for (const said of [step, mailed, tryPaged]) {
      expect(commandsIn(said)).toEqual(['/priority P1', '/dismiss test']);
      expect(said).toMatch(/formulaire _?Incident|form _?Incident/);
      expect(said).toMatch(/in earnest|pour de vrai/);
    }
  });

  it('tells people, and ends, in a repository without a label', async () => {
    const stage = await stageOf();
    const body = Object.values(FORM[language])
      .map((heading) => `### ${heading}\r\n\r\n_No response_`)
      .join('\r\n\r\n');
    const n = stage.hub.as('alice').openIssue({ title: 'Test', body });
    await stage.react();
    const [begins = '', ends = ''] = commandsIn(step);
    stage.hub.as('alice').comment(n, begins);
    await stage.react();
    expect(told(stage.hub.issue(n)).slice(1)).toEqual([['alice', 'bob']]);
    stage.hub.as('alice').comment(n, ends);
    await stage.react();
    expect(stage.hub.issue(n).state).toBe('CLOSED');
  });
});
