import * as z from 'zod';
import { COMMAND_NAMES } from '../capabilities/commands.ts';
import { list, map, named, not, oneOf, text } from './expect.ts';
import { MINUTE } from '../calendar/length.ts';
import { DAY_KEYS } from './hours.ts';
import type { DayKey } from './hours.ts';
import { heartbeat } from './heartbeat.ts';
import { isInstant } from './instant.ts';
import { CAUSE, LOGIN, NAME, UNHEARD, wrongCause, wrongLogin, wrongRepositoryRole } from './names.ts';
import { notifiers } from './notifiers.ts';
import { CLOCKS } from '../capabilities/policy.ts';
import { LEVELS } from '../model/level.ts';
import { PRIORITIES } from '../model/priority.ts';
import type { TriageSubject } from '../capabilities/policy.ts';
import { schedules } from './schedules.ts';
import { parseThreshold, THRESHOLD } from './threshold.ts';
import { date, duration, label, line, name, openHours, reference, wallTime, zone } from './values.ts';
import { either, quote } from './wording.ts';

/*
 * The shape of the policy file: the one source of its checks, its JSON Schema for editors and its documentation.
 * What needs more than one value (do the names exist, do the times fit) is checked where the policy is resolved.
 */

const dayKeys = Object.fromEntries(DAY_KEYS.map((key) => [key, openHours.optional()])) as Record<
  DayKey,
  z.ZodOptional<typeof openHours>
>;

export const calendar = map(
  'a calendar',
  {
    ...dayKeys,
    timezone: zone
      .optional()
      .describe('IANA name of the zone that its hours are in; the time zone of the policy if none.'),
    holidays: z
      .union(
        [
          text('a country', 'e.g. FR', (value) =>
            /^[A-Z]{2}(?:-[A-Z0-9]+)*$/i.test(value)
              ? undefined
              : `${quote(value)} is not the code of a country; expected e.g. FR, DE-BY or a list of dates`,
          ),
          list(date, 'a list of dates', 'is empty; expected dates, or leave it out'),
        ],
        { error: not('a country or a list of dates', 'e.g. FR or [2026-12-25]') },
      )
      .optional()
      .describe(
        'Days on which it stays closed: the public holidays of a country (`FR`) or region (`DE-BY`), or a list of dates.',
      ),
    exceptions: named('exceptions', '{ 2026-12-24: closed }', date, openHours)
      .optional()
      .describe('Single dates that differ: `2026-12-24: closed`, or other hours. They beat holidays.'),
  },
  ['mon', 'mon-fri', 'sat-mon', 'timezone', 'holidays', 'exceptions'],
);

const clock = z
  .union(
    [
      duration,
      map('a target', {
        within: duration.describe('How long it may take.'),
        calendar: reference('a calendar').describe('The calendar to measure on: one of `calendars`, or `always`.'),
        day: oneOf('a meaning of business days', ['same-time', 'end-of-day', '24-hours', 'standard-day'])
          .optional()
          .describe(
            'What N business days are: the same time on the Nth open day (`same-time`, the default), its last closing (`end-of-day`), N times 24 open hours (`24-hours`), or N times the hours of a usual day (`standard-day`).',
          ),
      }),
    ],
    { error: not('a target', 'a duration such as 30m, or { within: 2h, calendar: NAME }') },
  )
  .meta({
    id: 'target',
    description: 'A duration around the clock such as `30m`, or one on a calendar: `{ within: 2h, calendar: NAME }`.',
  });

const postMortem = z
  .union(
    [
      z.boolean(),
      map('a post-mortem', {
        draft: duration.optional().describe('Within which the draft is due after the resolution; `3d` if left out.'),
        review: duration.optional().describe('Within which the review is due after the resolution; `5d` if left out.'),
        calendar: reference('a calendar').optional().describe('The calendar of both; `office` if left out.'),
        approver: reference('a role').optional().describe('The role that approves it.'),
      }),
    ],
    { error: not('a post-mortem', 'true, false or { draft: 3d, review: 5d, calendar: NAME }') },
  )
  .describe('Whether a resolved incident gets a post-mortem, and by when. A P0 always gets one.');

const priority = map('a priority', {
  name: line('a name').optional().describe('What people call it.'),
  label: label.optional().describe('The label that carries it; its own id (`P0`) if left out.'),
  criteria: list(line('a criterion'), 'a list of criteria', 'is empty; expected criteria, or leave it out')
    .optional()
    .describe('What makes an incident one of this priority, for those who assess.'),
  acknowledge: clock.optional().describe('By when somebody must have taken the incident on.'),
  workaround: clock.optional().describe('By when users must be able to work again, be it by a detour.'),
  restore: clock.optional().describe('By when lost data must be back.'),
  resolve: clock.optional().describe('By when it must be resolved.'),
  'update-every': clock
    .optional()
    .describe('How long the public may wait for an update; starts again at each `/update`.'),
  'no-progress': clock
    .optional()
    .describe(
      'How long nothing may move: no command, no comment of an assignee, no label or assignment set by a person.',
    ),
  escalation: reference('an escalation policy')
    .optional()
    .describe('The escalation policy to follow; nobody is paged without one.'),
  category: oneOf('a need for a category', ['required', 'optional'])
    .optional()
    .describe(
      'Whether an incident of it must carry a category; left out, `required` for P0 and P1 if there are any, besides confidential ones.',
    ),
  'post-mortem': postMortem.optional(),
}).meta({ id: 'priority', description: 'Targets, escalation and post-mortem of a priority.' });

const wrongRunbook = (value: string) =>
  value.trim() === '' || /[\s<>()]|^(?!https?:)[a-z][a-z\d+.-]*:/i.test(value)
    ? `${quote(value)} is neither a path in the repository nor a web address; expected e.g. docs/network.md`
    : undefined;

const flag = z.boolean({ error: not('true or false', 'true or false') });

/** A name that stands on one side of the slash in `category/subcategory`. */
const part = (noun: string, without: string) =>
  text(
    noun,
    '',
    (value) => {
      if (value.trim() === '') return `is blank; expected ${noun}`;
      return value.includes('/') ? `${quote(value)} has a slash; expected ${without}` : undefined;
    },
    '^[^/]*$',
  );
const categoryPart = (noun: string) => part(noun, 'a name without one, e.g. { name: dns, subcategories: [resolver] }');
const subcategoryPart = (noun: string) => part(noun, 'its name without that of the category');

const subcategory = z.union(
  [
    subcategoryPart('a subcategory'),
    map('a subcategory', {
      name: subcategoryPart('a name').describe('What people call it.'),
      label: label.optional().describe('The label that carries it; `CATEGORY/NAME` if left out.'),
    }),
  ],
  { error: not('a subcategory', 'a name, or a map with name, label', () => true) },
);

const categoryMap = map('a category', {
  name: categoryPart('a name').describe('What people call it.'),
  label: label.optional().describe('The label that carries it; its name if left out.'),
  owner: reference('a role').optional().describe('The role that looks after it.'),
  runbook: text('a path or an address', 'e.g. docs/network.md', wrongRunbook)
    .optional()
    .describe('Path in the repository, or address, of what to do.'),
  subcategories: list(subcategory, 'a list of subcategories', 'is empty; expected names, or leave it out')
    .optional()
    .describe('What it divides into: names, or maps with name and label.'),
  confidential: flag
    .optional()
    .describe('Whether only its owner is told of its incidents, and nothing of them repeated; `false` if left out.'),
});
const category = z.union([categoryPart('a category'), categoryMap], {
  error: not(
    'a category',
    'a name, or a map with name, label, owner, runbook, subcategories, confidential',
    () => true,
  ),
});

const login = text('a login', 'e.g. alice', wrongLogin, LOGIN.source);
const nobody = 'has no people: a role needs at least one login';
const people = z.union(
  [
    login,
    list(login, 'a list of logins', nobody),
    map('a role', {
      schedule: reference('a schedule').describe('The schedule of `schedules` that fills it: whoever is on call.'),
    }),
  ],
  {
    error: (fault) =>
      fault.input === null
        ? nobody
        : not('a login, a list of logins or a schedule', 'e.g. [alice, bob] or { schedule: NAME }', (value) =>
            LOGIN.test(value),
          )(fault),
  },
);

/** One or more names of roles; `empty` is what is said of a list without any. */
const rolesOr = (empty: string, example: string) =>
  z.union([reference('a role'), list(reference('a role'), 'a list of roles', empty)], {
    error: (fault) => (fault.input === null ? empty : not('a role or a list of roles', example)(fault)),
  });

/** Longer, it would not be read by whoever it is for, and crowd out the rest of the notice. */
const LONGEST_TEXT = 2_000;
const outsideText = text('a text', '', (value) => {
  if (value.trim() === '') return 'is blank; expected a text';
  const length = Array.from(value).length;
  return length > LONGEST_TEXT ? `has ${length} characters; expected at most ${LONGEST_TEXT}` : undefined;
}).meta({ maxLength: LONGEST_TEXT });

const step = map('a step', {
  at: text(
    'a time of a clock',
    'e.g. start, acknowledge due, resolve 75%, resolve due - 30m',
    (value) => {
      const parsed = parseThreshold(value);
      return 'wrong' in parsed ? parsed.wrong : undefined;
    },
    THRESHOLD.source,
  ).describe(
    `When: \`start\`, \`CLOCK due\`, \`CLOCK 75%\`, \`CLOCK due - 30m\` or \`CLOCK due + 1h\`, where CLOCK is ${CLOCKS.join(', ')}. Hours are those of the calendar of the clock.`,
  ),
  notify: rolesOr(UNHEARD, 'e.g. [responder, fallback]')
    .optional()
    .describe(
      'Who is told: roles, or `assignee`, `reporter`, `fallback`. May be left out of a step with `label` or `raise`.',
    ),
  assign: flag.optional().describe('Whether those people are assigned as well; `false` if left out.'),
  label: z
    .union([label, list(label, 'a list of labels', 'is empty; expected labels, or leave it out')], {
      error: not('a label or a list of labels', 'e.g. escalated', () => true),
    })
    .optional()
    .describe('Labels that it puts on the issue, for people and machines outside: one, or a list.'),
  raise: oneOf('a priority', PRIORITIES)
    .optional()
    .describe('The priority to which it raises the incident, unless that is as urgent already.'),
  send: outsideText
    .optional()
    .describe('A text for somebody outside, such as a customer or a provider, that those who are told are to send.'),
  repeat: duration
    .optional()
    .describe('Tell them again every so often, in hours and minutes of the calendar of the clock.'),
  until: oneOf('an end', ['acknowledged', 'resolved'])
    .optional()
    .describe(
      'What ends the step; for `start` and `acknowledge …` an acknowledgement if left out, else the resolution.',
    ),
}).meta({
  id: 'step',
  description: 'One level of an escalation policy.',
  anyOf: [{ required: ['notify'] }, { required: ['label'] }, { required: ['raise'] }],
});

const labelNames = map('a map of labels', {
  'needs-assessment': label.optional().describe('On an incident whose priority nobody has set.'),
  'needs-information': label.optional().describe('On an incident whose report lacks facts that it must have.'),
  mitigated: label.optional().describe('On an incident whose impact has ended; setting it says so.'),
  resolved: label.optional().describe('On an incident that is resolved; setting it resolves.'),
  breached: label.optional().describe('On an incident that has missed a target.'),
  'post-mortem': label.optional().describe('On the issue of a post-mortem.'),
  'on-call': label.optional().describe('On the issue that publishes who is on call.'),
});

const service = map('a service', {
  'downtime-per-incident': duration
    .optional()
    .describe('The longest downtime that one incident may cause, around the clock.'),
});

const source = z.union(
  [
    map('a source', {
      level: z
        .literal(LEVELS, { error: not('a level of support', either(LEVELS.map(String))) })
        .optional()
        .describe('The level of support on which its incidents land: 1, 2 or 3; 1 if left out.'),
    }),
    z.null(),
  ],
  { error: not('a source', 'e.g. { level: 2 }, or nothing') },
);

const causeName = text('the name of a cause', 'e.g. overload', wrongCause, '^\\S{1,50}$');
const cause = z.union(
  [
    causeName,
    z
      .record(
        causeName,
        map('an attribution', { 'attributable-to': line('a name').describe('To whom or what it is attributable.') }),
        { error: not('a cause', 'a name, or { NAME: { attributable-to: TEXT } }', () => true) },
      )
      .refine((value) => Object.keys(value).length === 1, {
        error: ({ input }) =>
          `has ${Object.keys(input as object).length} names; expected one, { NAME: { attributable-to: TEXT } }`,
      })
      .meta({ minProperties: 1, maxProperties: 1 }),
  ],
  { error: not('a cause', 'a name, or { NAME: { attributable-to: TEXT } }', (value) => CAUSE.test(value)) },
);

const searched = text('a text', '', (value) =>
  /[\p{L}\p{N}]/u.test(value) ? undefined : `${quote(value)} has no word to look for; expected e.g. data lost`,
);
const texts = z
  .union([searched, list(searched, 'a list of texts', 'is empty; expected texts to look for')], {
    error: not('a text or a list of texts', 'e.g. [data lost, data altered]', () => true),
  })
  .meta({
    id: 'texts',
    description: 'Texts of which one must be in it as whole words; capitals and accents make no difference.',
  });

const subjects = {
  title: texts.optional().describe('The title of the issue.'),
  originator: texts.optional().describe('Who or what noticed it.'),
  customers: texts.optional().describe('The customers affected.'),
  system: texts.optional().describe('The system and host.'),
  scope: texts.optional().describe('The scope of the impact.'),
  impact: texts.optional().describe('The type of impact.'),
  category: texts.optional().describe('The category that the report names.'),
  data: texts.optional().describe('What the report says about data.'),
  source: texts.optional().describe('The way in which it came to be known.'),
  severity: texts.optional().describe('How severe it is, as the report says.'),
} satisfies Record<Exclude<TriageSubject, 'time'>, unknown>;

const rule = map('a rule', {
  if: map('conditions', subjects)
    .refine((conditions) => Object.keys(conditions).length > 0, {
      // Keys that are unknown have been reported by themselves.
      when: ({ issues }) => issues.length === 0,
      error: 'is empty: this rule would hold for every report; expected e.g. { impact: data lost }',
    })
    .describe('Facts of the report, or its title, with the texts to look for. All of them must hold.')
    .meta({ minProperties: 1 }),
  priority: oneOf('a priority', PRIORITIES).optional().describe('The priority that it proposes.'),
  category: reference('a category').optional().describe('The category that it proposes, or `category/subcategory`.'),
  quick: flag.optional().describe('Whether it can foreseeably be treated within `quick-path`.'),
  apply: flag
    .optional()
    .describe(
      'Whether priority and category are set, not only proposed, where somebody entitled or a monitoring system reports; `false` if left out.',
    ),
}).meta({ id: 'rule', description: 'What the facts of a report lead to.' });

const assistance = map('assistance', {
  name: line('a name').optional().describe('What people call it; `Request for assistance` if left out.'),
  label: label.optional().describe('The label that makes an issue a request for assistance; `assistance` if left out.'),
  acknowledge: clock.optional().describe('By when somebody must have taken the request on.'),
  resolve: clock.optional().describe('By when it must be answered.'),
  escalation: reference('an escalation policy')
    .optional()
    .describe('The escalation policy to follow; nobody is paged without one.'),
});

const alerts = map('a map of alerts', {
  key: oneOf('a way to tell alerts apart', ['group', 'alert'])
    .optional()
    .describe(
      'What makes alerts one incident: the group that the monitoring system has put them in (`group`, the default), or each alert by itself (`alert`).',
    ),
  hold: wallTime('5m', 24, 0)
    .optional()
    .describe(
      'How long an alert must last before anybody is told, in hours and minutes around the clock; `0m` if left out.',
    ),
  recovery: oneOf('an effect of a recovery', ['record', 'resolve', 'close'])
    .optional()
    .describe(
      'What a recovery does: it is only recorded (`record`, the default), it resolves the incident, or it resolves and closes it.',
    ),
  'reopen-within': wallTime('4h', 6 * 7 * 24, 0)
    .optional()
    .describe(
      'How long after its end an incident is opened again by its alert, in hours and minutes around the clock; `4h` if left out. Later a new one is opened.',
    ),
});

const repositoryRoles = (lock: string) =>
  list(
    text('a role in a repository', 'e.g. write', wrongRepositoryRole),
    'a list of roles in a repository',
    `is empty: nobody could ${lock}; expected e.g. [admin, maintain, write, triage]`,
  );

const commands = map(
  'a map of commands',
  Object.fromEntries(
    COMMAND_NAMES.map((command) => [
      command,
      repositoryRoles('use it').optional().describe(`Roles in the repository whose holders may use \`/${command}\`.`),
    ]),
  ),
);

const onCall = map('a map of on-call', {
  publish: flag
    .optional()
    .describe(
      'Whether who is on call is published in an issue, and people are told there when their shift begins; `false` if left out.',
    ),
});

const priorityHelp = (id: string, what: string) =>
  priority.optional().describe(`${id}: ${what} Left out of the section, it has its label and no clock.`);

/** The whole file. */
export const policyFile = map('a policy', {
  language: oneOf('a language', ['en', 'fr'])
    .optional()
    .describe('The language of all that Tocsin writes: `en` or `fr`.'),
  timezone: zone
    .optional()
    .describe('IANA name of the zone in which people read times, and of calendars that name none.'),
  calendars: named('calendars', '{ office: { mon-fri: 09:00-17:00 } }', name('a calendar', ['always']), calendar)
    .optional()
    .describe(
      'Opening hours by name; `always` is there without being defined. The built-in priorities keep the built-in `office` unless there is one here.',
    ),
  priorities: map('a map of priorities', {
    P0: priorityHelp('P0', 'the most urgent.'),
    P1: priorityHelp('P1', 'urgent.'),
    P2: priorityHelp('P2', 'ordinary.'),
    P3: priorityHelp('P3', 'the least urgent, and what nobody has assessed.'),
  })
    .optional()
    .describe('Targets, escalation and post-mortem of each priority.'),
  categories: z
    .array(category, { error: not('a list of categories', 'e.g. [network, dns]') })
    .optional()
    .describe('What incidents are about.'),
  sources: named('sources', '{ pager: { level: 2 } }', name('a source', []), source)
    .optional()
    .describe('The ways in which incidents come to be known, by name, with the level of support on which each lands.'),
  causes: named(
    'causes',
    '{ extrinsic: [overload, { lapsed-contract: { attributable-to: operator } }] }',
    name('a group of causes', []),
    list(cause, 'a list of causes', 'is empty; expected at least one cause'),
  )
    .optional()
    .describe('The taxonomy of causes: by group, the names that `/resolve` takes.'),
  'quick-path': wallTime('10m', 24, MINUTE)
    .optional()
    .describe(
      'How long treatment on the quick path may take, in hours and minutes around the clock; there is no such path if left out.',
    ),
  triage: list(rule, 'a list of rules', 'is empty; expected rules, or leave it out')
    .optional()
    .describe('What the facts of a report lead to. Of each outcome, the first rule that holds and has it decides.'),
  assistance: assistance
    .optional()
    .describe('Requests for assistance: issues with a label of their own, without priority and post-mortem.'),
  alerts: alerts.optional().describe('What becomes of the alerts of monitoring systems.'),
  roles: named('roles', '{ responder: [alice] }', name('a role', ['assignee', 'reporter', 'fallback', 'owner']), people)
    .optional()
    .describe('Who is who: the logins that fill each role, or the schedule that says who does.'),
  schedules: schedules.optional().describe('On-call schedules by name: who takes turns, and when they change hands.'),
  fallback: text('a login or a role', 'e.g. alice', (value) =>
    NAME.test(value) && !value.includes('/') ? undefined : wrongLogin(value),
  )
    .optional()
    .describe('Who is told when a step reaches nobody: a login, a role, or `owner` for the owner of the repository.'),
  'escalation-policies': named(
    'escalation policies',
    '{ urgent: [{ at: start, notify: assignee }] }',
    name('an escalation policy', []),
    list(step, 'a list of steps', 'is empty; expected at least one step'),
  )
    .optional()
    .describe(
      'By name, the steps in which an incident is brought to more people. The built-in priorities keep the built-in `urgent` and `normal` unless they are here.',
    ),
  notifiers: notifiers.optional(),
  inform: rolesOr('is empty; expected roles, or leave it out', 'e.g. [management, customer-support]')
    .optional()
    .describe('Roles that are told of every change of status of a P0 or P1: one, or a list.'),
  'on-call': onCall.optional().describe('What becomes of the schedules besides filling roles.'),
  heartbeat: heartbeat.optional().describe('Who watches Tocsin itself.'),
  labels: labelNames
    .optional()
    .describe('Names of the labels that Tocsin sets and reads. A label left out keeps its name.'),
  services: named('services', '{ platform: { downtime-per-incident: 10m } }', name('a service', []), service)
    .optional()
    .describe(
      'What the users of each service are promised. An incident concerns the service whose name is one of its labels, or the only one.',
    ),
  pauses: named(
    'pauses',
    '{ waiting-for-customer: [resolve] }',
    label,
    list(oneOf('a clock', CLOCKS), 'a list of clocks', 'is empty; expected the clocks that the label stops'),
  )
    .optional()
    .describe('Labels that stop clocks while they are on an incident: `waiting-for-customer: [workaround, resolve]`.'),
  'on-priority-change': oneOf('a way to go on', ['re-evaluate', 'restart'])
    .optional()
    .describe(
      'What a new priority does to the clocks: measured from the opening with the new target (`re-evaluate`, the default), or from the change (`restart`).',
    ),
  'enforce-from': text('an instant', 'e.g. 2026-11-02 or 2026-11-02T09:00', (value) =>
    isInstant(value) ? undefined : `${quote(value)} is not an instant; expected e.g. 2026-11-02 or 2026-11-02T09:00`,
  )
    .optional()
    .describe(
      'Incidents opened before this are listed and left alone. Without an offset, in the time zone of the policy.',
    ),
  entitled: repositoryRoles('command an incident')
    .optional()
    .describe('Roles in the repository whose holders may command an incident.'),
  commands: commands
    .optional()
    .describe(
      'Commands, without the slash, with the roles in the repository whose holders may use them, where that differs from `entitled`.',
    ),
});

/** The file as it stands after the checks of the schema. */
export type PolicyFile = z.output<typeof policyFile>;
export type CalendarFile = z.output<typeof calendar>;
export type CategoryFile = z.output<typeof categoryMap>;
export type PriorityFile = z.output<typeof priority>;
export type ClockFile = z.output<typeof clock>;
export type PostMortemFile = z.output<typeof postMortem>;
export type StepFile = z.output<typeof step>;
export type Section = keyof PolicyFile;
