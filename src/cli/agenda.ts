import { readOptions, UsageError } from './arguments.ts';
import { looking, LOOKING_OPTIONS } from './looking.ts';
import type { Subcommand } from './subcommand.ts';

/** Prints the agenda of the next review meeting from the record of a repository. It looks at GitHub, not at the files here, and changes nothing. */
export const agenda: Subcommand = {
  usage: 'agenda [--repo OWNER/NAME] [--policy PATH] [--label NAME] [--accounts LOGINS] [--api URL]',
  does: 'Print the agenda of the next review meeting, made from the record of a repository on GitHub; change nothing.',
  options: LOOKING_OPTIONS,
  examples: ['agenda', 'agenda --repo acme/shop > agenda.md'],
  fails: 'some of the record could not be read',
  run: async (args, print) => {
    const options = readOptions(args, LOOKING_OPTIONS);
    if (options.positionals.length > 0) throw new UsageError('agenda takes options only');
    return looking(options, 'run', print, async (start, repository) => {
      const { previewAgenda } = await import('../run/post-incident/preview.ts');
      const { text, report } = await previewAgenda(start);
      if (text === null)
        throw new UsageError(`the policy of ${repository} has no review, which says when there are meetings`);
      for (const line of text.split('\n')) print(line);
      for (const { message } of report.failures) print(message, 'bad');
      return report.failures.length > 0 || report.stop !== null ? 1 : 0;
    });
  },
};
