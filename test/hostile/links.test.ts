import { describe, expect, test, vi } from 'vitest';
import { fetchFor } from '../../src/github/fetch.ts';
import { isAddress } from '../../src/notify/address.ts';
import { publish } from '../../src/run/publish.ts';
import { newReport } from '../../src/run/report.ts';
import { hang, serve } from '../notify/server.ts';
import { plain, prose } from '../../src/text/foreign.ts';
import { logged } from '../../src/text/log.ts';
import { mergeLogs } from '../../src/capabilities/alerts/log.ts';
import { alertMark, readAlertLog, withLog } from '../../src/capabilities/alerts/log-mark.ts';

/* Foreign text is no link, no command of the runner's log and no mark of another issue; secrets go where they may. */

/** What GitHub would make a link of, or close an issue by. */
const LIVE = /@\w|#\d|\bGH-\d|https?:\/\/|\bwww\.\w/i;

describe('running text of others', () => {
  test.each([
    'see https://evil.example/x and http://evil.example',
    'www.evil.example or WWW.evil.example',
    'fixes #1, closes GH-1, resolves gh-22, fixes acme/shop#3',
    'closes https://github.com/acme/shop/issues/4',
    '@alice @acme/ops',
  ])('is dead: %s', (text) => {
    for (const shown of [plain(text, 250), prose(text)]) {
      expect(shown.replaceAll('\\', '')).not.toMatch(LIVE);
      expect(shown.replaceAll(/[\u2060\\]/g, '')).toBe(text);
    }
  });
});

describe('the log of a runner', () => {
  test.each(['::add-mask::x', 'a ##[error]b', '##[add-mask]x', '::stop-commands::t', '#1 ::set-output name=a::b'])(
    'gets no command by %s',
    (text) => {
      const line = logged(text);
      expect(line).not.toMatch(/::|##\[/);
      expect(line.replaceAll('\u2060', '')).toBe(text);
    },
  );

  test('gets none by what a run says', async () => {
    const lines: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
    vi.stubEnv('GITHUB_STEP_SUMMARY', '');
    vi.stubEnv('GITHUB_OUTPUT', '');
    const message = 'odd ##[add-mask]hunter2 ::set-env name=A::b';
    await publish(newReport(false, { failures: [{ issue: 1, message }], language: 'en' }));
    write.mockRestore();
    vi.unstubAllEnvs();
    process.exitCode = 0;
    const own = lines
      .join('')
      .split('\n')
      .filter((line) => line.includes('hunter2'));
    expect(own.length).toBeGreaterThan(0);
    for (const line of own)
      expect(line.replace(/^::(?:error|set-output name=\w+)::/, '')).not.toMatch(/::set-env|##\[/);
  });
});

describe('a secret goes', () => {
  test.each(['https://hooks.example.com/a', 'http://localhost:8080/a', 'http://127.0.0.1/a', 'http://[::1]:80/a'])(
    'to %s',
    (url) => {
      expect(isAddress(url)).toBe(true);
    },
  );
  test.each([
    'http://hooks.example.com/a',
    'http://10.0.0.1/a',
    'http://localhost.example.com',
    'http://127.0.0.1.nip.io',
  ])('not to %s', (url) => {
    expect(isAddress(url)).toBe(false);
  });
  test('the token of GitHub neither', async () => {
    await expect(fetchFor('http://github.example.com/api/v3')).rejects.toThrow('over https only');
    await expect(fetchFor('http://localhost:1')).resolves.toBeDefined();
  });
  test('and is not waited for without end', async () => {
    const server = await serve(hang);
    const send = await fetchFor(server.url, 25);
    await expect(send(server.url)).rejects.toThrow(/timeout/i);
  });
});

test('the mark of an alert is bound to its issue once that has a number', () => {
  const log = mergeLogs({ key: 'k', source: null, firings: [], earlier: 0 }, [{ alert: 'a', from: 1_000, to: null }]);
  const opened = `${alertMark(log)}\nText`;
  expect(readAlertLog({ own: true, number: 7, body: opened })?.key).toBe('k');
  const bound = withLog({ body: opened, number: 7 }, mergeLogs(log, [{ alert: 'a', from: 9_000, to: null }]));
  expect(readAlertLog({ own: true, number: 7, body: bound })?.firings).toHaveLength(2);
  expect(readAlertLog({ own: true, number: 8, body: bound })).toBeNull();
});
