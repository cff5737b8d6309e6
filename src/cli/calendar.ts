import { renderDays } from '../capabilities/clocks/explanation.ts';
import { parseDuration } from '../policy/duration.ts';
import { DAY, MINUTE } from '../calendar/length.ts';
import type { Target } from '../calendar/target.ts';
import { instant } from '../text/time.ts';
import { explain, explainDays } from '../calendar/target.ts';
import { optional, readOptions, requiredOption, UsageError } from './arguments.ts';
import { JSON_OPTION, PAUSE_OPTION, POLICY_OPTION, TIMES } from './options.ts';
import type { Subcommand } from './subcommand.ts';
import { policyOf } from './policy.ts';
import { readPauses, readTime } from './time.ts';

const OPTIONS = {
  calendar: { type: 'string', value: 'NAME', does: 'A calendar of the policy, or always. Required.' },
  from: { type: 'string', value: 'TIME', does: `When it begins: ${TIMES}. Required.` },
  add: { type: 'string', value: 'LENGTH', does: 'How much to add: 30m, 2h, or 2d for business days.' },
  to: { type: 'string', value: 'TIME', does: 'Up to when to measure, instead of --add.' },
  pause: PAUSE_OPTION,
  policy: POLICY_OPTION,
  json: JSON_OPTION,
} as const;

/** Adds time on a calendar of the policy, or measures it. */
export const calendar: Subcommand = {
  usage: 'calendar --calendar NAME --from TIME (--add 2h | --to TIME) [--pause FROM/TO]… [--policy FILE] [--json]',
  does: 'Add time on a calendar of the policy, or measure it.',
  options: OPTIONS,
  examples: [
    'calendar --calendar office --from now --add 4h',
    'calendar --calendar office --from "2026-11-20 16:00" --to "2026-11-23 10:00"',
  ],
  fails: null,
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    const policy = await policyOf(options);
    const name = requiredOption(options, 'calendar', [...policy.calendars.keys()].join(' or '));
    const chosen = policy.calendars.get(name);
    if (!chosen)
      throw new UsageError(`--calendar: there is no "${name}"; expected ${[...policy.calendars.keys()].join(' or ')}`);
    const here = { zone: chosen.zone, now: Date.now() };
    const from = readTime(requiredOption(options, 'from', `e.g. ${TIMES}`), here, 'from');
    const pauses = readPauses(options, here);
    const [add, until] = [optional(options, 'add'), optional(options, 'to')];
    if ((add === null) === (until === null)) throw new UsageError('expected either --add or --to');

    if (add !== null) {
      const target: Target = { text: add, calendar: chosen, amount: amountOf(add, name === 'always') };
      const { due, days } = explain(target, from, pauses);
      if (options.values.json)
        print(JSON.stringify({ due: Number.isFinite(due) ? new Date(due).toISOString() : null }));
      else {
        print(Number.isFinite(due) ? instant(policy, due) : '-');
        for (const line of renderDays(policy, days, chosen.zone)) print(`  ${line}`);
      }
      return 0;
    }
    const to = readTime(until!, here, 'to');
    const minutes = chosen.between(from, to, pauses) / MINUTE;
    if (options.values.json) print(JSON.stringify({ minutes }));
    else {
      print(`${minutes} min`);
      for (const line of renderDays(policy, explainDays(chosen, from, to, pauses), chosen.zone)) print(`  ${line}`);
    }
    return 0;
  },
};

function amountOf(text: string, roundTheClock: boolean): Target['amount'] {
  const duration = parseDuration(text);
  if (!duration) throw new UsageError(`--add: "${text}" is not a duration; expected e.g. 30m, 2h or 2d`);
  const { days, ms } = duration;
  if (days === 0 || roundTheClock) return { ms: days * DAY + ms };
  if (ms > 0) throw new UsageError(`--add: "${text}" mixes days and hours, which a business calendar cannot`);
  return { days, semantics: 'same-time' };
}
