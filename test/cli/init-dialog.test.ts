import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { languageOf } from '../../src/cli/init.ts';
import { shortRehearsal } from '../../src/cli/rehearse.ts';
import { ended, folder, FORM, inFolder, initAlone, initFor, POLICY, put, text, WORKFLOW } from './init-folder.ts';

inFolder();

/** The lines from `Next:` on. */
const steps = (lines: readonly string[]): readonly string[] => {
  const from = lines.indexOf('Next:');
  return lines.slice(from + 1, lines.indexOf('', from));
};

describe('tocsin init asks', () => {
  it('and writes a policy of the answers, the next steps, and a short rehearsal of it', { tags: 'slow' }, async () => {
    const { command, prompts } = initFor(
      ['', 'tess, ada', 'grace', 'Europe/Paris', '08:00-18:00', 'pagerduty', '600'],
      shortRehearsal,
    );
    const { code, lines } = await ended(command);
    expect(code).toBe(0);
    expect(prompts).toHaveLength(7);
    expect(prompts[2]).not.toContain('acme');
    expect((await text(POLICY)).split('\n').filter((line) => !/^(?:#.*)?$/.test(line))).toEqual([
      'language: en',
      'timezone: Europe/Paris',
      'calendars:',
      '  office: { mon-fri: 08:00-18:00 } # when P2 and P3 are worked on; P0 and P1 count around the clock',
      'roles:',
      '  responder: [tess, ada] # who answers first',
      'fallback: grace # whom to wake if nobody does',
      'notifiers:',
      '  # names of secrets, never the secrets',
      '  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }',
      'changes: {} # what was deployed and merged before an urgent incident is on its card',
      'watch:',
      '  private-minutes: 600 # minutes a month; GitHub bills them in a private repository',
    ]);
    expect(await text(POLICY)).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/\S+\/schema\/tocsin\.schema\.json\n/,
    );
    expect(await text(WORKFLOW)).toContain('PAGERDUTY_KEY: ${{ secrets.PAGERDUTY_KEY }}');
    expect(steps(lines)).toEqual([
      expect.stringContaining('1. Commit .github and push it'),
      '  2. Add the secrets that the notifiers name: gh secret set PAGERDUTY_KEY',
      '  3. Check that the people of the policy have access. This takes a token, and so does the next step: export GH_TOKEN=$(gh auth token) && tocsin check --repo acme/shop',
      '  4. Create the labels, so that people can set them too: tocsin sync --yes --repo acme/shop',
      '  5. Try it: open an issue with the form Incident, and comment /priority P1. The people of the policy are told, and paged, in earnest; /dismiss test ends it.',
    ]);
    const rehearsal = lines.slice(
      lines.findIndex((line) => line.startsWith('P0, nobody answers: Fri 27 Nov 2026, 18:30')),
    );
    expect(rehearsal.join('\n')).toMatch(/Fri 18:45 +page +pager \(PagerDuty\) /);
    expect(rehearsal.at(-1)).toBe('Reached nobody: nothing. Every notification had somebody to go to.');
    expect((await ended(check)).lines[0]).toBe(`${POLICY} is good.`);
  });

  it('and names the commands as they were called here, with what they must know', async () => {
    vi.stubEnv('npm_command', 'exec');
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', join(folder(), '../tocsin/dist/cli.js')]);
    await put('ops/policy.yml', 'language: fr\nroles: { responder: [tess] }\n');
    const { lines } = await initAlone('--policy', 'ops/policy.yml', '--label', 'panne');
    const all = lines.join('\n');
    for (const command of [
      'npx ../tocsin check --repo acme/shop --policy ops/policy.yml --label "panne"',
      'npx ../tocsin sync --yes --repo acme/shop --policy ops/policy.yml --label "panne"',
      '(npx ../tocsin rehearse en joue davantage)',
    ])
      expect(all).toContain(command);
    await put('.git/config', '');
    await rm(join(folder(), WORKFLOW));
    expect((await initAlone('--policy', 'ops/policy.yml')).lines.join('\n')).toContain('--repo OWNER/NAME --policy');
  });

  it('nothing that an option says, and nothing at all with --yes', async () => {
    const some = initFor(['', '', '']);
    await ended(some.command, '--language', 'fr', '--responder', 'tess', '--pager', 'none');
    expect(some.prompts.map((prompt) => prompt.split('\u00a0', 1)[0])).toEqual([
      'Qui réveiller si personne ne répond',
      'Quel fuseau horaire',
      'Heures de bureau, du lundi au vendredi',
      'Combien de minutes par mois pour la surveillance, si ce dépôt est privé',
    ]);
    await rm(join(folder(), '.github'), { recursive: true });
    const none = initFor(['x']);
    const { lines } = await ended(none.command, '--yes', '--responder', 'tess');
    expect(none.prompts).toEqual([]);
    expect(lines[0]).toContain(`${POLICY} written`);
    expect(await text(POLICY)).toContain('timezone: Europe/Berlin\n');
    expect(await text(POLICY)).not.toContain('private-minutes');
    expect(await text(POLICY)).toContain('fallback: tess');
  });

  it('nothing where the policy is there, and takes no answer to what it would have asked', async () => {
    await put(POLICY, 'language: fr\n');
    const { command, prompts } = initFor(['x']);
    expect((await ended(command)).lines[0]).toBe(`${POLICY} existe déjà\u00a0: laissé tel quel`);
    expect(prompts).toEqual([]);
    expect(await initAlone('--responder', 'tess')).toMatchObject({
      code: 2,
      error: `--responder\u00a0: ${POLICY} existe déjà\u00a0; modifiez-le directement`,
    });
  });

  it('for several pagers: the first wakes, the others get a copy', async () => {
    const { command, prompts } = initFor(['', 'tess', '', '', '', 'PagerDuty, slack']);
    await ended(command);
    expect(prompts[5]).toBe('What wakes them, and what gets a copy? Such as pagerduty, slack; ? lists all [none] ');
    expect(await text(POLICY)).toContain(
      [
        '  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }',
        '  slack: { type: slack, url: SLACK_URL, for: [P0, P1], also: true } # gets a copy of every page\n',
      ].join('\n'),
    );
    expect((await ended(check)).code).toBe(0);
  });

  it('in French throughout, once somebody has said so', { tags: 'slow' }, async () => {
    const wrong = [
      'acme/ops',
      'a b!',
      'tess',
      '',
      'Europe/Pari',
      'Mars/X',
      '',
      'toujours',
      '',
      'pagerdty',
      '?',
      '',
      'peu',
      '',
    ];
    const { command, prompts } = initFor(['français', ...wrong], shortRehearsal);
    const { lines } = await ended(command);
    const all = lines.join('\n').replace(/\u00a0/g, ' ');
    for (const said of [
      '« acme/ops » est une équipe, et un robot ne peut pas prévenir une équipe : nommez ses membres',
      '« b! » n’est pas un compte GitHub ; par exemple : alice',
      '« Europe/Pari » n’est pas un fuseau horaire ; vouliez-vous dire « Europe/Paris » ?',
      '« Mars/X » n’est pas un fuseau horaire ; donnez un nom IANA comme Europe/Paris ou UTC',
      '« toujours » n’est pas une plage d’ouverture ; par exemple : 09:00-17:00',
      '« pagerdty » n’est pas un moyen d’appel ; vouliez-vous dire « pagerduty » ?',
      '« peu » n’est pas un nombre de minutes ; répondez entre 0 et 100000, par exemple 600',
      'un ou plusieurs parmi pagerduty, opsgenie',
      `${POLICY} écrit : modifiez-le, puis relancez init`,
      `${WORKFLOW} écrit`,
      'Ensuite :',
      'Ce que fait cette politique, en répétition',
    ])
      expect(all).toContain(said);
    expect(prompts.find((prompt) => prompt.startsWith('Quel moyen'))).toMatch(/\[aucun\] $/);
    expect(all).not.toMatch(/\b(?:the|is|not|written|expected|with|nobody|by)\b/);
    expect((await ended(initFor(null).command)).lines.map((line) => line.replace(/\u00a0/g, ' '))).toEqual([
      `${POLICY} existe déjà : laissé tel quel`,
      `${FORM} est à jour`,
      `${WORKFLOW} est à jour`,
    ]);
  });

  it('in French what an option says that is wrong, where one says so', async () => {
    expect((await initAlone('--language', 'fr', '--pager', 'beeper')).error).toBe(
      '--pager\u00a0: «\u00a0beeper\u00a0» n’est pas un moyen d’appel\u00a0; par exemple\u00a0: pagerduty\u00a0; ? les donne tous',
    );
    const left = initFor(['fr']);
    expect((await ended(left.command, 'x', '--language', 'fr')).error).toMatch(/^init ne prend pas de fichier/);
  });

  it('in the language of the locale', () => {
    expect(['fr_FR.UTF-8', 'fr', 'fr-CA', 'en_GB.UTF-8', 'frp_IT', 'C', ''].map(languageOf)).toEqual([
      'fr',
      'fr',
      'fr',
      'en',
      'en',
      'en',
      'en',
    ]);
  });

  it.each([
    ['--pager', 'beeper', '--pager: "beeper" is not a pager'],
    ['--fallback', 'acme/ops', '--fallback: "acme/ops" is a team'],
    ['--hours', 'always', '--hours: "always" is not a time of opening'],
    ['--private-minutes', 'many', '--private-minutes: "many" is not a number of minutes; expected 0 to 100000'],
  ])('again by no means where %s is %s, which is refused', async (flag, value, error) => {
    expect(await initAlone(flag, value)).toMatchObject({
      code: 2,
      error: expect.stringContaining(error) as string,
    });
    expect(await readdir(folder())).toEqual(['.git']);
  });
});
