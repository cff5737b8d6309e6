import { describe, expect, test } from 'vitest';
import { leaksIn } from '../../src/post-incident/customer/leaks.ts';
import { found, KNOWN } from './known.ts';

/* What is found, by kind, and what looks like it and is none. */

const FOUND: Readonly<Record<string, readonly (readonly [text: string, found: string])[]>> = {
  login: [
    ['Thanks to @alice.', '@alice'],
    ['merci à Alice !', 'Alice'],
    ['le correctif d’alice', 'alice'],
    ['_bob_ has mended it', 'bob'],
    ['CAROL-OPS was there', 'CAROL-OPS'],
    ['dave_acme,', 'dave_acme'],
    ['asked @al', '@al'],
    ['asked @max', '@max'],
    ['@somebody-else', '@somebody-else'],
    ['told @acme/sre', '@acme/sre'],
  ],
  name: [
    ['Hélène Dupont was on duty', 'Hélène Dupont'],
    ['HELENE DUPONT', 'HELENE DUPONT'],
    ['signé : Dupont Hélène', 'Dupont Hélène'],
    ['He\u0301le\u0300ne Dupont', 'Hélène Dupont'],
    ['with Hélène\nDupont', 'Hélène Dupont'],
    ['Jean Paul Le Goff', 'Jean Paul Le Goff'],
    ['Claire a corrigé', 'Claire'],
  ],
  mail: [
    ['write to zoe.martin+oncall@corp.example.com.', 'zoe.martin+oncall@corp.example.com'],
    ['<mailto:zoe@example.org>', 'zoe@example.org'],
    ['root@localhost', 'root@localhost'],
    ['élise@exemple.fr', 'élise@exemple.fr'],
  ],
  host: [
    ['`db-eu-3` was full', 'db-eu-3'],
    ['in eu-west-1a', 'eu-west-1a'],
    ['web-fr-2', 'web-fr-2'],
    ['europe-west1-b', 'europe-west1-b'],
    ['web01 et web02', 'web01'],
    ['the pod payments-7d9f8b6c5-xkzwq', 'payments-7d9f8b6c5-xkzwq'],
    ['ip-10-0-3-17', 'ip-10-0-3-17'],
    ['orders-db', 'orders-db'],
    ['titan a redémarré', 'titan'],
    ['billing.internal', 'billing.internal'],
    ['printer.local', 'printer.local'],
    ['ad.acme.corp', 'ad.acme.corp'],
    ['nas.lan', 'nas.lan'],
    ['orders.default.svc', 'orders.default.svc'],
    ['redis.prod.svc.cluster.local:6379', 'redis.prod.svc.cluster.local:6379'],
    ['host:5432', 'host:5432'],
    ['api.example.com:8443', 'api.example.com:8443'],
    ['db-2.example.com', 'db-2.example.com'],
    ['jenkins.example.com', 'jenkins.example.com'],
  ],
  ip: [
    ['from 10.0.3.17.', '10.0.3.17'],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['192.168.1.1:8080', '192.168.1.1:8080'],
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8::1/64', '2001:db8::1/64'],
    ['::1', '::1'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['fd00::/8', 'fd00::/8'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
  ],
  address: [
    ['see https://github.com/acme/incidents.', 'https://github.com/acme/incidents'],
    ['https://GitHub.com/Acme/Incidents/wiki', 'https://GitHub.com/Acme/Incidents/wiki'],
    ['github.com/acme/incidents/issues/3', 'github.com/acme/incidents/issues/3'],
    ['https://github.com/other/lib/pull/3', 'https://github.com/other/lib/pull/3'],
    ['https://gitlab.example.com/a/b/-/issues/3', 'https://gitlab.example.com/a/b/-/issues/3'],
    ['the repository acme/incidents', 'acme/incidents'],
    ['http://localhost:3000/health', 'http://localhost:3000/health'],
    ['on localhost', 'localhost'],
    ['https://10.0.0.1/status', 'https://10.0.0.1/status'],
    ['http://[fd00::1]/', 'http://[fd00::1]/'],
    ['http://wiki/oncall', 'http://wiki/oncall'],
    ['https://billing.internal/x', 'https://billing.internal/x'],
    ['[here](https://acme.slack.com/archives/C01/p1)', 'https://acme.slack.com/archives/C01/p1'],
    ['acme.pagerduty.com', 'acme.pagerduty.com'],
    ['https://grafana.acme.com/d/1', 'https://grafana.acme.com/d/1'],
    ['https://acme.atlassian.net/wiki/x', 'https://acme.atlassian.net/wiki/x'],
    ['https://jira.acme.com/browse/X', 'https://jira.acme.com/browse/X'],
    ['https://docs.google.com/document/d/1', 'https://docs.google.com/document/d/1'],
    ['postgres://db/orders', 'postgres://db/orders'],
  ],
  reference: [
    ['voir #12', '#12'],
    ['GH-12', 'GH-12'],
    ['see acme/site#7.', 'acme/site#7'],
    ['OPS-123', 'OPS-123'],
    ['INC-2026-0042', 'INC-2026-0042'],
    ['since 3e50bed', '3e50bed'],
    ['0123456789abcdef0123456789abcdef01234567', '0123456789abcdef0123456789abcdef01234567'],
  ],
  role: [
    ['our incident-manager', 'incident-manager'],
    ['le Network-Engineer', 'Network-Engineer'],
    ['the security team', 'security team'],
    ['level-2 was asked', 'level-2'],
  ],
  secret: [
    ['ghp_0123456789abcdefABCD', 'ghp_…'],
    ['github_pat_11ABCDE_x', 'gith…'],
    ['xoxb-123456-abcdef', 'xoxb…'],
    ['AKIAIOSFODNN7EXAMPLE', 'AKIA…'],
    ['-----BEGIN RSA PRIVATE KEY-----', '----…'],
    ['Authorization: Bearer abc.def-123', 'Bear…'],
    ['?token=s3cr3tvalue', 'toke…'],
    ['https://u:hunter2@www.example.com/', 'h…'],
  ],
};

const NONE = [
  'We will email everybody; Al dente, max 5 minutes, et al.',
  'un ciel plus clair, une réponse claire, bôb',
  'support, management and every operator',
  'incident managers and network engineers',
  'write to support@example.com or follow @acmestatus',
  'https://status.example.com/incidents/4f2a9b8c1d0e and www.example.com/blog/post-mortem-3#12',
  'the API at api.example.com, see https://github.com/acme/sdk',
  'https://grafana.example.com/public',
  'version 1.2.3, v1.2.3.4, version 10.2.0.1, openssl-3.0.7, PHP 8.2',
  'at 10:15:30 on 2026-11-02, 2026-11-02T10:15:30Z, 10 h 15, 9:00-17:00, UTC-5',
  'ISO-8601, UTF-8, SHA-256, COVID-19, CVE-2026-1234, TLS 1.3, SOC-2, EU-27, Q3-2026',
  'x86-64, wi-fi-6, level-3, mid-2026, top-10, plan-2, v-1, from-day-1, SARS-CoV-2, api-v2, 24-hour, 3-in-1',
  'follow-up, read-only, rendez-vous, celui-ci, pre-prod, k8s-based, DB-level',
  'Node.js, report-3.pdf, std::vector, Foo::Bar, HTTP:503, ratio 10:1, C#7, our #1 priority, a # b',
  'bearer token, Bearer authentication, secret=, 1234567, defaced, 550e8400-e29b-41d4-a716-446655440000',
  'The end.Internal teams; d&#39;abord, l&#8217;incident, 100&nbsp;%',
];

describe.each(Object.entries(FOUND))('%s', (kind, cases) => {
  test.each(cases)('in %j is %j', (text, what) => {
    expect(found(text)).toContain(`${kind} ${what}`);
  });
});

test.each(NONE)('nothing in %j', (text) => {
  expect(found(text)).toEqual([]);
});

describe('the list', () => {
  test('tells lines, each text once', () => {
    expect(leaksIn('Intro\r\n\r\ndb-eu-3, DB-EU-3\rand #4\n@zoe\n\n#4', KNOWN)).toEqual([
      { kind: 'host', found: 'db-eu-3', line: 3 },
      { kind: 'reference', found: '#4', line: 4 },
      { kind: 'login', found: '@zoe', line: 5 },
    ]);
  });

  test('ends after twenty', () => {
    const text = Array.from({ length: 50 }, (_, i) => `line #${i + 10}`).join('\n');
    expect(leaksIn(text, KNOWN).map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  test('names a place once, by all of it', () => {
    expect(found('alice@db-eu-3.internal and https://acme.slack.com/alice/10.0.0.1')).toEqual([
      'mail alice@db-eu-3.internal',
      'address https://acme.slack.com/alice/10.0.0.1',
    ]);
  });

  test('shows no secret within an address', () => {
    expect(found('postgres://orders:s3cr3t-pass@db:5432/x')).toEqual([
      'address postgres://orders:…@db:5432/x',
      'secret s3cr…',
    ]);
  });
});
