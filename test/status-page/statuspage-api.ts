import { z } from 'zod';

/* The files of Statuspage's public v2 API, as https://metastatuspage.com/api documents them and githubstatus.com serves them. */

const id = z.string().regex(/^[0-9a-z]{12}$/);
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)$/);
const componentStatus = z.enum([
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
]);

const page = z.strictObject({ id, name: z.string(), url: z.url(), time_zone: z.string(), updated_at: time });

const status = z.strictObject({
  indicator: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
  description: z.enum([
    'All Systems Operational',
    'Service Under Maintenance',
    'Partially Degraded Service',
    'Degraded System Service',
    'Minor Service Outage',
    'Partial System Outage',
    'Major System Outage',
  ]),
});

const component = z.strictObject({
  id,
  name: z.string(),
  status: componentStatus,
  created_at: time,
  updated_at: time,
  position: z.int().positive(),
  description: z.string().nullable(),
  showcase: z.boolean(),
  start_date: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .nullable(),
  group_id: id.nullable(),
  page_id: id,
  group: z.boolean(),
  only_show_if_degraded: z.boolean(),
  components: z.array(id).optional(),
});

const common = {
  id,
  name: z.string(),
  created_at: time,
  updated_at: time,
  monitoring_at: time.nullable(),
  resolved_at: time.nullable(),
  shortlink: z.url(),
  started_at: time,
  page_id: id,
  components: z.array(component),
  reminder_intervals: z.null(),
};

const update = <Status extends z.ZodType>(stage: Status) =>
  z.strictObject({
    id,
    status: stage,
    body: z.string().max(25_000),
    incident_id: id,
    created_at: time,
    updated_at: time,
    display_at: time,
    affected_components: z
      .array(z.strictObject({ code: id, name: z.string(), old_status: componentStatus, new_status: componentStatus }))
      .nullable(),
    deliver_notifications: z.boolean(),
    custom_tweet: z.null(),
    tweet_id: z.null(),
  });

const stage = z.enum(['investigating', 'identified', 'monitoring', 'resolved', 'postmortem']);
const incident = z.strictObject({
  ...common,
  status: stage,
  impact: z.enum(['none', 'minor', 'major', 'critical']),
  incident_updates: z.array(update(stage)).min(1),
});

const maintenanceStage = z.enum(['scheduled', 'in_progress', 'verifying', 'completed']);
const maintenance = z.strictObject({
  ...common,
  status: maintenanceStage,
  impact: z.literal('maintenance'),
  incident_updates: z.array(update(maintenanceStage)).min(1),
  scheduled_for: time,
  scheduled_until: time,
});

const incidents = z.strictObject({ page, incidents: z.array(incident).max(50) });
const maintenances = z.strictObject({ page, scheduled_maintenances: z.array(maintenance).max(50) });

/** What each file must be, by its path below `api/v2/`. */
export const API = {
  'status.json': z.strictObject({ page, status }),
  'components.json': z.strictObject({ page, components: z.array(component) }),
  'summary.json': z.strictObject({
    page,
    components: z.array(component),
    incidents: z.array(incident).max(50),
    scheduled_maintenances: z.array(maintenance).max(50),
    status,
  }),
  'incidents.json': incidents,
  'incidents/unresolved.json': incidents,
  'scheduled-maintenances.json': maintenances,
  'scheduled-maintenances/upcoming.json': maintenances,
  'scheduled-maintenances/active.json': maintenances,
} as const;
