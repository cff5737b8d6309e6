import { describe, expect, test } from 'vitest';
import { figuresPolicyOf } from '../../src/capabilities/reports/figures-policy.ts';
import { unusedRoles } from '../../src/capabilities/people/unused.ts';
import { goodPolicy, testProblems } from './lines.ts';

const CAUSES = 'causes: { extrinsic: [ddos, { lapsed: { attributable-to: operator } }] }\n';

describe('the reports of a policy', () => {
  test('are none unless it has them', async () => {
    const policy = await goodPolicy('');
    expect(policy.reports).toBeNull();
    expect(figuresPolicyOf(policy)).toMatchObject({ exclude: [], countsConfidential: true, services: [] });
  });

  test('have what it leaves out', async () => {
    expect((await goodPolicy('reports: {}')).reports).toEqual({
      monthly: null,
      weekly: null,
      exclude: [],
      countsConfidential: true,
      warnAt: [0.5, 0.75],
    });
  });

  test.each(['ddos', 'extrinsic', 'operator'])('may leave out incidents by %s', async (name) => {
    const policy = await goodPolicy(`${CAUSES}reports: { exclude: [${name}], confidential: left-out }`);
    expect(figuresPolicyOf(policy)).toMatchObject({ exclude: [name], countsConfidential: false });
  });

  test('name roles, which are used then', async () => {
    const policy = await goodPolicy(
      'roles: { heads: [ada] }\nreports: { monthly: { to: heads }, warn-at: [90%, 50%] }',
    );
    expect(policy.reports).toMatchObject({ monthly: { to: ['heads'] }, warnAt: [0.5, 0.9] });
    expect(unusedRoles(policy)).toEqual([]);
  });

  test('take the objectives of services', async () => {
    const { services } = figuresPolicyOf(
      await goodPolicy('services: { shop: { downtime-per-incident: 10m, objective: { month: 99.9% } } }'),
    );
    expect(services).toMatchObject([
      { name: 'shop', tolerance: 600_000, objective: { month: expect.closeTo(0.999, 9) as number, year: null } },
    ]);
  });

  testProblems([
    [
      'people who are no role',
      'roles: { heads: [ada] }\nreports: { monthly: { to: [ada] } }',
      ['2:28: reports.monthly.to[0]: "ada" is a person, not a role; did you mean the role "heads"?'],
    ],
    [
      'a week without a month to tell it in',
      'reports: { weekly: { on: mon, at: 8:00 } }',
      ['1:12: reports.weekly: a week is told on the report of its month; expected monthly as well'],
    ],
    [
      'a cause that there is not',
      `${CAUSES}reports: { exclude: [ddso] }`,
      ['2:22: reports.exclude[0]: "ddso" is not a cause; expected one of ddos, extrinsic, lapsed, operator'],
    ],
    [
      'a share that is none',
      'reports: { warn-at: [half] }',
      ['1:22: reports.warn-at[0]: "half" is not a percentage; expected e.g. 99.9%'],
    ],
    [
      'a word for true',
      'reports: { monthly: yes }',
      ['1:21: reports.monthly: "yes" is not a monthly report; expected true, false, or a map with to'],
    ],
  ]);
});
