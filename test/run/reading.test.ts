import { describe, expect, test } from 'vitest';
import { situationOf } from '../../src/capabilities/decide.ts';
import { isCurrent, readIncident, type ReadingGround } from '../../src/capabilities/reading.ts';
import { factHeadings } from '../../src/capabilities/report/form.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { QUIET_PAGER, type Stage } from '../../src/rehearsal/stage.ts';
import type { Run } from '../../src/run/context.ts';
import { settleIncident } from '../../src/run/incident.ts';
import { byUrgency } from '../../src/run/order.ts';
import { newReport } from '../../src/run/report.ts';
import { report } from '../support/report.ts';
import { POLICY, stageOf } from '../support/stage.ts';
import { heldRoles } from '../support/team.ts';

const ROLES = { alice: 'write', bob: 'triage', grace: 'maintain', rita: 'read' };

async function groundOf(stage: Stage): Promise<ReadingGround> {
  const loaded = await loadPolicy(POLICY, '.github/tocsin.yml');
  if (!loaded.ok) throw new Error('the policy is broken');
  const roles = heldRoles(Object.entries(ROLES));
  const knowledge = { incidentLabel: 'incident', roles, headings: factHeadings() };
  return { now: stage.hub.clock.now(), policy: loaded.policy, knowledge };
}

/** A run that may ask GitHub nothing. */
function runOn(ground: ReadingGround): Run {
  return {
    ...ground,
    inputs: { label: 'incident', dryRun: false },
    github: {},
    pager: QUIET_PAGER,
    repository: {
      owner: 'acme',
      name: 'shop',
      ownedByPerson: false,
      keeper: null,
      isPrivate: true,
      securityPolicy: null,
      url: '',
    },
    report: newReport(false),
  } as unknown as Run;
}

const ALONE = { all: () => [], alerts: () => [] };

describe('a run reads an incident', () => {
  test('once when nothing is due: what is decided on and reported is what the order was made from', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P2'] });
    await stage.sweep();
    const ground = await groundOf(stage);
    const [reading] = byUrgency([await stage.read(1)], ground, null).readings;
    const settled = await settleIncident(runOn(ground), reading!, ALONE);
    expect(settled.done).toEqual([]);
    expect(settled.situation.incident).toBe(reading!.incident);
    expect(settled.situation.clocks).toBe(reading!.clocks);
  });

  test('again only when its issue has changed, or somebody is known who was not', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P2'] });
    stage.hub.as('alice').comment(1, '/ack');
    const ground = await groundOf(stage);
    const issue = await stage.read(1);
    const nobody = { ...ground.knowledge, roles: heldRoles([]) };
    const reading = readIncident(issue, { ...ground, knowledge: nobody });
    expect(reading.unknown).toContain('alice');
    expect(isCurrent(reading, issue, nobody)).toBe(true);
    expect(isCurrent(reading, { ...issue }, nobody)).toBe(false);
    expect(isCurrent(reading, issue, { ...nobody, roles: heldRoles([['somebody', 'read']]) })).toBe(true);
    expect(isCurrent(reading, issue, { ...nobody, roles: heldRoles([['alice', 'write']]) })).toBe(false);
  });

  test('and tells it from what stands beside it: no incident is its own neighbour', async () => {
    const stage = await stageOf();
    for (const title of ['one', 'two'])
      stage.hub.as('rita').openIssue({ title, body: report(), labels: ['incident', 'P2'] });
    await stage.sweep();
    const ground = await groundOf(stage);
    const { readings, neighbours } = byUrgency([await stage.read(1), await stage.read(2)], ground, null);
    const { repository } = runOn(ground);
    const situation = situationOf(readings[0]!, {
      ...ground,
      repository,
      pages: new Map(),
      watchedUntil: null,
      looked: null,
      incidents: { ...ALONE, all: () => neighbours },
    });
    expect(situation.neighbours.map(({ number }) => number)).toEqual([2]);
  });
});
