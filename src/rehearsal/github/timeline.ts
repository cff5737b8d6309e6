import {
  freshId,
  present,
  type Account,
  type HubEvent,
  type StoredIssue,
  type TimelineItem,
  type World,
} from './state.ts';

/** Writes down in the issue's timeline that something happened to it, now. */
export function record(world: World, issue: StoredIssue, actor: Account, happening: HubEvent): void {
  const at = present(world);
  const event: TimelineItem = { ...freshId(world, 'EV'), issue, actor, createdAt: at, ...happening };
  issue.timeline.push(event);
  issue.updatedAt = at;
  world.nodes.set(event.id, event);
}
