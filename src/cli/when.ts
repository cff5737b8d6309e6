import { renderDays } from '../capabilities/clocks/explanation.ts';
import { instant } from '../text/time.ts';
import { wordsOf } from '../capabilities/words.ts';
import { CLOCK_TABLE, CLOCKS } from '../capabilities/clocks/table.ts';
import { PRIORITIES } from '../model/priority.ts';
import { explain } from '../calendar/target.ts';
import { readTime, readOptions, readPauses, requiredOption, UsageError } from './arguments.ts';
import type { Subcommand } from './subcommand.ts';
import { policyOf } from './policy.ts';
import { EXPLAIN_WORDS } from '../capabilities/clocks/explanation-words.ts';
import { MINUTE } from '../calendar/length.ts';

const OPTIONS = {
  policy: { type: 'string' },
  priority: { type: 'string' },
  opened: { type: 'string' },
  pause: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/** Says when each clock of an incident is due, and how that came about. */
export const when: Subcommand = {
  usage: 'when --priority P1 --opened ISO [--pause FROM/TO]… [--policy FILE] [--json]',
  does: 'Say when each clock of an incident is due, day by day.',
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    const policy = await policyOf(options);
    const name = requiredOption(options, 'priority', PRIORITIES.join(', '));
    const priority = PRIORITIES.find((it) => it === name.toUpperCase());
    if (!priority) throw new UsageError(`--priority: "${name}" is not a priority; expected ${PRIORITIES.join(', ')}`);
    const opened = readTime(requiredOption(options, 'opened', 'an instant in ISO 8601'), policy.zone, 'opened');
    const pauses = readPauses(options, policy.zone);
    const { clocks } = policy.priorities[priority];
    const explained = CLOCKS.filter((clock) => CLOCK_TABLE[clock].startsAt !== 'resolution').flatMap((clock) => {
      const target = clocks[clock];
      return target ? [{ clock, target, ...explain(target, opened, pauses) }] : [];
    });

    if (options.values.json) {
      const list = explained.map(({ clock, target, due, days }) => ({
        clock,
        target: target.text,
        calendar: target.calendar.name,
        due: Number.isFinite(due) ? new Date(due).toISOString() : null,
        days: days.map(({ date, source, counted, paused }) => ({
          date,
          source,
          minutes: counted / MINUTE,
          paused: paused / MINUTE,
        })),
      }));
      print(JSON.stringify({ priority, opened: new Date(opened).toISOString(), clocks: list }));
      return 0;
    }
    const words = wordsOf(policy.language);
    const said = EXPLAIN_WORDS[policy.language];
    print(said.heading(priority, policy.priorities[priority].name, instant(policy, opened)));
    if (explained.length === 0) print(words.clocksCard.none);
    for (const { clock, target, due, days } of explained) {
      const at = Number.isFinite(due) ? instant(policy, due) : said.paused;
      print('');
      print(said.clock(words.clock[clock].name, target.text, target.calendar.name, at));
      for (const line of renderDays(policy, days, target.calendar.zone)) print(`  ${line}`);
    }
    return 0;
  },
};
