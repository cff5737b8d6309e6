import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { initIn } from '../../src/cli/init.ts';
import { openDialog } from '../../src/cli/terminal.ts';
import { ended, folder, inFolder, POLICY, text, WORKFLOW, type Ended } from './init-folder.ts';

inFolder();

describe('tocsin init that somebody leaves at a question', () => {
  /** `init` at a terminal where somebody types this, a part at each question. */
  async function typed(...keys: readonly string[]): Promise<Ended> {
    const input = Object.assign(new PassThrough(), { isTTY: true }) as unknown as NodeJS.ReadStream & PassThrough;
    const { line, close } = openDialog(input, new PassThrough());
    const left = [...keys];
    const dialog = {
      line: (prompt: string) => {
        const answer = line(prompt);
        input.write(left.shift() ?? '');
        return answer;
      },
      close,
    };
    const surmise = { language: 'en', zone: 'Europe/Berlin' } as const;
    return ended(initIn({ dialog: () => dialog, surmise, now: () => 0, rehearse: () => Promise.resolve([]) }));
  }

  it.each([
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C', '\u0003'],
  ])('by %s writes nothing, and says so', async (_, key) => {
    expect(await typed(key)).toEqual({ code: 130, lines: ['Nothing was written.'], error: '' });
    expect((await typed('fr\r', key)).lines).toEqual(['Rien n’a été écrit.']);
    expect(await typed('en\r', 'tess\r', key)).toEqual({ code: 130, lines: ['Nothing was written.'], error: '' });
    expect(await readdir(folder())).toEqual(['.git']);
  });
});

describe('tocsin init as a process', () => {
  const SOURCE = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

  const ENV = {
    PATH: process.env.PATH ?? '',
    LANG: 'C',
    TZ: 'Europe/Madrid',
    NODE_NO_WARNINGS: '1',
    // Taking the types away once is enough.
    NODE_COMPILE_CACHE: join(tmpdir(), 'tocsin-compile-cache'),
  };

  /** Runs it from the sources, with these lines on standard input; null leaves the pipe open. */
  function piped(lines: string | null, ...args: string[]): Promise<Ended> {
    const child = spawn(process.execPath, [SOURCE, 'init', ...args], { cwd: folder(), env: ENV });
    if (lines !== null) child.stdin.end(lines);
    let [out, error] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (error += String(data)));
    return new Promise((resolve) => {
      child.on('close', (code) => {
        resolve({ code: code ?? -1, lines: out.split('\n'), error });
      });
    });
  }

  it('takes its answers from a pipe, shows them, and what is left out is as usual', { tags: 'slow' }, async () => {
    const { code, error, lines } = await piped('fr\ntess\n@grace\n', '--ask');
    expect([code, error]).toEqual([0, '']);
    expect(lines.slice(0, 3)).toEqual([
      'Language / Langue (en, fr) [en] fr',
      'Qui répond en premier\u00a0? Comptes GitHub, séparés par des virgules tess',
      expect.stringMatching(/^Qui réveiller si personne ne répond.* \[tess\] @grace$/),
    ]);
    const policy = await text(POLICY);
    for (const line of ['language: fr', 'timezone: Europe/Madrid', 'responder: [tess]', 'fallback: grace'])
      expect(policy).toContain(line);
  });

  it('ends quietly, with its work done, where nobody reads what it prints', { tags: 'slow' }, async () => {
    const child = spawn(process.execPath, [SOURCE, 'init', '--yes'], { cwd: folder(), env: ENV });
    child.stdout.destroy();
    let error = '';
    child.stderr.on('data', (data) => (error += String(data)));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, error]).toEqual([0, '']);
    expect(await text(WORKFLOW)).toContain('tocsin');
  });

  it('never waits for a pipe that nobody has asked it to read', { tags: 'slow' }, async () => {
    const { code, lines } = await piped(null, '--responder', 'tess');
    expect([code, lines[0]]).toEqual([0, `${POLICY} written: change it, then run init again`]);
  });
});
