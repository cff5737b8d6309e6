import * as z from 'zod/mini';
import type { Step } from '../../model/escalation.ts';
import { PRIORITIES } from '../../model/priority.ts';
import { parseDuration, writeTime } from '../../policy/duration.ts';
import { HOUR } from '../../calendar/length.ts';
import { hinted, list, map, not, oneOf, text } from '../../policy/expect.ts';
import { key, required } from '../../policy/keys.ts';
import type { Scope } from '../../policy/section.ts';
import type { Path } from '../../policy/tree.ts';
import { durationValue, flag, labelName } from '../../policy/values.ts';
import { either, quote } from '../../policy/wording.ts';
import { CLOCKS, type ClockName } from '../clocks/table.ts';
import { rolesOr, wrongRole } from '../people/reference.ts';
import { parseThreshold, THRESHOLD } from './threshold.ts';

export type EscalationStep = Step<ClockName>;
export type EscalationPolicies = ReadonlyMap<string, readonly EscalationStep[]>;

/** Who can be notified without a role: they exist in every incident. */
const AUDIENCES = ['assignee', 'reporter', 'fallback'] as const;

/** What is wrong with a step that tells nobody, unless it does something else. */
const UNHEARD = `nobody receives this step; expected ${either(['a role', ...AUDIENCES])}`;

/** Longer, it would not be read by whoever it is for, and crowd out the rest of the notice. */
const LONGEST_TEXT = 2_000;
const outsideText = hinted(
  text('a text', '', (value) => {
    if (value.trim() === '') return 'is blank; expected a text';
    const length = Array.from(value).length;
    return length > LONGEST_TEXT ? `has ${length} characters; expected at most ${LONGEST_TEXT}` : undefined;
  }),
  { maxLength: LONGEST_TEXT },
);

/** A step as the file has it. */
export const step = hinted(
  map('a step', {
    at: required(
      text(
        'a time of a clock',
        'e.g. start, acknowledge due, resolve 75%, resolve due - 30m',
        (value) => {
          const parsed = parseThreshold(value);
          return 'wrong' in parsed ? parsed.wrong : undefined;
        },
        THRESHOLD.source,
      ),
      {
        takes: '[time of a clock](#escalation-policies)',
        meaning: `When the step falls due: \`start\`, \`CLOCK due\`, \`CLOCK 75%\`, \`CLOCK due - 30m\` or \`CLOCK due + 1h\`, where CLOCK is ${CLOCKS.join(', ')}. Hours are those of the calendar of the clock.`,
      },
    ),
    notify: key(rolesOr(UNHEARD, 'e.g. [responder, fallback]'), {
      takes: 'a name, or a list of names',
      meaning:
        'Who is told: roles, or the audiences `assignee`, `reporter`, `fallback`. May be left out of a step with `label` or `raise`.',
    }),
    assign: key(flag, {
      default: '`false`',
      meaning: 'Whether those people are assigned as well. That acknowledges nothing.',
    }),
    label: key(
      z.union([labelName, list(labelName, 'a list of labels', 'is empty; expected labels, or leave it out')], {
        error: not('a label or a list of labels', 'e.g. escalated', () => true),
      }),
      {
        takes: 'a label, or a list of labels',
        meaning: 'Labels that it puts on the issue, for people and machines outside.',
      },
    ),
    raise: key(oneOf('a priority', PRIORITIES), {
      takes: '`P0` to `P3`',
      meaning: 'The priority to which it raises the incident, unless that is as urgent already.',
    }),
    send: key(outsideText, {
      takes: 'text of at most 2,000 characters',
      meaning:
        'A text for somebody outside, such as a customer or a provider, that those who are told are to send. Tocsin does not send it.',
    }),
    repeat: key(durationValue, {
      takes: 'duration of hours and minutes',
      default: 'once; for an update or progress, until there is one',
      meaning: 'Tell them again every so often, on the calendar of the clock, until the step ends.',
    }),
    until: key(oneOf('an end', ['acknowledged', 'resolved']), {
      default: '`acknowledged` for `start` and `acknowledge …`, else `resolved`',
      meaning: 'What ends the step: an acknowledgement, or the resolution.',
    }),
  }),
  {
    id: 'step',
    description: 'One level of an escalation policy.',
    anyOf: [{ required: ['notify'] }, { required: ['label'] }, { required: ['raise'] }],
  },
);
type StepFile = z.output<typeof step>;

/** Resolves the steps of every policy of a section. */
export function readEscalationPolicies(
  section: Readonly<Record<string, readonly StepFile[]>>,
  roles: ReadonlyMap<string, readonly string[]>,
  scope: Scope,
): EscalationPolicies {
  return new Map(
    Object.entries(section).map(([name, steps]) => {
      const path = ['escalation-policies', name];
      const read = steps.flatMap((step, at) => readStep(step, [...path, at], roles, scope) ?? []);
      read.forEach(({ text }, at) => {
        if (read.findIndex((other) => other.text === text) < at) {
          scope.report(
            [...path, at, 'at'],
            `${quote(text)} is the time of an earlier step; put all of its people there`,
          );
        }
      });
      return [name, read];
    }),
  );
}

function readStep(
  file: StepFile,
  path: Path,
  roles: ReadonlyMap<string, readonly string[]>,
  scope: Scope,
): EscalationStep | undefined {
  const parsed = parseThreshold(file.at);
  if ('wrong' in parsed) return undefined;
  const notify = oneOrMore(file.notify);
  const known = [...new Set([...scope.namesIn('roles'), ...AUDIENCES])];
  notify.forEach((name, at) => {
    const place = [...path, 'notify', ...(typeof file.notify === 'string' ? [] : [at])];
    const wrong = wrongRole(name, roles, known);
    if (wrong !== undefined) scope.report(place, wrong);
  });
  const isWhole = (['notify', 'label', 'raise'] as const).every((key) => scope.isIntact([...path, key]));
  if (notify.length === 0 && isWhole) checkSilent(file, path, scope);
  const early = parsed.at.clock === 'start' || parsed.at.clock === 'acknowledge';
  return {
    text: parsed.text,
    at: parsed.at,
    notify: [...new Set(notify)],
    assign: file.assign ?? false,
    labels: [...new Map(oneOrMore(file.label).map((label) => [label.toLowerCase(), label])).values()],
    raise: file.raise ?? null,
    send: file.send ?? null,
    repeat: readRepeat(file.repeat, [...path, 'repeat'], scope),
    until: file.until ?? (early ? 'acknowledged' : 'resolved'),
  };
}

function oneOrMore(given: string | readonly string[] | undefined): readonly string[] {
  return typeof given === 'string' ? [given] : (given ?? []);
}

/** A step that tells nobody must do something else, and has no use for what concerns those who are told. */
function checkSilent(file: StepFile, path: Path, { report }: Scope): void {
  if (file.label === undefined && file.raise === undefined) {
    report([...path, 'notify'], UNHEARD);
    return;
  }
  for (const key of ['assign', 'send', 'repeat'] as const) {
    if (file[key] === undefined || file[key] === false) continue;
    report([...path, key], `has no effect: ${UNHEARD}`, 'key');
  }
}

function readRepeat(text: string | undefined, path: Path, scope: Scope): number | null {
  const duration = text === undefined ? undefined : parseDuration(text);
  if (text === undefined || !duration) return null;
  if (duration.days > 0) {
    // A step may serve clocks on several calendars, and days mean something else on each of them.
    const hours = writeTime(duration.days * 24 * HOUR + duration.ms);
    scope.report(
      path,
      `${quote(text)} has days, which depend on the calendar; expected hours and minutes, e.g. ${hours}`,
    );
  }
  return duration.ms;
}
