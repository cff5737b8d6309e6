import { wordsOf } from '../messages/words.ts';
import { loadPolicy } from '../policy/load.ts';
import { openStage } from './stage.ts';
import { checkoutStory } from './story.ts';
import { transcribe, type Transcript } from './transcript.ts';

/** Plays the main story and prints what happens; `npm start -- fr` tells it with the comments in French. */
const language = process.argv[2] === 'fr' ? 'fr' : 'en';
const story = checkoutStory(language);
const loaded = await loadPolicy(story.policy, 'the policy of the story');
if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));

let transcript: Transcript | null = null;
const stage = await openStage({
  people: story.people,
  policy: story.policy,
  start: story.start,
  onRun: (report) => transcript?.run(report),
});
try {
  transcript = transcribe(stage.hub, loaded.policy.zone, wordsOf(language), (line) => {
    console.log(line);
  });
  transcript.heading(story.title);
  for (const { after, tells, act } of story.scenes) {
    if (act) await stage.pass(after * 60_000);
    transcript.people(tells);
    act?.(stage);
    if (!act) await stage.pass(after * 60_000);
    await stage.react();
  }
  transcript.heading('How it ended');
  transcript.end();

  const faults = [...story.faults(stage), ...stage.hub.unimplemented];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('\nIt ended as it must: one card, every deadline noticed, nobody told twice, one post-mortem.');
} finally {
  await stage.close();
}
