import { expect } from 'vitest';
import { workshopOf, type Workshop, type WorkshopOptions } from '../support/actions/workshop.ts';
import { HOUR, MINUTE } from '../support/stage.ts';

/* While something is due soon a run looks, and what falls due is acted on within a minute, however late GitHub's schedule is. */

/** A schedule that is late as GitHub's can be. */
const GAP = 65 * MINUTE;
/** When the steps of a P0 fall due that nobody acknowledges, after its opening at the first minute. */
export const STEPS = [15, 180, 240, 300, 420].map((minutes) => (minutes + 1) * MINUTE);

export async function outage(options: WorkshopOptions = {}): Promise<Workshop> {
  const shop = await workshopOf(options);
  for (let at = GAP; at < 24 * HOUR; at += GAP) shop.tick(at);
  shop.act(MINUTE, () => void shop.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] }));
  return shop;
}

/** When somebody was told of an escalation step of an issue, in milliseconds from the start, oldest first; the start of it left out. */
export function told({ hub }: Workshop, issue = 1): number[] {
  const start = Date.UTC(2026, 10, 2, 9);
  return hub
    .issue(issue)
    .comments.filter(({ body }) => /^<!-- tocsin:notice .*"s:urgent:(?!start)/.test(body))
    .map(({ createdAt }) => createdAt - start);
}

export const jobsOf = ({ runner }: Workshop, name: string) => runner.jobs.filter((job) => job.name === name);
export const watches = (shop: Workshop) => jobsOf(shop, 'watch').filter(({ run }) => run.title === 'Tocsin watch');

/** Every run ended as it should: what is skipped costs nothing, and nothing is red or cancelled. */
export function expectQuiet({ runner, hub }: Workshop): void {
  const odd = runner.runs.filter(({ conclusion }) => conclusion === 'failure' || conclusion === 'cancelled');
  expect(odd.map(({ title, event, conclusion }) => `${title} ${event} ${conclusion}`)).toEqual([]);
  expect(hub.unimplemented).toEqual([]);
}
