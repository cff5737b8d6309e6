import { loadPolicy } from '../capabilities/load.ts';
import { afterStory } from './after-story.ts';
import { checkoutStory, playStory } from './story.ts';
import { transcribe } from './transcript.ts';

/**
 * Plays the main story and prints what happens: a P0 from its report to its end; with `npm start -- after`, what comes after it. With `fr` the
 * comments are in French.
 */
const words = process.argv.slice(2);
const language = words.includes('fr') ? 'fr' : 'en';
const isAfter = words.includes('after');
const story = (isAfter ? afterStory : checkoutStory)(language);
const loaded = await loadPolicy(story.policy, 'the policy of the story');
if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
const { zone } = loaded.policy;

const faults = await playStory(story, (hub) =>
  transcribe(hub, zone, language, (line) => {
    console.log(line);
  }),
);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else if (isAfter) {
  console.log(
    '\nIt ended as it must: the report approved as it was published, nothing internal in it, every action item',
  );
  console.log('an issue and done, the problem solved, and nothing left open.');
} else {
  console.log('\nIt ended as it must: one card, every deadline noticed, nobody told twice, one post-mortem,');
  console.log('at most one comment a person and run, and no more notifications than each person can bear.');
}
