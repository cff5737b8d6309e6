import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAlerts } from '../../src/intake/alert.ts';
import { alertBody, newLog } from '../../src/intake/incident.ts';
import { fixture } from './payloads.ts';
import { tries } from '../support/tries.ts';
import { read, BUILTIN, NOW, BY_ALERT, PLACE } from './alert-payloads.ts';

describe('what is wrong is said, and the alert is read all the same', () => {
  const good = { key: 'disk', title: 'Disk full' };
  test.each([
    {
      payload: { ...good, priority: 'P7' },
      problem: 'client_payload.priority must be one of P0, P1, P2, P3, or nothing; it was left out.',
    },
    { payload: { ...good, body: 7 }, problem: 'client_payload.body must be a text, or nothing; it was left out.' },
    { payload: { ...good, status: 'on fire' }, problem: 'client_payload.status must be one of firing, resolved' },
    { payload: { ...good, at: '18:30' }, problem: 'client_payload.at must be a time with its zone, such as' },
    { payload: { ...good, at: '2026-11-21T18:30:00Z' }, problem: 'and not in the future' },
    {
      payload: { ...good, url: 'javascript:alert(1)' },
      problem: 'client_payload.url must be an address of http or https',
    },
    { payload: { key: 'disk' }, problem: 'client_payload.title must be a text; the key stands for it.' },
    { payload: { key: 'disk', title: [] }, problem: 'client_payload.title must be a text, or nothing' },
    {
      payload: { ...good, title: 't'.repeat(300) },
      problem: 'client_payload.title is longer than 250 characters; it was cut.',
    },
    { payload: { ...good, body: 'b'.repeat(30_000) }, problem: 'client_payload.body is longer than 20,000 characters' },
    { payload: { data: { ...good, source: {} } }, problem: 'client_payload.data.source must be a text' },
    { payload: { groupKey: 'k' }, problem: 'client_payload.alerts must be a list of alerts' },
    { payload: { groupKey: 'k', alerts: {} }, problem: 'client_payload.alerts must be a list of objects' },
    {
      payload: { groupKey: 'k', alerts: [{ labels: { a: 'b' } }] },
      problem: 'client_payload.alerts[0].startsAt must be a time',
    },
  ])('$problem', ({ payload, problem }) => {
    const { alerts, problems } = read(payload);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]!.firings).toHaveLength(1);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  test('in a hostile payload', () => {
    const { alerts, problems } = read(fixture('hostile'));
    expect(alerts).toMatchObject([
      { key: '{}:{alertname="--> @alice /resolve"}', firings: [{ to: null }, { to: expect.any(Number) as number }] },
    ]);
    expect(alerts[0]!.links).toEqual([
      { to: 'generator', url: 'https://prometheus.example.com/a%29b%60c%60[d]%28e%29' },
      { to: 'runbook', text: 'javascript:alert(1)' },
    ]);
    expect(problems.length).toBeGreaterThan(5);
  });

  test('but not more than people would read', () => {
    const { problems } = read({ groupKey: 'k', alerts: Array.from({ length: 500 }, () => ({ labels: 7 })) });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toMatch(/^\d+ more things are wrong/);
  });
});

describe('what has no key cannot be read', () => {
  test.each([
    { payload: undefined, message: 'client_payload must be an object' },
    { payload: 'Disk full', message: 'client_payload must be an object, or the JSON of one' },
    { payload: [], message: 'client_payload must be an object' },
    { payload: {}, message: 'client_payload.key must be a text of 1 to 200 characters' },
    {
      payload: { key: ' ', title: 7 },
      message: /client_payload\.key must be .*; client_payload\.title must be a text/,
    },
    { payload: { key: 7, title: 'Disk full' }, message: 'client_payload.key must be a text' },
    {
      payload: { alertmanager: { alerts: [] } },
      message: 'client_payload.alertmanager must have a groupKey, or groupLabels',
    },
    { payload: { a: { b: { c: { d: { e: { f: {} } } } } } }, message: 'client_payload.a.b.c.d.key must be a text' },
  ])('$message', ({ payload, message }) => {
    expect(() => read(payload)).toThrow(message);
  });

  test.each([undefined, '', '  '])('an input that is empty: %j', (alert) => {
    expect(() => readAlerts({ inputs: { alert } }, 'workflow_dispatch', BUILTIN, NOW)).toThrow(
      'input `alert` is empty',
    );
  });

  test('an input that is no JSON', () => {
    expect(() => readAlerts({ inputs: { alert: '{key' } }, 'workflow_dispatch', BUILTIN, NOW)).toThrow(
      'inputs.alert must be',
    );
  });

  test('whatever comes, it is an alert or a clear error', () => {
    const body = fc.object({
      key: fc.constantFrom('key', 'title', 'alerts', 'labels', 'groupKey', 'startsAt', 'at', 'x'),
      maxDepth: 4,
    });
    fc.assert(
      fc.property(fc.oneof(body, fc.jsonValue()), (payload) => {
        try {
          const { alerts } = read(payload);
          expect(alerts.length).toBeGreaterThan(0);
          for (const alert of alerts)
            expect(alertBody(alert, newLog(alert, NOW), null, PLACE).length).toBeLessThan(65_536);
        } catch (error) {
          expect((error as Error).message).toMatch(/^The alert cannot be read: /);
        }
      }),
      tries(40),
    );
  });
});

describe('the body of the incident', () => {
  const bodyOf = (payload: unknown, policy = BUILTIN, follows: number | null = null): string => {
    const alert = read(payload, policy).alerts[0]!;
    return alertBody(alert, newLog(alert, NOW), follows, { ...PLACE, policy }).replace(/^<!--.*-->\n/, '');
  };

  test('has the facts under the headings of the form', () => {
    expect(bodyOf(fixture('plain'), BUILTIN, 12)).toMatch(
      /^An alert of a monitoring system opened this incident\.\n\nFollows #12\.\n\n### Who or what noticed it\n\n`probe`\n\n### Customers affected\n\n`acme`\n\n/,
    );
    expect(bodyOf(fixture('plain'))).toMatch(
      /### More about the alert\n\n- Key: `checkout\/errors`\n- \[Runbook\]\(https:.*\)\n- \[Page\]\(https:.*\)\n\n```text\n5xx on \/pay\nsince 18:25 UTC\n```$/,
    );
  });

  test('speaks the language of the policy', () => {
    const body = bodyOf({ grafana: fixture('grafana') }, { ...BUILTIN, language: 'fr' }, 12);
    expect(body).toContain('Fait suite à #12.');
    expect(body).toContain('### Étendue de l’impact\n\n`1 alerte (db-7)`');
  });

  test('lets nothing of a hostile alert out of its code', () => {
    const text = bodyOf(fixture('hostile')).replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    expect(text).not.toMatch(/@alice|@bob|<!--|<script|\/ack|\/resolve|javascript/);
  });

  test('fits into an issue, however much is sent', { tags: 'slow' }, () => {
    const long = 'é`'.repeat(60_000);
    const annotations = { summary: long, description: long, impact: long, runbook_url: `https://example.com/${long}` };
    const alert = {
      status: 'firing',
      startsAt: '2026-11-20T18:25:00Z',
      labels: { pod: long, severity: long },
      annotations,
    };
    const alerts = Array.from({ length: 100 }, (_, i) => ({ ...alert, fingerprint: `${long}${i}` }));
    const content = { receiver: long, groupKey: long, alerts };
    for (const policy of [BUILTIN, BY_ALERT])
      for (const it of read(content, policy).alerts.slice(0, 3))
        expect(alertBody(it, newLog(it, NOW), null, { ...PLACE, policy }).length).toBeLessThan(60_000);
  });
});
