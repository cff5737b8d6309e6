import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { shortRehearsal } from '../../src/cli/rehearse.ts';
import { startGitHub } from '../../src/rehearsal/github/server.ts';
import { ended, folder, inFolder, initAlone, initFor, POLICY, text } from './init-folder.ts';

inFolder();

describe('tocsin init asks about the repository', () => {
  it(
    'whether its owner is a person, where the answers rely on it, and says what an organisation would mean',
    { tags: 'slow' },
    async () => {
      const yes = initFor(['', '', 'acme', '', '', '', '', 'y'], shortRehearsal);
      const asked = await ended(yes.command);
      expect(yes.prompts[7]).toBe('This repository belongs to acme. Is that a person, and no organisation? [y/N] ');
      expect(asked.lines.join('\n')).not.toContain('acme owns this repository');
      expect(asked.lines.join('\n')).toMatch(/Fri 18:45 +mention +acme +step acknowledge due of urgent/);
      await rm(join(folder(), '.github'), { recursive: true });

      const said =
        'acme owns this repository: if it is an organisation, it cannot be notified; name a person instead in .github/tocsin.yml.';
      const no = initFor(['', 'Acme', '', '', '', '', '', ''], shortRehearsal);
      const { lines } = await ended(no.command);
      expect(lines[0]).toBe(said);
      expect(lines.join('\n')).toMatch(/Fri 18:45 +mention +nobody +step acknowledge due of urgent/);
      expect(lines.join('\n')).toContain('  roles.responder: Acme owns this repository.');
      await rm(join(folder(), '.github'), { recursive: true });

      expect((await initAlone('--fallback', 'acme')).lines[0]).toBe(said);
      await rm(join(folder(), '.github'), { recursive: true });
      const nobody = initFor([]);
      await ended(nobody.command);
      expect(nobody.prompts[7]).toMatch(/^This repository belongs to acme\./);
    },
  );

  it('whether to keep the labels that the repository has for priorities', { tags: 'slow' }, async () => {
    const hub = await startGitHub({ people: { alice: 'write' } });
    hub.as('alice').openIssue({ title: 'Bug', labels: ['sev1', 'sev2', 'sev3'] });
    vi.stubEnv('GITHUB_TOKEN', 'test-token');
    vi.stubEnv('GITHUB_API_URL', hub.url);
    const { command, prompts } = initFor(['', 'tess', '', '', '', '', 'y', 'n']);
    const { lines } = await ended(command);
    expect(prompts.slice(6)).toEqual([
      'The repository has labels of its own for priorities: P0 = sev1, P1 = sev2, P2 = sev3. Use them? [Y/n] ',
      'acme/shop has the labels sev1, sev2, sev3 already. Are all issues that carry one incidents? [y/N] ',
    ]);
    const policy = await text(POLICY);
    expect(policy).toContain('  P0:\n    label: "sev1"\n');
    expect(policy).toMatch(/\ntaken-in-by: incident-label /);
    expect(lines).toContain('taken-in-by: incident-label written: only the incident label makes an issue an incident');
    expect((await ended(check)).code).toBe(0);

    await rm(join(folder(), '.github'), { recursive: true });
    await ended(initFor(['', 'tess', '', '', '', '', 'n']).command);
    expect(await text(POLICY)).not.toContain('sev1');
    await hub.close();
  });

  it('for the minutes of watches, unless the repository is known to be public', { tags: 'slow' }, async () => {
    const isAsked = async (visibility: 'public' | 'private', token: string, ...args: string[]): Promise<boolean> => {
      const hub = await startGitHub({ visibility });
      vi.stubEnv('GITHUB_TOKEN', token);
      vi.stubEnv('GITHUB_API_URL', hub.url);
      const { command, prompts } = initFor(['', 'tess', '', '', '', '', '300', '', '']);
      expect((await ended(command, ...args)).code).toBe(0);
      await hub.close();
      const policy = await text(POLICY);
      await rm(join(folder(), '.github'), { recursive: true });
      const asked = prompts.some((prompt) => prompt.startsWith('Minutes a month for watches'));
      expect(policy.includes('private-minutes: 300')).toBe(asked);
      return asked;
    };
    expect(await isAsked('public', 'test-token')).toBe(false);
    expect(await isAsked('private', 'test-token')).toBe(true);
    expect(await isAsked('public', '')).toBe(true);
    expect(await isAsked('public', 'wrong')).toBe(true);
    expect(await isAsked('public', 'test-token', '--repo', 'acme/other', '--here')).toBe(true);
    expect(await isAsked('private', 'test-token', '--private-minutes', '0')).toBe(false);
  });
});
