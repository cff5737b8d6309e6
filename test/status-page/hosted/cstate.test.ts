import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../src/calendar/length.ts';
import type { StatusPage } from '../../../src/status-page/page.ts';
import { hostedWantedOf } from '../../../src/status-page/hosted/wanted.ts';
import { both, component, incident, maintenance, NOW, OUTAGE, pageWith } from '../sample.ts';
import { cstate, readIssue, REPO, TOKEN } from './cstate-receiver.ts';
import { runAt } from './outlet.ts';
import type { Receiver } from './receiving.ts';

const TARGET = {
  type: 'cstate',
  page: REPO,
  branch: 'main',
  token: 'T',
  components: { checkout: 'Shop: pay', api: 'API' },
} as const;
const COMPONENTS = ['checkout', 'api'].map((id) => component(id));

async function tell(receiver: Receiver, changes: Partial<StatusPage>, target: object = {}) {
  const page = pageWith({ components: COMPONENTS, ...changes });
  const wanted = hostedWantedOf(page, TARGET, new Map(COMPONENTS.map(({ id }) => [id, id])), new Set());
  return runAt(receiver, NOW).bring({ ...TARGET, ...target }, wanted, TOKEN);
}

const fileOf = ({ files }: ReturnType<typeof cstate>, id: string) => files.get(`content/issues/tocsin-${id}.md`)!;

describe('cState', () => {
  test('gets a file with front matter and the updates, newest first', async () => {
    const receiver = cstate();
    expect(await tell(receiver, { incidents: [OUTAGE] })).toBeNull();
    const text = fileOf(receiver, OUTAGE.id);
    expect(readIssue(text).matter).toEqual({
      title: 'Checkout fails in Europe',
      date: '2026-11-20T14:02:00Z',
      resolved: false,
      severity: 'down',
      affected: ['Shop: pay', 'API'],
      section: 'issue',
    });
    expect(text.match(/^\*\*.*$/gm)).toEqual([
      '**Monitoring** {{< track "2026-11-20T15:00:00Z" >}}',
      '**Identified** {{< track "2026-11-20T14:30:00Z" >}} · corrected {{< track "2026-11-20T15:04:00Z" >}}',
      '**Investigating** {{< track "2026-11-20T14:10:00Z" >}}',
    ]);
  });

  test('gets all that has changed in one commit, and none where nothing has', async () => {
    const receiver = cstate();
    await tell(receiver, { incidents: [OUTAGE, incident('bbbbbbbbbbbb')] });
    expect(receiver.commits).toBe(2);
    await tell(receiver, { incidents: [OUTAGE, incident('bbbbbbbbbbbb')] });
    expect(receiver.commits).toBe(2);
  });

  test('reads again where somebody else has committed meanwhile', async () => {
    const receiver = cstate();
    let isFirst = true;
    const busy: Receiver = {
      handle(seen, at) {
        if (seen.body.includes('mutation') && isFirst) {
          isFirst = false;
          receiver.commits++;
        }
        return receiver.handle(seen, at);
      },
    };
    expect(await tell(busy, { incidents: [OUTAGE] })).toBeNull();
    expect(receiver.commits).toBe(3);
    expect(fileOf(receiver, OUTAGE.id)).toContain('Checkout fails');
  });

  test('shows what is over with its end, and what works again before that as disrupted at most', async () => {
    const receiver = cstate();
    const better = incident('cccccccccccc', { to: NOW - MINUTE, stage: 'monitoring' });
    const resolved = { id: 'r', at: NOW, stage: 'resolved', text: both('Over.'), correctedAt: null } as const;
    const over = incident('dddddddddddd', { to: NOW - MINUTE, stage: 'resolved', updates: [resolved] });
    await tell(receiver, { incidents: [better, over] });
    expect(readIssue(fileOf(receiver, better.id)).matter).toMatchObject({ resolved: false, severity: 'disrupted' });
    expect(readIssue(fileOf(receiver, over.id)).matter).toMatchObject({
      resolved: true,
      resolvedWhen: '2026-11-20T15:09:00Z',
      severity: 'down',
    });
  });

  test('shows maintenance to come without taking its system down', async () => {
    const receiver = cstate();
    const work = maintenance('mmmmmmmmmmmm', { from: NOW + HOUR, to: NOW + 2 * HOUR });
    await tell(receiver, { maintenances: [work] });
    expect(readIssue(fileOf(receiver, work.id)).matter).toMatchObject({ informational: true, severity: 'notice' });
    await tell(receiver, { maintenances: [{ ...work, stage: 'in_progress' }] });
    expect(readIssue(fileOf(receiver, work.id)).matter).toMatchObject({ resolved: false, severity: 'notice' });
  });

  test('lets no text be anything but text to Hugo', async () => {
    const receiver = cstate();
    const hostile =
      '{{< readFile "/etc/passwd" >}} {{% x %}} {{{< y >}}} <script>alert(1)</script> <!-- a -->\n---\ntitle: other\n---\n';
    const wicked = incident('eeeeeeeeeeee', {
      title: both('"quoted": \\ # {{< x >}}'),
      updates: [{ id: 'h', at: NOW, stage: 'investigating', text: both(hostile), correctedAt: null }],
    });
    expect(await tell(receiver, { incidents: [wicked] })).toBeNull();
    const { matter, body } = readIssue(fileOf(receiver, wicked.id));
    expect(matter.title).toBe('"quoted": \\ # {{< x >}}');
    expect(body.replaceAll(/\{\{< track "[^"]+" >\}\}/g, '')).not.toMatch(/\{\{|<script|<!--|^---$/m);
  });

  test('says what to change where the repository or the branch is not there', async () => {
    for (const target of [{ page: 'acme/other' }, { branch: 'gone' }])
      expect(await tell(cstate(), {}, target)).toMatchObject({ isPassing: false, trouble: { status: 404 } });
  });
});
