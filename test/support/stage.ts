import { afterEach } from 'vitest';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { openStage, type Stage, type StageOptions } from '../../src/rehearsal/stage.ts';
import type { IssueView } from '../../src/rehearsal/github/views.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A team: two responders, a manager, an organisation as owner. */
export const PEOPLE = { alice: 'write', bob: 'triage', grace: 'maintain', nora: 'read' } as const;

export const POLICY = `
roles:
  responder: [alice, bob]
  management: [grace]
fallback: grace
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: management }
    - { at: resolve 75%, notify: responder }
    - { at: resolve due, notify: [responder, management] }
    - { at: resolve due + 1h, notify: management, repeat: 2h, until: resolved }
  normal:
    - { at: acknowledge due, notify: responder }
    - { at: resolve due, notify: responder }
`;

const open: Stage[] = [];

/** The policies that were found to be right. */
const right = new Set<string>();

/** A story under a broken policy would go on under the built-in one, and prove something else. */
async function check(policy: string): Promise<void> {
  if (right.has(policy)) return;
  const loaded = await loadPolicy(policy, 'policy');
  if (!loaded.ok)
    throw new Error(`The policy of the stage is broken, and not \`isBroken\`:\n${describe(loaded.problems)}`);
  right.add(policy);
}

const describe = (problems: readonly { readonly line: number; readonly message: string }[]): string =>
  problems.map(({ line, message }) => `${line}: ${message}`).join('\n');

/** A stage with the team and the policy above, closed after the test. Starts on a Monday at 09:00 UTC. */
export async function stageOf({
  isBroken = false,
  ...options
}: StageOptions & { readonly isBroken?: boolean } = {}): Promise<Stage> {
  const given = { people: PEOPLE, policy: POLICY, ...options };
  if (!isBroken && given.policy !== undefined) await check(given.policy);
  const stage = await openStage(given);
  open.push(stage);
  return stage;
}

/** Sets a stage once for each way to begin, for all tests that begin there: each gets a fork. */
export function setOnce<Given extends readonly unknown[]>(
  set: (...given: Given) => Promise<Stage>,
): (...given: Given) => Promise<Stage> {
  const stages = new Map<string, Promise<Stage>>();
  return async (...given) => {
    const handed: unknown[] = [];
    const key = JSON.stringify(given, (_, value: unknown) => {
      if (typeof value === 'function') handed.push(value);
      return value;
    });
    // What a test hands in to look at, such as a pager, is its own.
    if (handed.length > 0) return set(...given);
    const stage = stages.get(key) ?? set(...given);
    stages.set(key, stage);
    const fork = (await stage).fork();
    open.push(fork);
    return fork;
  };
}

afterEach(async () => {
  for (const stage of open.splice(0)) {
    const { unimplemented } = stage.hub;
    await stage.close();
    if (unimplemented.length > 0) throw new Error(`The embedded GitHub lacks: ${unimplemented.join(', ')}`);
  }
});

export function card(issue: IssueView): string {
  const cards = issue.comments.filter(({ body }) => body.startsWith('<!-- tocsin:card'));
  if (cards.length !== 1) throw new Error(`#${issue.number} has ${cards.length} cards`);
  return visible(cards[0]!.body);
}

/** The comments that told people something, as they read, oldest first. */
export function notices(issue: IssueView): string[] {
  return issue.comments.filter(({ body }) => body.startsWith('<!-- tocsin:notice')).map(({ body }) => visible(body));
}

/** What asks nobody to act: what whoever reported an incident hears of it. */
const FOR_INFORMATION = [
  /Thank you, we have your|Nous avons bien reçu|has come in\.|(?:signalement est|demande est) arrivée?\./,
  /(?:Your|This) report is a P\d now|(?:Votre|Ce) signalement est désormais/,
  /Your (?:report is resolved|request is dealt with)|Votre (?:signalement est résolu|demande est traitée)/,
];

/** What people are asked to do, comment by comment: the notices without what whoever reported it is told. */
export function asks(issue: IssueView): string[] {
  return notices(issue).filter((body) => !FOR_INFORMATION.some((it) => it.test(body.split('\n', 1)[0]!)));
}

/** The logins of those who are asked, comment by comment, oldest first, each once. */
export function told(issue: IssueView): string[][] {
  return asks(issue).map(mentioned);
}

/** The logins that a text mentions, each once. */
export function mentioned(body: string): string[] {
  return [...new Set([...body.replace(/`[^`\n]*`/g, '').matchAll(/@([\w-]+)/g)].map((match) => match[1]!))];
}

/** All that stands on an issue: its text and its comments. */
export function whole({ body, comments }: IssueView): string {
  return [body, ...comments.map((it) => it.body)].join('\n');
}

export function visible(body: string): string {
  return body.replace(/^<!--.*-->\n/, '');
}
