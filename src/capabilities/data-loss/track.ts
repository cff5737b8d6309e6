import type { Instant } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import { foldText } from '../../text/compare.ts';
import type { AlertLog } from '../alerts/log.ts';
import { isSettled, type VouchedState } from '../entitlement/vouched.ts';
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
  /** What the report says now: that data may be lost. */
  readonly reported: boolean;
  /** Since when data may be lost; null while it is said that none is. */
  readonly atRisk: Instant | null;
  /** The last command that said so. */
  readonly answer: Answer | null;
}

interface Needs {
  readonly report: Facts;
  readonly alert: AlertLog | null;
  readonly vouched: VouchedState;
}

/**
 * Whether data was lost: as the report says, until somebody entitled says it by command. Once somebody with a say has seen the report, an
 * edit of it by a stranger decides nothing.
 */
export const dataLossTrack: Track<State, State, Needs> = {
  start({ issue, judge, states }) {
    const reported = !NONE.includes(foldText(states.report.data ?? '').replace(/[.!]+$/, ''));
    const settled = judge.recorded({ kind: 'decision', what: 'data', since: null });
    return { reported, atRisk: (settled ?? reported) ? issue.openedAt : null, answer: null };
  },
  on(state, event) {
    const said = argsOf(event, dataLossCommand);
    if (!said || event.kind !== 'command') return state;
    const { at, by } = event;
    return { ...state, atRisk: said.isLost ? (state.atRisk ?? at) : null, answer: { ...said, at, by } };
  },
  result(state, scene) {
    const { judge, issue, policy } = scene;
    const matters = Object.values(policy.priorities).some(({ clocks }) => clocks.restore !== undefined);
    if (matters && isSettled(scene)) judge.once('data', null, issue.openedAt, () => state.reported);
    return state;
  },
};
