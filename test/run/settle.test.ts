import { describe, expect, expectTypeOf, test } from 'vitest';
import type { DuePage } from '../../src/capabilities/notification/paging.ts';
import type { HeldRole } from '../../src/model/role.ts';
import { notRefused, type Effect } from '../../src/engine/effect.ts';
import { GitHubError, type GitHub, type Trouble } from '../../src/github/port.ts';
import type { Run } from '../../src/run/context.ts';
import { settle, type Carried, type Settling } from '../../src/run/settle.ts';

/* The one loop: read, decide, carry out, until nothing is left. The subject is the list of what is still to be done. */

const close: Effect = { issue: 1, why: 'it is over', do: 'close', reason: 'completed' };
const label: Effect = { issue: 1, why: 'it is over', do: 'add-labels', labels: ['resolved', 'P1'] };
const error = (trouble: Trouble): GitHubError => new GitHubError(trouble, `GitHub: ${trouble}`);

type Todo = readonly Effect[];

interface World {
  readonly failures: string[];
  readonly rounds: Todo[];
  readonly asked: string[];
  readonly start: (todo: Todo, changes?: Partial<Settling<Todo, Todo>>) => ReturnType<typeof settle<Todo, Todo>>;
}

function world(roleOf: (login: string) => Promise<HeldRole> = () => Promise.resolve(['write'])): World {
  const failures: string[] = [];
  const rounds: Todo[] = [];
  const asked: string[] = [];
  const roles = new Map<string, HeldRole>();
  const run = {
    knowledge: { incidentLabel: 'incident', headings: new Map(), roles },
    github: {
      roleOf: (login: string) => {
        asked.push(login);
        return roleOf(login);
      },
    } as Partial<GitHub>,
  } as unknown as Pick<Run, 'github' | 'knowledge'>;
  const settling: Settling<Todo, Todo> = {
    mostRounds: 3,
    fail: (message) => void failures.push(message),
    decide(todo, refused) {
      const plan = notRefused(todo, refused);
      return { plan: plan.length === 0 ? null : plan, unknown: [] };
    },
    carryOut(_, plan) {
      rounds.push(plan);
      return Promise.resolve({ subject: [], refused: [], lost: null });
    },
    read: (todo) => Promise.resolve(todo),
  };
  const start: World['start'] = (todo, changes) => settle({ ...settling, ...changes }, todo, run);
  return { failures, rounds, asked, start };
}

describe('the settle loop', () => {
  test('ends when nothing is left', async () => {
    const { start, rounds } = world();
    expect(await start([close])).toEqual({ subject: [], end: 'settled', alarms: [], lost: null });
    expect(rounds).toEqual([[close]]);
    expect(await start([])).toMatchObject({ end: 'settled' });
    expect(rounds).toHaveLength(1);
  });

  test('goes on without what GitHub refused, however the effect is written down', async () => {
    const { start, failures } = world();
    const carried: Todo[] = [];
    // Decided on anew: its keys stand in another order, and it is the same effect.
    const again: Effect = { reason: 'completed', do: 'close', why: close.why, issue: close.issue };
    const { end } = await start([close, label], {
      carryOut: (_, plan) => {
        carried.push(plan);
        const isFirst = plan.includes(close);
        const refused = isFirst ? [{ effect: close, error: error('rejected') }] : [];
        return Promise.resolve({ subject: isFirst ? [again, label] : [again], refused, lost: null });
      },
    });
    expect(end).toBe('settled');
    expect(carried).toEqual([[close, label], [label]]);
    expect(failures).toEqual(['GitHub: rejected']);
  });

  test('takes effects for different that differ in one detail', () => {
    const other: Effect = { ...label, labels: ['resolved'] };
    const reasoned: Effect = { ...close, why: 'it is gone' };
    expect(notRefused([label, other, close, reasoned], [label, close])).toEqual([other, reasoned]);
  });

  test('stops when GitHub asks to', async () => {
    const { start } = world();
    const refused = [{ effect: close, error: error('rate-limited') }];
    const { end, subject } = await start([close, label], {
      carryOut: () => Promise.resolve({ subject: [label], refused, lost: null }),
    });
    expect([end, subject]).toEqual(['halted', [label]]);
  });

  test('reads again after a lost answer, and does nothing twice', async () => {
    const { start, failures } = world();
    const carried: Todo[] = [];
    const lost = error('no-answer');
    const settlement = await start([close, label], {
      carryOut: (todo, plan): Promise<Carried<Todo>> => {
        carried.push(plan);
        return Promise.resolve(
          carried.length === 1 ? { subject: todo, refused: [], lost } : { subject: [], refused: [], lost: null },
        );
      },
      read: () => Promise.resolve([label]),
    });
    expect(settlement).toMatchObject({ end: 'settled', lost });
    expect(carried).toEqual([[close, label], [label]]);
    expect(failures).toEqual([]);
  });

  test('ends when the subject is gone', async () => {
    const { start } = world();
    const { end } = await start([close], {
      carryOut: (todo) => Promise.resolve({ subject: todo, refused: [], lost: error('no-answer') }),
      read: () => Promise.resolve(null),
    });
    expect(end).toBe('gone');
  });

  test('gives up after so many rounds', async () => {
    const { start } = world();
    let rounds = 0;
    const { end } = await start([close], {
      carryOut: (todo) => {
        rounds += 1;
        return Promise.resolve({ subject: todo, refused: [], lost: null });
      },
    });
    expect([end, rounds]).toEqual(['unsettled', 3]);
  });

  test('asks for each unknown role once, and goes on without those that GitHub does not tell', async () => {
    const { start, asked, failures, rounds } = world((login) =>
      login === 'Bob' ? Promise.reject(error('no-answer')) : Promise.resolve(['write']),
    );
    const seen: number[] = [];
    const known = new Set<string>();
    const { end, alarms } = await start([close], {
      decide: (todo) => {
        seen.push(known.size);
        const unknown = ['Alice', 'Bob'].filter((login) => !known.has(login));
        known.add('Alice');
        return { plan: todo.length === 0 ? null : todo, unknown, alarms: unknown.length === 2 ? ['early'] : ['late'] };
      },
    });
    expect(end).toBe('settled');
    expect(asked).toEqual(['Alice', 'Bob']);
    expect(failures).toEqual(['GitHub: no-answer']);
    expect(rounds).toEqual([[close]]);
    // What is decided without knowing everybody is not shouted.
    expect(alarms).toEqual(['late']);
  });

  test('a page is no effect, so that no batch can call an effect done that was not', () => {
    expectTypeOf<DuePage>().not.toExtend<Effect>();
    expectTypeOf<Effect['do']>().not.toEqualTypeOf<Effect['do'] | 'page'>();
  });
});
