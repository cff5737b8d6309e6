import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { IssueView } from '../../src/rehearsal/github/views.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { POLICY as BASE, stageOf, visible } from '../support/stage.ts';

export const at = (text: string): number => Date.parse(text);

/** Meetings on Tuesdays at 10:00; the stage begins on Monday 2 November 2026 at 09:00, an hour before the first agenda is opened. */
export const POLICY = `${BASE}
review: { on: tue, at: 10:00, people: [management] }
`;

export const opened = async (policy = POLICY): Promise<{ stage: Stage; hub: EmbeddedGitHub }> => {
  const stage = await stageOf({ policy });
  return { stage, hub: stage.hub };
};

/** The agendas that there are, oldest first. */
export const agendas = (hub: EmbeddedGitHub): IssueView[] =>
  hub.issues().filter(({ labels }) => labels.includes('review'));

/** The facts of an agenda: its one comment. */
export function facts({ number, comments }: IssueView): string {
  const found = comments.filter(({ body }) => body.startsWith('<!-- tocsin:agenda-facts'));
  if (found.length !== 1) throw new Error(`#${number} has ${found.length} comments with facts`);
  return visible(found[0]!.body);
}
