import { renderDays } from '../capabilities/clocks/explanation.ts';
import { parseDuration } from '../policy/duration.ts';
import { DAY, MINUTE } from '../calendar/length.ts';
import type { Target } from '../calendar/target.ts';
import { instant } from '../text/time.ts';
import { explain, explainDays } from '../calendar/target.ts';
import { optional, readTime, readOptions, readPauses, requiredOption, UsageError } from './arguments.ts';
import type { Subcommand } from './subcommand.ts';
import { policyOf } from './policy.ts';

const OPTIONS = {
  policy: { type: 'string' },
  calendar: { type: 'string' },
  from: { type: 'string' },
  add: { type: 'string' },
  to: { type: 'string' },
  pause: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/** Adds time on a calendar of the policy, or measures it. */
export const calendar: Subcommand = {
  usage: 'calendar --calendar NAME --from ISO (--add 2h | --to ISO) [--pause FROM/TO]… [--policy FILE] [--json]',
  does: 'Add time on a calendar of the policy, or measure it.',
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    const policy = await policyOf(options);
    const name = requiredOption(options, 'calendar', [...policy.calendars.keys()].join(' or '));
    const chosen = policy.calendars.get(name);
    if (!chosen)
      throw new UsageError(`--calendar: there is no "${name}"; expected ${[...policy.calendars.keys()].join(' or ')}`);
    const from = readTime(requiredOption(options, 'from', 'an instant in ISO 8601'), chosen.zone, 'from');
    const pauses = readPauses(options, chosen.zone);
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
    const to = readTime(until!, chosen.zone, 'to');
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
