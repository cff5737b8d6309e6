import { describe, expect, test } from 'vitest';
import { diagnosisMarkdown } from '../../src/setup/doctor/render.ts';
import type { StatusAnswer } from '../../src/setup/doctor/status-page.ts';
import { diagnosed, foundBy, patientWith, POLICY } from './doctor-patients.ts';

/* What GitHub says of itself, beside what the repository lacks. */

const PARTS = ['Git Operations', 'Webhooks', 'API Requests', 'Issues', 'Actions', 'Copilot'];

/** A page on which all parts work but these. */
function page(ill: Readonly<Record<string, string>>, incidents: readonly object[] = []): StatusAnswer {
  const components = PARTS.map((name, i) => ({ id: String(i), name, status: ill[name] ?? 'operational' }));
  return { text: JSON.stringify({ page: { name: 'GitHub' }, components, incidents, scheduled_maintenances: [] }) };
}
const incident = (name: string, shortlink: string): object => ({ id: 'x', name, shortlink, status: 'investigating' });
const said = async (answer: StatusAnswer | null, policy = POLICY): Promise<string[]> =>
  foundBy('status', await diagnosed(await patientWith({ policy }), null, answer));

const MEND =
  'wait for GitHub (https://www.githubstatus.com); a run that you start by hand afterwards makes up for what was missed';

describe('the state of GitHub', () => {
  test('is well where all that matters here works, whatever else does not', { tags: 'slow' }, async () => {
    const other = page({ Copilot: 'major_outage' }, [incident('Copilot is down', 'https://stspg.io/a')]);
    for (const answer of [page({}), other])
      expect(await said(answer)).toEqual(['ok: GitHub says that Actions, issues, webhooks and its API work. -> null']);
  });

  test(
    'is a warning with each part that does not work, and the incidents with their links',
    { tags: 'slow' },
    async () => {
      const ill = { Actions: 'major_outage', Webhooks: 'degraded_performance', Issues: 'partial_outage' };
      const incidents = [
        incident('Delays of Actions', 'https://stspg.io/a1b2'),
        incident('Other', 'https://stspg.io/c'),
      ];
      expect(await said(page(ill, incidents))).toEqual([
        `warn: GitHub says of itself: Webhooks (degraded performance), Issues (partial outage), Actions (major outage). It is busy with: \`Delays of Actions\` (https://stspg.io/a1b2), \`Other\` (https://stspg.io/c). Until that is over runs come late, or not at all. -> ${MEND}`,
      ]);
      expect(await said(page({ 'API Requests': 'under_maintenance' }))).toEqual([
        `warn: GitHub says of itself: API Requests (under maintenance). Until that is over runs come late, or not at all. -> ${MEND}`,
      ]);
    },
  );

  test('is told in French', async () => {
    const answer = page({ Actions: 'degraded_performance' }, [incident('Delays', 'https://stspg.io/a')]);
    expect(await said(answer, `${POLICY}language: fr\n`)).toEqual([
      'warn: Selon GitHub\u00a0: Actions (performances dégradées). Incidents en cours\u00a0: `Delays` (https://stspg.io/a). D’ici au rétablissement, les exécutions sont retardées ou n’ont pas lieu. -> attendre le rétablissement de GitHub (https://www.githubstatus.com)\u00a0; ensuite, une exécution lancée à la main rattrape ce qui a été manqué',
    ]);
  });

  test(
    'is not looked at where nobody can be asked, and skipped where there is no answer that makes sense',
    { tags: 'slow' },
    async () => {
      expect(await said(null)).toEqual([]);
      const unread = 'skipped: www.githubstatus.com answered something that cannot be read. -> null';
      const table: readonly (readonly [StatusAnswer, string])[] = [
        [{ why: 'timeout' }, 'skipped: www.githubstatus.com did not answer in time. -> null'],
        [{ why: 'unreachable' }, 'skipped: www.githubstatus.com cannot be reached from here. -> null'],
        [{ code: 503 }, 'skipped: www.githubstatus.com answered with 503. -> null'],
        [{ text: '<html>' }, unread],
        [{ text: '{"components":[],"incidents":[]}' }, unread],
        [{ text: '{"components":[{"name":"Actions"}],"incidents":[]}' }, unread],
      ];
      for (const [answer, line] of table) expect(await said(answer)).toEqual([line]);
    },
  );

  test('comes from others: their text is shown as text', async () => {
    const hostile = page({ Actions: 'on fire @alice', Issues: 'constructor' }, [
      incident('`@bob` <!-- x --> | #1', 'https://evil.example/](javascript:alert(1)) @carol'),
      ...Array.from({ length: 9 }, () => incident('y'.repeat(500), `https://stspg.io/${'z'.repeat(500)}`)),
    ]);
    const diagnosis = await diagnosed(await patientWith(), null, hostile);
    const row = diagnosisMarkdown(diagnosis)
      .split('\n')
      .find((line) => line.includes('State of GitHub'))!;
    expect(row).toContain('Issues (`constructor`), Actions (`on fire @alice`)');
    expect(row.length).toBeLessThan(2_500);
    const bare = row.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
    expect(bare).not.toMatch(/@|<!--|#1|javascript|stspg/);
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  });
});
