import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import { HOUR, MINUTE, POLICY, type Step } from './story.ts';

const DAY = 24 * HOUR;

/** The number of the post-mortem of the story. */
export const POST_MORTEM = 2;

/** What the story rests on: two people write and approve, and what customers get is asked for. */
export const POST_MORTEM_POLICY = `${POLICY}
customer-report: { for: [P0], to: lead }
priorities:
  P0: { acknowledge: 15m, resolve: 4h, escalation: urgent, post-mortem: { draft: 3d, review: 5d, approver: lead } }
  P1: { acknowledge: 30m, resolve: 8h, escalation: urgent }
  P2: { acknowledge: 1d, resolve: 3d, escalation: normal }
  P3: { acknowledge: 1d, resolve: 10d, escalation: normal }
`;

/** Somebody changes the text of the post-mortem, a minute later. */
const edit = (login: string, change: (body: string) => string) => (hub: EmbeddedGitHub) => {
  hub.clock.advance(MINUTE);
  hub.as(login).editBody(POST_MORTEM, change(hub.issue(POST_MORTEM).body));
};
/** Somebody comments on it, a minute later. */
const say = (login: string, text: string) => (hub: EmbeddedGitHub) => {
  hub.clock.advance(MINUTE);
  hub.as(login).comment(POST_MORTEM, text);
};
const written = (body: string): string =>
  body
    .replace('## Summary\n', '## Summary\n\nA deploy broke the checkout.\n')
    .replace('## For customers\n', '## For customers\n\nYou could not pay for an hour.\n')
    .replace(
      '## Action items\n',
      '## Action items\n\n- [ ] Alert on the queue @bob due:2026-11-03\n- [ ] Rehearse it\n',
    );

/** A post-mortem from its opening to its closing: written, reviewed, changed, published, closed too early; its items opened, chased, done. */
export const POST_MORTEM_STORY: readonly Step[] = [
  {
    name: 'a P0 comes in',
    happen: (hub) => hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P0'] }),
  },
  {
    name: 'it is resolved',
    happen: (hub) => {
      hub.clock.advance(5 * MINUTE);
      hub.as('alice').comment(1, '/resolve rolled back');
    },
  },
  { name: 'its owner writes the post-mortem', happen: edit('alice', written) },
  { name: 'a stranger commands', happen: say('mallory', '/publish') },
  { name: 'its owner asks for the review', happen: say('alice', '/review it is all there') },
  { name: 'its owner approves it', happen: say('alice', '/approve') },
  { name: 'somebody else approves it', happen: say('carol', '/approve') },
  {
    name: 'it is edited after that',
    happen: edit('alice', (body) => body.replace('A deploy', 'A bad deploy')),
  },
  { name: 'it is approved again', happen: say('carol', '/approve') },
  {
    name: 'an item is reworded, and one comes',
    happen: edit('alice', (body) =>
      body.replace('- [ ] Rehearse it\n', '- [ ] Rehearse it all\n- [ ] Buy another one @carol due:2026-11-03\n'),
    ),
  },
  {
    name: 'it is closed too early',
    happen: (hub) => {
      hub.clock.advance(MINUTE);
      hub.as('bob').close(POST_MORTEM);
    },
  },
  { name: 'it is published', happen: say('alice', '/publish') },
  {
    name: 'items are overdue',
    happen: (hub) => {
      hub.clock.advance(2 * DAY);
      hub.takeEvents();
    },
  },
  {
    name: 'an item is done',
    happen: (hub) => {
      hub.clock.advance(HOUR);
      hub.as('bob').close(3);
    },
  },
  { name: 'an item is waived', happen: say('alice', '/waive #4 it is done elsewhere') },
  {
    name: 'the last item is done',
    happen: (hub) => {
      hub.clock.advance(HOUR);
      hub.as('carol').close(5);
    },
  },
];
