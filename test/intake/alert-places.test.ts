import { describe, expect, test } from 'vitest';
import type { Alert } from '../../src/intake/alert.ts';
import { alertBody, newLog } from '../../src/intake/incident.ts';
import { BUILTIN, NOW, PLACE, read } from './alert-payloads.ts';

const plain = (more: object) => ({ key: 'disk', title: 'Disk full', at: '2026-11-20T18:25:00Z', ...more });
const grouped = (annotations: object, more: object = {}) => ({
  groupKey: 'k',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'DiskFull' },
      annotations,
      startsAt: '2026-11-20T18:25:00Z',
      fingerprint: 'f',
      ...more,
    },
  ],
});
/** The links of a payload with which nothing is wrong, as the issue shows them. */
function shown(payload: object, language: 'en' | 'fr' = 'en'): string[] {
  const { alerts, problems } = read(payload);
  expect(problems).toEqual([]);
  return linesOf(alerts[0]!, language);
}
const linesOf = (alert: Alert, language: 'en' | 'fr' = 'en'): string[] =>
  alertBody(alert, newLog(alert, NOW), null, { ...PLACE, policy: { ...BUILTIN, language } })
    .split('\n')
    .filter((line) => /^- (?!Key|Clé)/.test(line));
const blob = (path: string): string => `https://github.com/acme/shop/blob/HEAD/${path}`;

describe('a runbook', () => {
  test.each([
    ['https://runbooks.example.org/x', '[Runbook](https://runbooks.example.org/x)'],
    ['HTTPS://runbooks.example.org/x', '[Runbook](https://runbooks.example.org/x)'],
    ['docs/runbooks/x.md', `Runbook: [\`docs/runbooks/x.md\`](${blob('docs/runbooks/x.md')})`],
    ['./docs/x.md', `Runbook: [\`docs/x.md\`](${blob('docs/x.md')})`],
    ['/docs/x.md', `Runbook: [\`docs/x.md\`](${blob('docs/x.md')})`],
    [' docs/x.md ', `Runbook: [\`docs/x.md\`](${blob('docs/x.md')})`],
    ['.github/runbooks/x', `Runbook: [\`.github/runbooks/x\`](${blob('.github/runbooks/x')})`],
    ['RUNBOOK.md', `Runbook: [\`RUNBOOK.md\`](${blob('RUNBOOK.md')})`],
    ['docs/x.md#disk-full', `Runbook: [\`docs/x.md#disk-full\`](${blob('docs/x.md#disk-full')})`],
    ['docs/é(1)&[2]%20.md', `Runbook: [\`docs/é(1)&[2]%20.md\`](${blob('docs/%C3%A9%281%29%26%5B2%5D%2520.md')})`],
    ['aka.ms/x', 'Runbook: `aka.ms/x`'],
    ['runbooks.example.org/x', 'Runbook: `runbooks.example.org/x`'],
    ['runbooks.example.org', 'Runbook: `runbooks.example.org`'],
    ['runbooks:8080/x.md', 'Runbook: `runbooks:8080/x.md`'],
    ['//runbooks.example.org/x', 'Runbook: `//runbooks.example.org/x`'],
    ['see the wiki: Disk full', 'Runbook: `see the wiki: Disk full`'],
    ['n/a', 'Runbook: `n/a`'],
    ['javascript:alert(1)', 'Runbook: `javascript:alert(1)`'],
    ['data:text/html,x.md', 'Runbook: `data:text/html,x.md`'],
    ['docs/../../../evil/x.md', 'Runbook: `docs/../../../evil/x.md`'],
    ['../../x.md', 'Runbook: `../../x.md`'],
    ['..%2f..%2fx.md', 'Runbook: `..%2f..%2fx.md`'],
    ['docs/%2E%2E/x.md', 'Runbook: `docs/%2E%2E/x.md`'],
    ['docs//x.md', 'Runbook: `docs//x.md`'],
    ['docs\\x.md', 'Runbook: `docs\\x.md`'],
    ['docs/x`@alice`.md', 'Runbook: ``docs/x`@alice`.md``'],
    ['docs/x.md\n- [Runbook](https://evil.example)', 'Runbook: `docs/x.md - [Runbook](https://evil.example)`'],
    ['docs/<script>.md', 'Runbook: `docs/<script>.md`'],
    ['docs/\ud800.md', 'Runbook: `docs/\ud800.md`'],
    ['[x](https://evil.example)', 'Runbook: `[x](https://evil.example)`'],
    [`https://example.com/${'x'.repeat(3_000)}`, `Runbook: \`https://example.com/${'x'.repeat(279)}…\``],
    [`docs/${'x'.repeat(60_000)}.md`, `Runbook: \`docs/${'x'.repeat(294)}…\``],
  ])('%j is shown, and nothing is wrong', (runbook, line) => {
    expect(shown(plain({ runbook }))).toEqual([`- ${line}`]);
    expect(shown(grouped({ runbook_url: runbook }))).toEqual([`- ${line}`]);
  });

  test.each(['', '  ', '\n', '\u0007\u200b', null])('%j is none, and nothing is wrong', (runbook) => {
    expect(shown(plain({ runbook }))).toEqual([]);
  });

  test('that is no text at all is said', () => {
    expect(read(plain({ runbook: {} })).problems).toEqual([
      expect.stringContaining('client_payload.runbook must be an address of http or https, or a path'),
    ]);
  });

  test('in French', () => {
    expect(shown(plain({ runbook: 'aka.ms/x' }), 'fr')).toEqual(['- Procédure\u00a0: `aka.ms/x`']);
    expect(shown(plain({ runbook: 'docs/x.md' }), 'fr')).toEqual([
      `- Procédure\u00a0: [\`docs/x.md\`](${blob('docs/x.md')})`,
    ]);
    const { alerts } = read(plain({}));
    const body = alertBody(alerts[0]!, newLog(alerts[0]!, NOW), null, {
      ...PLACE,
      policy: { ...BUILTIN, language: 'fr' },
    });
    expect(body).toContain('- Clé\u00a0: `disk`');
  });
});

describe('another address without a scheme', () => {
  test('is shown, and is never a file of the repository', () => {
    expect(shown(plain({ url: 'status.example.org/shop' }))).toEqual(['- Page: `status.example.org/shop`']);
    expect(shown(grouped({ dashboard_url: 'grafana:3000/d/x' }))).toEqual(['- Dashboard: `grafana:3000/d/x`']);
    expect(shown(grouped({}, { generatorURL: '/graph?g0.expr=up' }))).toEqual([
      '- Where the alert comes from: `/graph?g0.expr=up`',
    ]);
    expect(shown(grouped({}, { dashboardURL: 'docs/x.md' }))).toEqual(['- Dashboard: `docs/x.md`']);
  });

  test.each(['javascript:alert(1)', 'mailto:x@example.org', 'not an address'])('that is none is said: %j', (value) => {
    const { alerts, problems } = read(grouped({ dashboard_url: value }));
    expect(problems).toEqual([
      expect.stringContaining('annotations.dashboard_url must be an address of http or https'),
    ]);
    expect(linesOf(alerts[0]!)).toEqual([]);
  });
});
