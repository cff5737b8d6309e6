import type { ElementContent } from 'hast';
import type { Instant } from '../../calendar/calendar.ts';
import { addressCodeOf, fileOf, urlOf } from '../address.ts';
import type { Board } from '../board.ts';
import { harmsAt, isOpen } from '../condition.ts';
import { plainOf } from '../html/prose.ts';
import type { Condition, Harm, PublicIncident, PublicMaintenance, PublicUpdate } from '../page.ts';
import type { ApiComponent } from './component.ts';
import { timestamp } from './timestamp.ts';

/** What an incident's harm is called there: https://support.atlassian.com/statuspage/docs/top-level-status-and-incident-impact-calculations/ */
export const API_IMPACT: Readonly<Record<Harm, string>> = {
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
};

/** What stands in the files besides the page itself: the board and its components as they are written there. */
export interface Api {
  readonly board: Board;
  readonly components: readonly ApiComponent[];
}

/** An incident as Statuspage's public v2 API has it. */
export function apiIncident(api: Api, incident: PublicIncident) {
  const { updates } = incident;
  const at = (stage: string): Instant | null => updates.findLast((update) => update.stage === stage)?.at ?? null;
  const conditionAt = (time: Instant): Condition => (harmsAt(incident, time) ? incident.harm : 'operational');
  return {
    ...common(api, 'incident', incident, incident.stage, conditionAt),
    monitoring_at: stamp(api, at('monitoring')),
    // One that was opened again is not resolved.
    resolved_at: stamp(api, isOpen(incident) ? null : at('resolved')),
    impact: API_IMPACT[incident.harm],
    started_at: timestamp(api.board.page, incident.from),
  };
}

/** A maintenance as that API has it. It has no word for one that was called off, which is as good as completed. */
export function apiMaintenance(api: Api, maintenance: PublicMaintenance) {
  const { from, to, begunAt, endedAt, stage } = maintenance;
  const { page } = api.board;
  const conditionAt = (time: Instant): Condition =>
    begunAt !== null && begunAt <= time && (endedAt === null || time < endedAt) ? 'under_maintenance' : 'operational';
  const told = { ...maintenance, updates: maintenance.updates.map((it) => ({ ...it, stage: stageOf(it.stage) })) };
  return {
    ...common(api, 'maintenance', told, stageOf(stage), conditionAt),
    monitoring_at: null,
    resolved_at: stamp(api, endedAt),
    impact: 'maintenance',
    started_at: timestamp(page, begunAt ?? from),
    scheduled_for: timestamp(page, from),
    scheduled_until: timestamp(page, to),
  };
}

function stageOf(stage: PublicMaintenance['stage']): string {
  return stage === 'cancelled' ? 'completed' : stage;
}

interface Told {
  readonly id: string;
  readonly title: PublicIncident['title'];
  readonly components: readonly string[];
  readonly updates: readonly PublicUpdate<string>[];
}

function common(
  { board: { page, prose }, components }: Api,
  kind: 'incident' | 'maintenance',
  { id, title, components: ids, updates }: Told,
  status: string,
  conditionAt: (at: Instant) => Condition,
) {
  const code = addressCodeOf(kind, id);
  const codes = new Set(ids.map((component) => addressCodeOf('component', component)));
  const affected = components.filter((component) => codes.has(component.id));
  const changedAt = Math.max(...updates.map(({ at, correctedAt }) => correctedAt ?? at));
  const told = updates.map((update, i) => {
    const before = updates[i - 1];
    return {
      id: addressCodeOf('update', kind, id, update.id),
      status: update.stage,
      body: bodyOf(prose(update.text[page.languages[0]!])),
      incident_id: code,
      created_at: timestamp(page, update.at),
      updated_at: timestamp(page, update.correctedAt ?? update.at),
      display_at: timestamp(page, update.at),
      affected_components: affected.map(({ id: component, name }) => ({
        code: component,
        name,
        old_status: before ? conditionAt(before.at) : 'operational',
        new_status: conditionAt(update.at),
      })),
      deliver_notifications: true,
      custom_tweet: null,
      tweet_id: null,
    };
  });
  return {
    id: code,
    name: title[page.languages[0]!],
    status,
    created_at: timestamp(page, updates[0]!.at),
    updated_at: timestamp(page, changedAt),
    shortlink: urlOf(page, fileOf(kind, id)),
    page_id: addressCodeOf('page', page.id),
    incident_updates: told.reverse(),
    components: affected,
    reminder_intervals: null,
  };
}

function stamp({ board }: Api, at: Instant | null): string | null {
  return at === null ? null : timestamp(board.page, at);
}

/** A text as a body of Statuspage: escaped, its lines parted by breaks. */
function bodyOf(prose: readonly ElementContent[]): string {
  return plainOf(prose)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\n+/g, '<br />');
}
