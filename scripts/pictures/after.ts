import type { Language } from '../../src/model/language.ts';
import { afterStory } from '../../src/rehearsal/after-story.ts';
import { openStage } from '../../src/rehearsal/stage.ts';
import type { Moment } from './story.ts';

/** The scenes of that story that have a name. */
export type AfterName = `after ${'reported' | 'reviewed' | 'leaking' | 'stale' | 'published' | 'planned' | 'overdue'}`;

/** What there is to read after each scene of the story of what comes after an incident that has a name. */
export async function playAfter(language: Language): Promise<Readonly<Record<AfterName, Moment>>> {
  const { people, policy, start, every = 15, scenes } = afterStory(language);
  const stage = await openStage({ people, policy, start });
  try {
    const moments: [string, Moment][] = [];
    for (const { name, after, act } of scenes) {
      await stage.pass(after * 60_000, every * 60_000);
      act?.(stage);
      const report = (await stage.react()) ?? (await stage.sweep());
      if (name !== undefined) moments.push([`after ${name}`, { issues: stage.hub.issues(), report }]);
    }
    return Object.fromEntries(moments) as Record<AfterName, Moment>;
  } finally {
    await stage.close();
  }
}
