import type { Instant } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import { foldText } from '../../text/compare.ts';
import type { Facts } from '../report/facts.ts';
import type { Track } from '../track.ts';
import { dataLossCommand } from './command.ts';

/**
 * Answers that say that no data was lost, as `foldText` writes them. Any other may mean that some was, or that nobody knows: then the
 * clock that waits for it runs.
 */
const NONE = [
  ...[
    'no',
    'none',
    'nothing',
    'no loss',
    'no data lost',
    'no data loss',
    'no data was lost',
    'no data lost or altered',
  ],
  ...[
    'non',
    'aucun',
    'aucune',
    'rien',
    'aucune perte',
    'pas de perte',
    'aucune donnee perdue',
    'aucune perte de donnees',
  ],
];

interface Answer {
  readonly isLost: boolean;
  readonly at: Instant;
  readonly by: string;
  /** What the person wrote with it; foreign text. */
  readonly text: string;
}

interface State {
  /** Since when data may be lost; null while it is said that none is. */
  readonly atRisk: Instant | null;
  /** The last command that said so. */
  readonly answer: Answer | null;
}

/** Whether data was lost: as the report says, until somebody entitled says it by command. */
export const dataLossTrack: Track<State, State, { readonly report: Facts }> = {
  start: ({ issue, states }) => ({
    atRisk: NONE.includes(foldText(states.report.data ?? '').replace(/[.!]+$/, '')) ? null : issue.openedAt,
    answer: null,
  }),
  on(state, event) {
    const said = argsOf(event, dataLossCommand);
    if (!said || event.kind !== 'command') return state;
    const { at, by } = event;
    return { atRisk: said.isLost ? (state.atRisk ?? at) : null, answer: { ...said, at, by } };
  },
  result: (state) => state,
};
