import type { Page } from '../../src/notify/message.ts';
import type { Attempted, Pager } from '../../src/notify/send.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import { QUIET_PAGER } from '../../src/rehearsal/stage.ts';
import { POLICY } from './story.ts';

export const PAGED = `${POLICY}
notifiers:
  first: { type: pagerduty, key: FIRST_KEY, for: [P0, P1] }
  second: { type: pagerduty, key: SECOND_KEY, for: [P0, P1] }
`;

/** A page that arrived, and where. */
export interface Arrived {
  /** The key against doubles. */
  readonly key: string;
  readonly by: string;
}

/** A pager that writes down what arrives, after what has arrived already. Notifiers named in `broken` take nothing. */
export function recorder(before: readonly Arrived[] = []) {
  const arrived = [...before];
  const broken = new Set<string>();
  let asked = 0;
  let kill: { readonly page: number; readonly when: 'before' | 'after'; readonly hub: EmbeddedGitHub } | null = null;

  /** Nothing that the run does afterwards reaches anybody. */
  function die(hub: EmbeddedGitHub): never {
    hub.freeze();
    throw new Error('The run was killed.');
  }

  const pager: Pager = {
    ...QUIET_PAGER,
    sendFirst: (notifiers, page: Page): Promise<Attempted> => {
      const strike = kill;
      asked += 1;
      // What is dead sends nothing.
      if (strike && asked > strike.page) return die(strike.hub);
      if (strike?.when === 'before' && asked === strike.page) return die(strike.hub);
      const tried: Attempted['tried'][number][] = [];
      for (const { name } of notifiers) {
        const ok = !broken.has(name);
        tried.push({ notifier: name, sent: ok ? { ok } : { ok, why: 'the connection was refused' } });
        if (ok) break;
      }
      const last = tried.at(-1);
      const by = last?.sent.ok ? last.notifier : null;
      if (by !== null) arrived.push({ key: `${page.key} ${page.step} ${page.action}`, by });
      if (strike?.when === 'after' && asked === strike.page) return die(strike.hub);
      return Promise.resolve({ by, tried });
    },
  };
  return {
    pager,
    arrived,
    broken,
    get asked() {
      return asked;
    },
    /** Kills the next run at one of its pages. */
    killAt: (page: number, when: 'before' | 'after', hub: EmbeddedGitHub): void => {
      asked = 0;
      kill = { page, when, hub };
    },
    spare: (): void => {
      asked = 0;
      kill = null;
    },
  };
}

export type Recorder = ReturnType<typeof recorder>;
