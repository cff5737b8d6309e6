import { loadPolicy } from '../capabilities/load.ts';
import { checkoutStory, playStory } from './story.ts';
import { transcribe } from './transcript.ts';

/** Plays the main story and prints what happens; `npm start -- fr` tells it with the comments in French. */
const language = process.argv[2] === 'fr' ? 'fr' : 'en';
const story = checkoutStory(language);
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
else {
  console.log('\nIt ended as it must: one card, every deadline noticed, nobody told twice, one post-mortem,');
  console.log('at most one comment a person and run, and no more notifications than each person can bear.');
}
