import { MINUTE, SECOND } from '../calendar/length.ts';
import { PRIORITIES } from '../model/priority.ts';
import { figureStandingOf } from './derived.ts';
import type { MonthFigures } from './figures.ts';

interface Sample {
  readonly suffix?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Family {
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly unit?: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** The figures of the running month for whatever scrapes them, in the text form of OpenMetrics 1.0. */
export function openMetrics(figures: MonthFigures): string {
  return `${familiesOf(figures).map(familyText).join('')}# EOF\n`;
}

function familiesOf({ priorities, clocks, services }: MonthFigures): readonly Family[] {
  const lags = clocks.flatMap(({ lag }) => lag.points);
  return [
    {
      name: 'tocsin_incidents_open',
      type: 'gauge',
      help: 'Incidents that are open.',
      samples: PRIORITIES.map((priority) => ({
        labels: { priority },
        value: priorities.find(({ name }) => name === priority)?.open ?? 0,
      })),
    },
    {
      name: 'tocsin_clock_missed',
      type: 'counter',
      help: 'Deadlines missed since the month began.',
      samples: clocks.map(({ clock, grade, missed }) => ({
        suffix: '_total',
        labels: { clock, priority: grade },
        value: missed,
      })),
    },
    {
      name: 'tocsin_error_budget_remaining_ratio',
      type: 'gauge',
      unit: 'ratio',
      help: 'The share of the error budget of the month that is left; less than 0 if it is overspent.',
      samples: services.flatMap((it) => {
        const { leftShare } = figureStandingOf(it, 'month');
        return leftShare === null ? [] : [{ labels: { service: it.service }, value: leftShare }];
      }),
    },
    {
      name: 'tocsin_sweep_lag_seconds',
      type: 'gauge',
      unit: 'seconds',
      help: 'The longest that a missed deadline of the month was not noticed.',
      samples: [{ labels: {}, value: (Math.max(0, ...lags) * MINUTE) / SECOND }],
    },
  ];
}

function familyText({ name, type, unit, help, samples }: Family): string {
  const lines = [
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${escaped(help)}`,
    ...samples.map(({ suffix = '', labels, value }) => `${name}${suffix}${labelText(labels)} ${value}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function labelText(labels: Sample['labels']): string {
  const all = Object.entries(labels).map(([key, value]) => `${key}="${escaped(value)}"`);
  return all.length === 0 ? '' : `{${all.join(',')}}`;
}

/** Names of services may hold anything. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/\r?\n/g, '\\n');
}
