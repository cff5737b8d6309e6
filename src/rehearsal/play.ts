import { resolve } from 'node:path';
import { loadPolicy } from '../capabilities/load.ts';
import { writeSite } from '../run/site/write.ts';
import { afterStory } from './after-story.ts';
import { monthStory } from './month-story.ts';
import { INTERNAL, pageStory } from './page-story.ts';
import type { Stage } from './stage.ts';
import { checkoutStory, playStory, type Story } from './story.ts';
import { transcribe } from './transcript.ts';

/**
 * Plays the main story and prints what happens: a P0 from its report to its end; with `npm start -- after`, what comes after it; with
 * `npm start -- page`, a month whose status page it writes into the folder `site`; with `npm start -- month`, a month and its report. With `fr` the comments are in French.
 */
const words = process.argv.slice(2);
const language = words.includes('fr') ? 'fr' : 'en';
const FOLDER = 'site';

/** What is wrong with the page that was written. */
const leaks: string[] = [];

async function publish(stage: Stage): Promise<void> {
  const { site, failures } = await stage.sweep({ command: 'site' });
  if (site === null) throw new Error(failures.map(({ message }) => message).join('\n'));
  for (const [path, text] of site.files)
    for (const word of INTERNAL) if (text.includes(word)) leaks.push(`${path} has the word ${word}.`);
  await writeSite(FOLDER, site.files);
}

/** Each story, and what is said when it has ended as it must. */
const STORIES: Readonly<Record<string, { readonly story: () => Story; readonly end: readonly string[] }>> = {
  after: {
    story: () => afterStory(language),
    end: [
      'It ended as it must: the report approved as it was published, nothing internal in it, every action item',
      'an issue and done, the problem solved, and nothing left open.',
    ],
  },
  month: {
    story: () =>
      monthStory(language, (report) => {
        console.log(`\n${report}`);
      }),
    end: [
      'It ended as it must: the report of the month is closed, with three incidents, the downtime of each service,',
      'and what was the host’s counted apart.',
    ],
  },
  page: {
    story: () => pageStory(language, publish),
    end: [
      'It ended as it must: the page shows what was written for customers, and no word that was not.',
      `Open it in a browser: ${resolve(FOLDER, 'index.html')}`,
    ],
  },
};
const MAIN = {
  story: () => checkoutStory(language),
  end: [
    'It ended as it must: one card, every deadline noticed, nobody told twice, one post-mortem,',
    'at most one comment a person and run, and no more notifications than each person can bear.',
  ],
};

const { story: tell, end } = STORIES[words.find((word) => Object.hasOwn(STORIES, word)) ?? ''] ?? MAIN;
const story = tell();
const loaded = await loadPolicy(story.policy, 'the policy of the story');
if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
const { zone } = loaded.policy;

const faults = [
  ...(await playStory(story, (hub) =>
    transcribe(hub, zone, language, (line) => {
      console.log(line);
    }),
  )),
  ...leaks,
];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else for (const [i, line] of end.entries()) console.log(i === 0 ? `\n${line}` : line);
