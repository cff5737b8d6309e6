import { describe, expect, it } from 'vitest';
import { FORM } from '../../src/capabilities/report/form.ts';
import { initWords } from '../../src/setup/init-words.ts';
import { text } from '../package/files.ts';
import { stageOf, told } from '../support/stage.ts';

/* The README and what `init` prints say the same of the first incident, and it works before anybody has created a label. */

const PAGES = { en: 'README.md', fr: 'README.fr.md' } as const;
const commandsIn = (line: string): readonly string[] => line.match(/\/(?:priority P\d|dismiss \w+)/g) ?? [];

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
    expect(stage.hub.issue(n).state).toBe('closed');
  });
});
