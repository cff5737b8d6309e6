import { groupedAlerts } from '../../../intake/grouped.ts';
import { messageOf } from '../../../model/error.ts';
import type { StatusPagePolicy } from '../../../capabilities/status-page/policy.ts';
import { idOf } from '../../../capabilities/status-page/project.ts';
import type { StatusPage } from '../../../status-page/page.ts';
import { HOSTED } from '../../../status-page/hosted/kinds.ts';
import type { HostedTarget } from '../../../status-page/hosted/target.ts';
import { hostedWantedOf } from '../../../status-page/hosted/wanted.ts';
import type { Run } from '../../context.ts';
import { carryOutOnHost } from './carry-out.ts';
import { HostedError, openLine } from './line.ts';
import { outletWords, hostedWhyOf } from './words.ts';

/**
 * Brings each hosted page of the policy to what the status page shows; `gone` has the ids of incidents that are not for the public. What fails
 * is told on the report, and holds up no other page. Whether one of them is behind for a reason that may pass.
 */
export async function publishTo(
  run: Run,
  policy: StatusPagePolicy,
  page: StatusPage,
  gone: ReadonlySet<string>,
): Promise<boolean> {
  const keyOf = new Map(policy.components.map(({ key }) => [idOf(run.repository, 'component', key), key]));
  // A limit is one of a token: those of one token come one after the other.
  const groups = groupedAlerts(policy.to.hosted, ({ token }) => token);
  const isBehind = await Promise.all(
    [...groups.values()].map(async (targets) => {
      let isAny = false;
      for (const target of targets)
        isAny = (await bring(run, target, hostedWantedOf(page, target, keyOf, gone))) || isAny;
      return isAny;
    }),
  );
  return isBehind.some(Boolean);
}

/** Whether the page is behind for a reason that may pass. */
async function bring(run: Run, target: HostedTarget, wanted: ReturnType<typeof hostedWantedOf>): Promise<boolean> {
  const { report, hosted } = run;
  const kind = HOSTED[target.type];
  const { language } = run.policy;
  const words = outletWords[language];
  const fail = (why: string): void =>
    void report.failures.push({ issue: null, message: words.failed(kind.title, target.page, why) });
  const token = (hosted!.env[target.token] ?? '').trim();
  if (!/^[\x21-\x7e]+$/.test(token)) {
    fail(token === '' ? words.noToken(target.token) : words.wrongToken(target.token));
    return false;
  }
  try {
    await carryOutOnHost(kind, wanted, target, openLine(kind, hosted!, token, run));
    return false;
  } catch (error) {
    if (error instanceof HostedError) {
      fail(hostedWhyOf(error.trouble, { target, title: kind.title, token, language }));
      return error.isPassing;
    }
    // What a service answers is nobody's to repeat unseen.
    fail(isOfShape(error) ? words.strange(kind.title) : messageOf(error));
    return false;
  }
}

/** Whether an answer was of another shape than the service documents. */
function isOfShape(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'issues' in error;
}
