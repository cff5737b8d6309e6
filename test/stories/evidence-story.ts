import type { Stage } from '../../src/rehearsal/stage.ts';
import { MINUTE, stageOf, visible } from '../support/stage.ts';

/** What people read on the record of #1, which its post-mortem, #2, carries. */
export const record = ({ hub }: Stage): string =>
  visible(hub.issue(2).comments.find(({ body }) => body.startsWith('<!-- tocsin:record'))?.body ?? '');
/** What the record has of evidence, without the legend. */
export const evidence = (stage: Stage): string[] =>
  record(stage)
    .split('\n')
    .filter((line) => line.startsWith('- ') && line.includes('🚀'))
    .map((line) => line.replace(/^- \*\*([^*]+)\*\* /, '$1 ').replace(/ \(\[↗\].*/, ''));
export const asked = ({ hub }: Stage): number =>
  hub.requests.filter(({ operationName }) => operationName === 'Rockets').length;

export interface Told {
  readonly stage: Stage;
  /** The comments, by their first word. */
  readonly comments: Readonly<Record<'it' | 'logs' | 'pool' | 'thanks' | 'relief', number>>;
}

/** An incident that people talk about in each of its states; `choose` is what they mark before it is resolved. */
export async function story(
  choose: (told: Told) => void = () => undefined,
  options: Parameters<typeof stageOf>[0] = {},
): Promise<Told> {
  const stage = await stageOf(options);
  const { hub } = stage;
  const says = (login: string, body: string): number => {
    hub.clock.advance(5 * MINUTE);
    return hub.as(login).comment(1, body).databaseId;
  };
  hub.as('nora').openIssue({ title: 'Checkout is down' });
  hub.as('bob').label(1, 'P0');
  await stage.react();
  const it = says('nora', 'it began with @alice’s deploy <!-- hidden -->');
  says('alice', '/ack');
  await stage.react();
  const logs = says('nora', 'logs show `timeouts`');
  const relief = says('alice', '/workaround use the other door');
  const pool = says('grace', 'pool of connections is empty');
  await stage.react();
  const told: Told = { stage, comments: { it, logs, pool, relief, thanks: 0 } };
  choose(told);
  says('alice', '/resolve a bad deploy');
  await stage.react();
  const thanks = says('nora', 'thanks, it works');
  await stage.react();
  return { stage, comments: { ...told.comments, thanks } };
}
