import { isRed } from '../run/report.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import { looking, LOOKING_OPTIONS } from './looking.ts';
import type { Subcommand } from './subcommand.ts';

const OPTIONS = {
  service: { type: 'string', value: 'NAME', does: 'The service of the policy; without it every open incident counts.' },
  environment: {
    type: 'string',
    value: 'NAME',
    does: 'The environment, where the policy has a gate for some only.',
  },
  ...LOOKING_OPTIONS,
} as const;

/** Says whether a deployment may go on, as the step of a workflow would. */
export const gate: Subcommand = {
  usage:
    'gate [--service NAME] [--environment NAME] [--repo OWNER/NAME] [--policy PATH] [--label NAME] [--accounts LOGINS] [--api URL]',
  does: 'Say whether incidents stop a deployment, and how to override that; as `command: gate` does.',
  options: OPTIONS,
  examples: ['gate --service checkout', 'gate --repo acme/shop --service checkout --environment production'],
  fails: 'incidents stop it, or the policy has no such service',
  run: (args, print) => {
    const options = readOptions(args, OPTIONS);
    if (options.positionals.length > 0) throw new UsageError('gate takes options only');
    return looking(options, 'gate', print, async (start) => {
      const { guard } = await import('../run/jobs/gate.ts');
      const about = {
        service: optional(options, 'service') ?? '',
        environment: optional(options, 'environment') ?? '',
      };
      const report = await guard({ ...start, inputs: { ...start.inputs, ...about } });
      const { lines = [], warnings = [] } = report.gate ?? {};
      for (const line of lines) print(line, isRed(report) ? 'bad' : warnings.includes(line) ? 'odd' : 'good');
      for (const line of warnings) if (!lines.includes(line)) print(line, 'odd');
      return isRed(report) ? 1 : 0;
    });
  },
};
