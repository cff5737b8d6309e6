import * as z from 'zod/mini';
import { FACTS, type FactName } from '../../model/fact.ts';
import { PRIORITIES } from '../../model/priority.ts';
import { list, map, not, oneOf, text } from '../../policy/expect.ts';
import { durationValue, flag, labelName, line, login } from '../../policy/values.ts';
import { quote } from '../../policy/wording.ts';
import { takeMoment } from '../../capabilities/common/moment.ts';

/** When something happens: read against the zone of the policy, once that is known. */
function moment(example: string): z.ZodMiniString {
  return text('a time', `e.g. ${example}`, (value) => {
    const taken = takeMoment(value.trim().split(/\s+/), { zone: 'UTC', at: 0 }, 0);
    return taken?.rest.length === 0 ? undefined : `${quote(value)} is not a time; expected e.g. ${example}`;
  });
}

const AT = '2026-11-20 18:30';
const labels = z.union([labelName, list(labelName, 'a list of labels', 'is empty; expected at least one label')], {
  error: not('a label or a list of labels', 'e.g. P1'),
});
const words = text('a text', 'e.g. /ack', (value) =>
  value.trim() === '' ? 'is blank; expected e.g. /ack' : undefined,
);

const step = map('a step', {
  after: z.optional(durationValue),
  at: z.optional(moment('21:00')),
  who: login,
  writes: z.optional(words),
  label: z.optional(labels),
  unlabel: z.optional(labels),
  closes: z.optional(flag),
});

export type StepOfStory = z.output<typeof step>;

const form = map(
  'the answers of a report',
  Object.fromEntries(FACTS.map((fact) => [fact, z.optional(line('an answer'))])) as Record<
    FactName,
    z.ZodMiniOptional<z.ZodMiniString>
  >,
);

/** What a story file may say. */
export const storySchema = map('a story', {
  title: line('a title'),
  at: z.optional(moment(AT)),
  by: z.optional(login),
  priority: z.optional(oneOf('a priority', PRIORITIES)),
  category: z.optional(line('a category')),
  form: z.optional(form),
  steps: z.optional(list(step, 'a list of steps', 'is empty; expected steps, or leave it out: then nobody answers')),
  until: z.optional(moment(AT)),
});

export type StoryFile = z.output<typeof storySchema>;
