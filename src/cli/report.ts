import { minutesOf } from '../figures/points.ts';
import { isMonth } from '../figures/months.ts';
import { WHY_QUESTIONS, readQuestion, whyOf, type Why } from '../figures/why.ts';
import type { MonthRead } from '../run/reports/month.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import { looking, LOOKING_OPTIONS } from './looking.ts';
import { JSON_OPTION } from './options.ts';
import type { Print, Subcommand } from './subcommand.ts';

const OPTIONS = {
  month: { type: 'string', value: 'MONTH', does: 'The month, such as 2026-11; the running one unless given.' },
  year: { type: 'string', value: 'YEAR', does: 'A year, the sum of its reports, in the place of a month.' },
  csv: { type: 'boolean', does: 'Print the incidents as CSV.' },
  json: JSON_OPTION,
  html: {
    type: 'string',
    value: 'DIR',
    does: 'Write the month as a page with pictures into a folder, for inside: it is no part of the status page.',
  },
  metrics: { type: 'boolean', does: 'Print the figures of the running month for Prometheus, as OpenMetrics.' },
  why: {
    type: 'string',
    value: 'FIGURE',
    does: `List what makes a figure: ${WHY_QUESTIONS.map((it) => `"${it}"`).join(', ')}.`,
  },
  ...LOOKING_OPTIONS,
} as const;

const FORMS = ['csv', 'json', 'html', 'metrics', 'why'] as const;

/** Prints the figures of a month from the record of a repository. It looks at GitHub, not at the files here, and changes nothing. */
export const report: Subcommand = {
  usage:
    'report [--month MONTH | --year YEAR] [--csv | --json | --html DIR | --metrics | --why FIGURE] [--repo OWNER/NAME] [--policy PATH] [--label NAME] [--accounts LOGINS] [--api URL]',
  does: 'Print the figures of a month or a year from the record of a repository on GitHub, and what makes each; change nothing.',
  options: OPTIONS,
  examples: [
    'report',
    'report --month 2026-11 --csv > incidents.csv',
    'report --month 2026-11 --html report',
    "report --why 'availability checkout 2026-11'",
  ],
  fails: 'some of the record could not be read',
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    if (options.positionals.length > 0) throw new UsageError('report takes options only');
    const [month, year, asked] = ['month', 'year', 'why'].map((name) => optional(options, name));
    if (FORMS.filter((it) => options.values[it] !== undefined).length > 1)
      throw new UsageError(`one of ${FORMS.map((it) => `--${it}`).join(', ')} at a time`);
    if (month != null && year != null) throw new UsageError('--month or --year, and not both');
    if (year != null && (options.values.csv !== undefined || asked != null))
      throw new UsageError('--year has figures only; expected --month for incidents');
    if (month != null && !isMonth(month))
      throw new UsageError(`--month: "${month}" is not a month; expected e.g. 2026-11`);
    if (year != null && !/^\d{4}$/.test(year))
      throw new UsageError(`--year: "${year}" is not a year; expected e.g. 2026`);
    const html = optional(options, 'html');
    if (html != null && year != null) throw new UsageError('--html draws a month, and no year');
    const question = asked == null ? null : readQuestion(asked);
    if (asked != null && question === null)
      throw new UsageError(
        `--why: "${asked}" is no figure; expected ${WHY_QUESTIONS.map((it) => `"${it}"`).join(', ')}`,
      );
    const of = question?.month ?? month ?? year ?? '';
    return looking(options, 'report', print, async (start) => {
      const { previewMonth } = await import('../run/reports/preview.ts');
      const { read, failures, now } = await previewMonth(start, of);
      const say = (text: string): void => {
        for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) print(line);
      };
      const file = (ending: string): string => [...read.files].find(([name]) => name.endsWith(ending))?.[1] ?? '';
      if (question) explain(whyOf(question, read.facts, read.policy, now), read, print);
      else if (options.values.csv) say(file('.csv'));
      else if (options.values.json) say(file('.json'));
      else if (html != null) await draw(html, read, print);
      else if (options.values.metrics) say(file('.txt'));
      else say(file('.md'));
      for (const message of failures) print(message, 'bad');
      return failures.length > 0 ? 1 : 0;
    });
  },
};

/** Writes the page of a month into a folder. */
async function draw(folder: string, { page, title }: MonthRead, print: Print): Promise<void> {
  const { writeReport } = await import('../run/site/write.ts');
  try {
    await writeReport(folder, page!);
  } catch (error) {
    throw new UsageError(`--html: ${(error as Error).message}`);
  }
  print(`${title}: open ${folder}/index.html. It is for inside, not for customers.`);
}

/** A line for each thing that a figure counts, and their sum. */
function explain(why: Why | null, { policy }: MonthRead, print: Print): void {
  const named = (number: number | null): string => (number === null ? '(confidential)' : `#${number}`);
  const time = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  if (why === null)
    throw new UsageError(
      `--why: the policy has no such service; expected one of ${policy.services.map(({ name }) => name).join(', ')}`,
    );
  if (why.kind === 'incidents') {
    for (const number of why.numbers) print(named(number));
    print(`${why.numbers.length} incidents`, 'aside');
  } else if (why.kind === 'deadlines') {
    for (const { number, priority, at, late, lag } of why.clocks) {
      const by = late === null ? 'not stopped, or unknown when' : `stopped ${minutesOf(late)} min late`;
      print(`${named(number)} ${priority}: missed ${time(at)} UTC, ${by}, noticed ${minutesOf(lag ?? 0)} min after`);
    }
  } else {
    for (const { from, to, weight, incident, isStated, downtime } of why.intervals) {
      const how = isStated ? 'stated' : 'assumed';
      print(`${time(from)} to ${time(to)} UTC: ${named(incident)}, ${how}, × ${weight} = ${minutesOf(downtime)} min`);
    }
    const sum = why.intervals.reduce((ms, { downtime }) => ms + downtime, 0);
    print(`${minutesOf(sum)} min of downtime`, 'aside');
  }
}
