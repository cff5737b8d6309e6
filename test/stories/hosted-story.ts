import type { Stage } from '../../src/rehearsal/stage.ts';
import type { Report } from '../../src/run/report.ts';
import { OPEN, type Opened } from '../status-page/hosted/kinds.ts';
import { listening, type FaultName } from '../status-page/hosted/loopback.ts';
import { MINUTE, stageOf } from '../support/stage.ts';
import { PAGE_POLICY } from './status-page-story.ts';

/* A shop whose customers read of incidents on a hosted page, which listens on this machine. */

export type Type = keyof typeof OPEN;

/** The policy with a hosted page of a type, beside what is served or alone. */
export function policyWith({ target }: Opened, isAlone: boolean): string {
  const { type, page } = target;
  const place = type === 'cstate' ? `repo: ${page}` : `page: ${page}`;
  const names = `checkout: ${target.components.checkout!}, api: ${target.components.api!}`;
  return `${PAGE_POLICY}  to: [${isAlone ? '' : 'pages, '}{ type: ${type}, ${place}, token: TOKEN, components: { ${names} } }]\n`;
}

export interface Shop {
  readonly stage: Stage;
  readonly opened: Opened;
  /** What the requests of the next runs meet. */
  readonly meet: (what: (method: string, count: number) => FaultName | null) => void;
  /** Builds the page and tells it. */
  readonly tell: () => Promise<Report>;
  /** The paths and methods of all requests so far. */
  readonly asked: () => readonly string[];
  /** Puts a page that was built where it is served. */
  readonly serve: (report: Report) => void;
  readonly close: () => Promise<void>;
  readonly say: (login: string, text: string) => Promise<Report>;
}

/** A shop in which alice has just opened a P1 about the API. */
export async function shopWith(type: Type, { isAlone = false, token = '' } = {}): Promise<Shop> {
  const opened = OPEN[type]();
  let clock = (): number => 0;
  const line = await listening(opened.receiver, () => clock(), token || opened.token);
  let served: string | null = null;
  const look = () => Promise.resolve(served);
  const stage = await stageOf({ policy: policyWith(opened, isAlone), hosted: line.outlet, look });
  let asked = 0;
  // A request a second, as a run that waits has it.
  clock = () => stage.hub.clock.now() + ++asked * 1_000;
  stage.hub.as('alice').openIssue({ title: 'Orders hang on pay-eu-3', labels: ['incident'] });
  stage.hub.as('bob').label(1, 'P1', 'api');
  await stage.react();
  return {
    stage,
    opened,
    meet: (what) => {
      line.restart();
      line.met.meet = what;
    },
    tell: () => stage.sweep({ command: 'site' }),
    asked: () => line.server.seen.map(({ method, path }) => `${method} ${path}`),
    serve: ({ site }) => {
      served = site!.files.get('build.json')!;
    },
    close: () => line.server.close(),
    async say(login, text) {
      stage.hub.clock.advance(MINUTE);
      stage.hub.as(login).comment(1, text);
      return (await stage.react())!;
    },
  };
}
