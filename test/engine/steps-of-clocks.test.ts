import { describe } from 'vitest';
import { compileCalendar } from '../../src/calendar/calendar.ts';
import { at, level, moment, span, verdict } from './scene.ts';
import { breach, hold, repeated, sent, share, start, UNTIL_TAKEN } from './sendings.ts';

const TUESDAYS = compileCalendar({ name: 'office', zone: 'UTC', weekly: { tue: [['09:00', '17:00']] } });

describe('a step that watches a clock', () => {
  const targets = { fix: 8, detour: 2, take: 1, beat: 2, review: 4 };
  hold({
    'is due at its share, before and after the deadline': {
      now: 9,
      targets,
      steps: [breach('fix', 1), share('fix', 50), breach('fix', -2), breach('fix')],
      due: ['fix 50% @4', 'fix due @6', 'fix due @8', 'fix due @9'],
    },
    'is ahead before, and the nearest is next': {
      now: 3,
      targets,
      steps: [breach('fix'), share('fix', 50)],
      next: 'fix 50% @4',
    },
    'is not there without its clock': { now: 9, targets: {}, steps: [breach('fix'), share('fix', 50)] },
    'a breach comes last of what fell due together': {
      now: 5,
      targets: { detour: 4, fix: 8 },
      steps: [breach('detour'), share('fix', 50)],
      due: ['fix 50% @4', 'detour due @4'],
    },
    'waits with its clock, but what was due before the pause is due': {
      now: 7,
      targets,
      steps: [breach('fix'), breach('fix', -2), share('fix', 25), share('fix', 75)],
      parts: { pausesOf: () => [span(3)] },
      due: ['fix 25% @2'],
    },
    'is as much later as its clock was paused': {
      now: 7,
      targets,
      steps: [breach('fix', -2), share('fix', 50), breach('fix', 1)],
      parts: { pausesOf: () => [span(3, 4), span(9.5, 10)] },
      due: ['fix 50% @5', 'fix due @7'],
      next: 'fix due @10.5',
    },
    'repeats in the time of its clock': {
      now: 14,
      targets,
      steps: [breach('fix', 0, repeated(2))],
      parts: { pausesOf: () => [span(9, 12)], done: sent('fix due', 8) },
      due: ['fix due @13 *1'],
      next: 'fix due @15 *2',
    },
    'is not sent again where its deadline moved': {
      now: 13,
      targets,
      steps: [breach('fix')],
      parts: { pausesOf: () => [span(3, 6)], done: sent('fix due', 8) },
    },
    'that is missed until a sign comes repeats as the sign is due, and four times as seldom after it': {
      now: 5,
      targets: { beat: 2 },
      steps: [share('beat', 100), share('beat', 200), share('beat', 50)],
      due: ['beat 50% @1', 'beat 100% @4', 'beat 200% @4'],
      next: 'beat 100% @6 *1',
    },
    'does not repeat for a sign that is due while the calendar is closed all the time': {
      // From Monday at midnight to the first opening, on Tuesday, no time is open.
      now: 40,
      steps: [breach('beat')],
      parts: { targetOf: () => ({ text: '1d', calendar: TUESDAYS, amount: { days: 1, semantics: 'same-time' } }) },
      due: ['beat due @33'],
    },
    'is not there for what no policy measures any more': {
      now: 9,
      targets: {},
      steps: [breach('fix'), share('fix', 50)],
      parts: { verdicts: [verdict('fix', 'P1', 0, false, 1)] },
    },
    'is sent once for all the repetitions that no run saw': {
      now: 19,
      targets,
      steps: [breach('fix', 0, repeated(2))],
      due: ['fix due @18'],
      next: 'fix due @20 *1',
    },
    'is skipped where the resolution came first': {
      now: 9,
      targets,
      steps: [share('fix', 25), share('detour', 50)],
      parts: { resolved: moment(3), moments: { detour: at(1.5) } },
      skipped: ['fix 25% @2: resolved', 'detour 50% @1: stopped'],
    },
    'is skipped where what it waits for came first': {
      now: 9,
      targets,
      steps: [share('detour', 50), share('fix', 25)],
      parts: { moments: { detour: at(1.5) } },
      due: ['fix 25% @2'],
      skipped: ['detour 50% @1: stopped'],
    },
    'never falls due where what it waits for came before': {
      now: 9,
      targets,
      steps: [breach('detour'), breach('fix')],
      parts: { moments: { detour: at(1.5) }, resolved: moment(3) },
    },
    'is not stopped by an acknowledgement, unless the policy says so': {
      now: 9,
      targets,
      steps: [share('fix', 50), share('fix', 25, UNTIL_TAKEN)],
      parts: { acknowledged: moment(3) },
      due: ['fix 50% @4'],
      skipped: ['fix 25% @2: acknowledged'],
    },
    'is not stopped by an acknowledgement that another level gave': {
      now: 2,
      targets,
      steps: [breach('take', 0, UNTIL_TAKEN)],
      parts: { levels: [level(1, 0, 0.25), level(2, 0.5)] },
      due: ['take due @1.5 since 0.5'],
    },
    'is said anew to the level that got it': {
      now: 5,
      targets,
      steps: [breach('take')],
      parts: { levels: [level(1, 0), level(2, 3)], done: sent('take due', 1) },
      due: ['take due @4 since 3'],
    },
    'is not said to that level twice': {
      now: 5,
      targets,
      steps: [breach('take', 0, repeated(2))],
      parts: {
        levels: [level(1, 0), level(2, 3)],
        done: { ...sent('take due', 1), ...sent('take due', 4, 0, 3 + 0.5 / 60) },
      },
      next: `take due @6 *1 since ${3 + 0.5 / 60}`,
    },
    'is said anew of every cycle of a clock that repeats': {
      now: 6,
      targets,
      steps: [breach('beat')],
      parts: { signs: { beat: [at(3)] }, done: sent('beat due', 2) },
      due: ['beat due @5 since 3'],
      next: 'beat due @7 *1 since 3',
    },
    'goes on while a sign is missing that is due again and again': {
      now: 9,
      targets,
      steps: [breach('beat')],
      parts: { done: { ...sent('beat due', 2), ...sent('beat due', 4, 1) } },
      due: ['beat due @8 *2'],
      next: 'beat due @10 *3',
    },
    'goes on a quarter as often above': {
      now: 9,
      targets,
      steps: [breach('beat', 1)],
      parts: { done: sent('beat due', 3) },
      next: 'beat due @11 *1',
    },
    'goes on as often as the policy says': {
      now: 4,
      targets,
      steps: [breach('beat', 0, repeated(1))],
      parts: { done: sent('beat due', 2) },
      due: ['beat due @4 *1'],
      next: 'beat due @5 *2',
    },
    'does not go on before the deadline, nor where nobody is told': {
      now: 9,
      targets,
      steps: [share('beat', 50), breach('beat', 0, { notify: [] })],
      parts: { done: { ...sent('beat 50%', 1), ...sent('beat due', 2) } },
    },
    'of the resolution goes on after it': {
      now: 8,
      targets,
      steps: [breach('review', 0, UNTIL_TAKEN)],
      parts: { resolved: moment(2), acknowledged: moment(1) },
      due: ['review due @6 since 2'],
    },
    'of the resolution ends with what it waits for': {
      now: 8,
      targets,
      steps: [share('review', 50), breach('review')],
      parts: { resolved: moment(2), moments: { reviewed: at(5) } },
      skipped: ['review 50% @4 since 2: resolved'],
    },
    'waits while nobody is told': {
      now: 9,
      targets,
      steps: [breach('fix'), share('fix', 50)],
      parts: { mutedUntil: at(8.5) },
      due: ['fix due @8.5', 'fix 50% @8.5'],
    },
    'is sent after the start where both waited': {
      now: 9,
      targets,
      steps: [breach('fix'), start()],
      parts: { mutedUntil: at(8.5) },
      due: ['start @8.5', 'fix due @8.5'],
    },
    'is ahead after a pause only where it is known when that ends': {
      now: 7,
      targets,
      steps: [breach('fix', 1), start({ ...repeated(10) })],
      parts: { pausesOf: () => [span(3)], done: sent('start', 0) },
      next: 'start @10 *1',
    },
  });
});
