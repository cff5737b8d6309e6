import { describe, expect, it } from 'vitest';
import type { GitHub, ReadRequest, Snapshot } from '../../src/github/port.ts';
import { readAhead, readRequest } from '../../src/run/first-read.ts';
import type { Inputs } from '../../src/run/inputs.ts';
import { readTrigger } from '../../src/run/trigger.ts';

const NOW = Date.UTC(2026, 2, 2, 9);
const INPUTS: Inputs = {
  token: 'test-token',
  policy: '.github/tocsin.yml',
  label: 'incident',
  command: 'run',
  dryRun: false,
  accounts: [],
  owner: 'acme',
  repository: 'shop',
  event: 'issues',
  payload: { issue: { number: 7 } },
  workflow: null,
  ref: 'main',
};

/** A GitHub that counts: every answer says how many questions there were before it. */
function counting(): { github: GitHub; asked: ReadRequest[] } {
  const asked: ReadRequest[] = [];
  const read = (request: ReadRequest): Promise<Snapshot> =>
    Promise.resolve({ policies: { file: `answer ${asked.push(request)}` } } as unknown as Snapshot);
  return { github: { read } as GitHub, asked };
}

describe('reading ahead', () => {
  it('asks at once what the run will ask, and asks again from the second time on', async () => {
    const { github, asked } = counting();
    const ahead = await readAhead(github, INPUTS, NOW);
    const request = readRequest(INPUTS, readTrigger(INPUTS.event, INPUTS.payload), NOW);
    expect(asked).toEqual([request]);
    expect(request.subject).toBe(7);
    expect((await ahead.read(request)).policies.file).toBe('answer 1');
    expect((await ahead.read(request)).policies.file).toBe('answer 2');
    expect(asked).toEqual([request, request]);
  });

  it.each<[string, Partial<Inputs>]>([
    ['check', { command: 'check' }],
    ['sync', { command: 'sync' }],
    ['a pull request', { event: 'pull_request', payload: { pull_request: { number: 3 } } }],
    ['an event that concerns no incident', { event: 'push' }],
  ])('asks nothing for %s', async (_, changes) => {
    const { github, asked } = counting();
    expect(await readAhead(github, { ...INPUTS, ...changes }, NOW)).toBe(github);
    expect(asked).toEqual([]);
  });

  it('tells a failure to whoever reads', async () => {
    const github = { read: () => Promise.reject(new Error('no answer')) } as unknown as GitHub;
    const ahead = await readAhead(github, INPUTS, NOW);
    await expect(ahead.read({} as ReadRequest)).rejects.toThrow('no answer');
  });
});
