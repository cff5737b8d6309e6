import { always } from '../calendar/calendar.ts';
import { readAlerts } from './alerts.ts';
import { readAssistance } from './assistance.ts';
import { compileCalendars, properZone } from './calendars.ts';
import { readCategories } from './categories.ts';
import { readCauses } from './causes.ts';
import { parseTime } from './duration.ts';
import { checkUse, readEscalationPolicies } from './escalation.ts';
import { readInstant } from './instant.ts';
import { checkLabels, readLabels } from './labels.ts';
import { readHeartbeat } from './heartbeat.ts';
import { readNotifiers } from './notifiers.ts';
import { readFallback, readInform, readRoles } from './people.ts';
import type { Policy } from '../capabilities/policy.ts';
import { readPriorities } from './priorities.ts';
import { readSchedules } from './schedules.ts';
import type { PolicyFile } from './schema.ts';
import type { Report, Scope, Source } from './scope.ts';
import { readServices } from './services.ts';
import { readSources } from './sources.ts';
import type { Path, Tree } from './tree.ts';
import { find, keysAt, uncut } from './tree.ts';
import { readTriage } from './triage.ts';

/**
 * Puts the sections that the file gives in the place of the built-in ones and resolves every name. `whole` is the file
 * before anything was cut from it, for the names that it means to define. The result counts only if nothing is reported.
 */
export async function resolvePolicy(
  file: PolicyFile,
  builtin: PolicyFile,
  whole: Tree,
  tree: Tree,
  report: Report,
): Promise<Policy> {
  // Cutting shares what it leaves alone.
  const isIntact = (path: Path) => find(whole, uncut(tree, path)) === find(tree, path);
  const source: Source = { report, tree, isIntact };
  const zone = properZone(file.timezone ?? builtin.timezone ?? 'UTC');
  const given = (section: keyof PolicyFile) => find(whole, [section]) !== null;
  const names = (section: 'calendars' | 'roles' | 'schedules' | 'escalation-policies') =>
    given(section) ? keysAt(whole, [section]) : Object.keys(builtin[section] ?? {});

  const builtinCalendars = await compileCalendars(builtin.calendars ?? {}, zone, { ...source, isIntact: () => true });
  const calendars = given('calendars') ? await compileCalendars(file.calendars ?? {}, zone, source) : builtinCalendars;
  const scope: Scope = {
    ...source,
    names: {
      calendars: names('calendars'),
      roles: names('roles'),
      schedules: names('schedules'),
      escalationPolicies: names('escalation-policies'),
    },
    always: always(zone),
    calendars,
    builtinCalendars,
  };
  const schedules = readSchedules(file.schedules ?? {}, zone, report);
  const { roles, rotas } = readRoles(file.roles ?? {}, schedules, scope);
  const publishOnCall = file['on-call']?.publish ?? false;
  if (publishOnCall && scope.names.schedules.length === 0) {
    report(['on-call', 'publish'], 'has no effect: the policy has no schedules', 'key');
  }
  const language = file.language ?? builtin.language ?? 'en';
  const categories = readCategories(file.categories ?? [], scope);
  const ownPriorities = given('priorities');
  const priorities = readPriorities(
    (ownPriorities ? file.priorities : builtin.priorities) ?? {},
    categories,
    scope,
    !ownPriorities,
    language,
  );

  const assistance = file.assistance === undefined ? null : readAssistance(file.assistance, scope, language);

  const builtinEscalation = readEscalationPolicies(builtin['escalation-policies'] ?? {}, roles, scope);
  const ownEscalation = readEscalationPolicies(file['escalation-policies'] ?? {}, roles, scope);
  checkUse(ownEscalation, priorities, assistance, scope);
  // The built-in priorities keep the built-in policies that a section of the file does not define anew.
  const kept = given('escalation-policies') && ownPriorities ? new Map<string, never>() : builtinEscalation;

  const labels = readLabels(file.labels ?? {});
  const pauses = Object.entries(file.pauses ?? {});
  checkLabels(
    labels,
    priorities,
    categories,
    assistance,
    pauses.map(([label]) => label),
    file['escalation-policies'] ?? {},
    source,
  );

  const quickPath = file['quick-path'];
  return {
    language,
    zone,
    calendars: new Map([...calendars, ['always', scope.always]]),
    priorities,
    categories,
    roles,
    fallback: readFallback(file.fallback ?? builtin.fallback ?? 'owner', roles, scope),
    schedules,
    rotas,
    notifiers: readNotifiers(file.notifiers ?? {}, report),
    inform: readInform(file.inform ?? [], roles, scope),
    rights: new Map(Object.entries(file.commands ?? {}).flatMap(([name, who]) => (who ? [[name, who]] : []))),
    heartbeat: readHeartbeat(file.heartbeat ?? {}),
    publishOnCall,
    escalationPolicies: new Map([...kept, ...ownEscalation]),
    labels,
    services: readServices(file.services ?? {}, scope),
    sources: readSources(file.sources ?? {}, report),
    causes: readCauses(file.causes ?? {}, report),
    quickPath: quickPath === undefined ? null : { ms: parseTime(quickPath) ?? 0, text: quickPath },
    triage: readTriage(file.triage ?? [], categories, given('quick-path'), scope),
    assistance,
    alerts: readAlerts(file.alerts ?? {}),
    pauses: new Map(pauses),
    onPriorityChange: file['on-priority-change'] ?? 're-evaluate',
    enforceFrom: file['enforce-from'] === undefined ? null : readInstant(file['enforce-from'], zone),
    entitled: file.entitled ?? builtin.entitled ?? [],
  };
}
