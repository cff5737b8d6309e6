import type { Page } from '../../src/notify/message.ts';
import { notifiersFor } from '../../src/notify/kinds.ts';
import type { Attempted, Pager } from '../../src/notify/send.ts';
import type { Stage, StageOptions } from '../../src/rehearsal/stage.ts';
import { notices, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';

export const TEAM = {
  alice: 'write',
  bob: 'triage',
  grace: 'maintain',
  ian: 'write',
  mona: 'write',
  wes: 'write',
  nora: 'read',
} as const;

export const PEOPLE = `
roles:
  responder: [alice, bob]
  management: [grace]
  incident-manager: [ian]
fallback: grace
`;

export const STEPS = `
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: management }
    - { at: resolve due, notify: [responder, management] }
  normal:
    - { at: resolve due, notify: responder }
`;

export const NOTIFIERS = `
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }
  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0] }
`;

export const at = async (policy: string, label = 'P0', options: Pick<StageOptions, 'pager' | 'people'> = {}) => {
  const stage = await stageOf({ policy, people: TEAM, ...options });
  stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', label] });
  await stage.react();
  const issue = () => stage.hub.issue(1);
  const say = async (who: string, text: string): Promise<void> => {
    stage.hub.as(who).comment(1, text);
    await stage.react();
  };
  const last = (): string => notices(issue()).at(-1)!;
  return { stage, hub: stage.hub, issue, say, last };
};

/** What two scheduled runs write when nothing happens. */
export async function idleWrites(stage: Stage): Promise<string[]> {
  await stage.sweep();
  const before = JSON.stringify(stage.hub.snapshot());
  const reports = [await stage.sweep(), await stage.sweep()];
  const done = reports.flatMap(({ settled }) => settled.flatMap((it) => it.done.map((effect) => effect.do)));
  return [...done, ...(JSON.stringify(stage.hub.snapshot()) === before ? [] : ['the repository changed'])];
}

export function recorder(isBroken: (page: Page, notifier: string) => boolean = () => false): {
  readonly pager: Pager;
  readonly pages: (Page & { readonly by: string | null })[];
} {
  const pages: (Page & { readonly by: string | null })[] = [];
  const pager: Pager = {
    send: () => Promise.resolve({ ok: true }),
    beat: () => Promise.resolve({ ok: true }),
    sendFirst: (notifiers, page) => {
      const tried: Attempted['tried'][number][] = [];
      let by: string | null = null;
      for (const { name } of notifiersFor(notifiers, page)) {
        const ok = !isBroken(page, name);
        tried.push({ notifier: name, sent: ok ? { ok } : { ok: false, why: 'the connection was refused' } });
        if (!ok) continue;
        by = name;
        break;
      }
      pages.push({ ...page, by });
      return Promise.resolve({ by, tried });
    },
  };
  return { pager, pages };
}
