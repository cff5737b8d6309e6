import { Octokit } from '@octokit/rest';
import { expect } from 'vitest';
import { connect } from '../../src/github/adapter.ts';
import { createGitHub, type EmbeddedGitHub, type GitHubOptions } from '../../src/rehearsal/github/embedded.ts';
import type { HubToken } from '../../src/rehearsal/github/tokens.ts';
import { receiver } from '../../src/rehearsal/receiver.ts';
import { diagnose, type Diagnosis } from '../../src/setup/doctor/diagnose.ts';
import type { StatusAnswer } from '../../src/setup/doctor/status-page.ts';
import { generatedFiles } from '../../src/setup/files.ts';
import { syncLabels } from '../../src/setup/sync.ts';
import { goodPolicy } from '../policy/lines.ts';
import { MINUTE } from '../support/stage.ts';

export const SCHEMA = '# yaml-language-server: $schema=https://example.org/tocsin.schema.json\n';
export const POLICY = `${SCHEMA}roles: { responder: [alice, bob] }\nfallback: alice\n`;
export const PATH = '.github/tocsin.yml';
export const WORKFLOW = '.github/workflows/tocsin.yml';
const PEOPLE = { alice: 'maintain', bob: 'triage' } as const;
const FULL: HubToken['permissions'] = { contents: 'read', issues: 'write', metadata: 'read', actions: 'read' };

export interface Setting extends GitHubOptions {
  readonly policy?: string;
  readonly permissions?: HubToken['permissions'];
}

/** A repository that lacks nothing, but for what is said otherwise; alice has made it, and its schedule ran ten minutes ago. */
export async function patientWith({
  policy = POLICY,
  permissions = FULL,
  ...options
}: Setting = {}): Promise<EmbeddedGitHub> {
  const readable = policy.includes('roles: 5') ? null : await goodPolicy(policy);
  const origin = { policy: readable ?? (await goodPolicy('')), policyFile: PATH, incidentLabel: 'incident' };
  const generated = generatedFiles(origin).flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const]));
  const strong: HubToken = { login: 'github-actions[bot]', permissions: FULL };
  const hub = createGitHub({
    people: PEOPLE,
    tokens: { strong, 'test-token': { ...strong, permissions } },
    author: 'alice',
    ...options,
    files: { [PATH]: policy, ...Object.fromEntries(generated), ...options.files },
  });
  await syncLabels(clientOf(hub, 'strong'), origin.policy, 'incident', { apply: true, recolour: false });
  hub.ranOnSchedule();
  hub.clock.advance(10 * MINUTE);
  return hub;
}

export function clientOf(hub: EmbeddedGitHub, auth = 'test-token') {
  const log = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 };
  const octokit = new Octokit({ auth, baseUrl: hub.url, log, request: { fetch: hub.fetch } });
  const place = { octokit, owner: 'acme', name: 'shop', accounts: [], sleep: () => Promise.resolve() };
  return connect(place, hub.clock.now());
}

/** Services that know every notifier but one. */
const SERVICES = receiver(undefined, ({ name }) => (name === 'gone' ? 'the key is not valid' : null));

/** What the doctor says, in a terminal unless variables of a job are given; and that it has changed nothing. */
export async function diagnosed(
  hub: EmbeddedGitHub,
  variables: readonly string[] | null = null,
  status: StatusAnswer | null = null,
): Promise<Diagnosis> {
  const before = JSON.stringify(hub.snapshot());
  hub.requests.length = 0;
  const diagnosis = await diagnose({
    github: clientOf(hub),
    now: hub.clock.now(),
    repository: 'acme/shop',
    policyPath: PATH,
    incidentLabel: 'incident',
    variables: variables && new Set(variables),
    askStatus: status && (() => Promise.resolve(status)),
    probe: variables && ((notifier, language) => SERVICES.probe(notifier, language)),
  });
  expect(JSON.stringify(hub.snapshot())).toBe(before);
  expect(hub.requests.filter(({ kind }) => kind === 'mutation')).toEqual([]);
  expect(hub.unimplemented).toEqual([]);
  return diagnosis;
}

/** What one check says, a line each. */
export const foundBy = (name: Diagnosis['findings'][number]['check'], { findings }: Diagnosis): string[] =>
  findings.filter(({ check }) => check === name).map(({ result, what, mend }) => `${result}: ${what} -> ${mend}`);

/** What is not as it should be, a line each; that a terminal has no secrets is as it should be. */
export const ills = ({ findings }: Diagnosis): string[] =>
  findings
    .filter(({ check, result }) => result !== 'ok' && !(check === 'notifiers' && result === 'skipped'))
    .map(({ result, what, mend }) => `${result}: ${what} -> ${mend}`);
