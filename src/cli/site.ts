import { optional, readOptions, UsageError } from './arguments.ts';
import { looking, LOOKING_OPTIONS } from './looking.ts';
import type { Subcommand } from './subcommand.ts';

const OPTIONS = {
  out: { type: 'string', value: 'DIR', does: 'The folder to write it into; "site" unless given.' },
  ...LOOKING_OPTIONS,
} as const;

/** Writes the status page of a repository into a folder. It looks at GitHub, not at the files here, and changes nothing there. */
export const siteCommand: Subcommand = {
  usage: 'site [--out DIR] [--repo OWNER/NAME] [--policy PATH] [--label NAME] [--accounts LOGINS] [--api URL]',
  does: 'Write the status page of a repository on GitHub into a folder, for any host.',
  options: OPTIONS,
  examples: ['site --out site', 'site --repo acme/shop --out /srv/status'],
  fails: 'some of the record could not be read; then nothing is written',
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    if (options.positionals.length > 0) throw new UsageError('site takes options only');
    const out = optional(options, 'out') ?? 'site';
    return looking(options, 'site', print, async (start, repository) => {
      const [{ run }, { writeSite }] = await Promise.all([import('../run/run.ts'), import('../run/site/write.ts')]);
      const report = await run(start);
      for (const { message } of report.failures) print(message, 'bad');
      if (report.site === null) return 1;
      try {
        await writeSite(out, report.site.files);
      } catch (error) {
        throw new UsageError(`--out: ${(error as Error).message}`);
      }
      print(
        `${report.site.files.size} files of the status page of ${repository} are in ${out}. Open ${out}/index.html.`,
      );
      return 0;
    });
  },
};
