import { describe } from 'vitest';
import { testProblems } from './lines.ts';

describe('targets', () => {
  testProblems([
    [
      'durations',
      `priorities:
  P0: { acknowledge: 4x, resolve: 30 min, restore: 0m, workaround: 1.5h }
  P1: { acknowledge: 15, resolve: -1h, restore: 2 hours }
`,
      [
        '2:22: priorities.P0.acknowledge: "4x" is not a duration; expected e.g. 30m, 2h, 1d',
        '2:35: priorities.P0.resolve: "30 min" is not a duration; did you mean "30m"?',
        '2:52: priorities.P0.restore: "0m" is no time at all; expected e.g. 30m, 2h, 1d',
        '2:68: priorities.P0.workaround: "1.5h" is not a duration; expected e.g. 30m, 2h, 1d',
        '3:22: priorities.P1.acknowledge: 15 is not a target; expected a duration such as 30m, or { within: 2h, calendar: NAME }',
        '3:35: priorities.P1.resolve: "-1h" is not a duration; expected e.g. 30m, 2h, 1d',
        '3:49: priorities.P1.restore: "2 hours" is not a duration; did you mean "2h"?',
      ],
    ],
    [
      'calendars that do not exist',
      `calendars: { weekdays: { mon-fri: 09:00-17:00 } }
priorities:
  P0: { resolve: { within: 4h, calendar: weekday } }
  P1: { resolve: { within: 4h, calendar: office } }
`,
      [
        '3:42: priorities.P0.resolve.calendar: "weekday" is not a calendar; did you mean "weekdays"?',
        '4:42: priorities.P1.resolve.calendar: "office" is not a calendar; expected one of always, weekdays',
      ],
    ],
    [
      'days that cannot be counted',
      `priorities:
  P0: { resolve: { within: 1d2h, calendar: office } }
  P1: { resolve: { within: 1w, calendar: office } }
  P2: { resolve: { within: 2d, calendar: always, day: end-of-day } }
  P3: { resolve: { within: 2h, calendar: office, day: end-of-day } }
`,
      [
        '2:28: priorities.P0.resolve.within: "1d2h" cannot be measured on office: days and hours do not mix on a business calendar; expected e.g. 5d or 12h',
        '3:28: priorities.P1.resolve.within: "1w" cannot be measured on office: a week has no fixed number of business days; expected e.g. 5d or 12h',
        '4:50: priorities.P2.resolve.day: has no effect: on always a day is 24 hours',
        '5:50: priorities.P3.resolve.day: has no effect: "2h" has no days',
      ],
    ],
    [
      'what is not reached within ten years',
      `calendars:
  rare: { holidays: [2026-12-24], exceptions: { 2026-12-31: 09:00-12:00 } }
priorities:
  P0: { resolve: 4000d }
  P1: { resolve: { within: 3000d, calendar: rare } }
  P2: { resolve: { within: 4h, calendar: rare } }
`,
      [
        '4:18: priorities.P0.resolve: "4000d" on always is not reached within ten years',
        '5:28: priorities.P1.resolve.within: "3000d" on rare is not reached within ten years',
        '6:28: priorities.P2.resolve.within: "4h" on rare is not reached within ten years',
      ],
    ],
  ]);
});

describe('post-mortems', () => {
  testProblems([
    [
      'a P0 without one',
      'priorities: { P0: { post-mortem: false } }\n',
      [
        '1:34: priorities.P0.post-mortem: a P0 always gets its post-mortem; expected true, { draft: 3d, review: 5d, calendar: NAME }, or nothing',
      ],
    ],
    [
      'what is wrong with one',
      `roles: { boss: grace }
priorities:
  P0: { post-mortem: { draft: 3x, calendar: offic, approver: bos } }
  P1: { post-mortem: { draught: 3d } }
  P2: { post-mortem: maybe }
`,
      [
        '3:31: priorities.P0.post-mortem.draft: "3x" is not a duration; expected e.g. 30m, 2h, 1d',
        '3:45: priorities.P0.post-mortem.calendar: "offic" is not a calendar; did you mean "office"?',
        '3:62: priorities.P0.post-mortem.approver: "bos" is not a role; did you mean "boss"?',
        '4:24: priorities.P1.post-mortem.draught: is an unknown key; expected one of draft, review, publish, calendar, after-downtime, approver, approvals',
        '5:22: priorities.P2.post-mortem: "maybe" is not a post-mortem; expected true, false or { draft: 3d, review: 5d, calendar: NAME }',
      ],
    ],
    [
      'a P0 whose downtime decides',
      'priorities: { P0: { post-mortem: { after-downtime: 1h } } }\n',
      [
        '1:36: priorities.P0.post-mortem.after-downtime: a P0 always gets its post-mortem; expected after-downtime on P1 to P3',
      ],
    ],
  ]);
});

describe('labels', () => {
  testProblems([
    [
      'names',
      `labels: { resolved: "a,b", breached: "", post-mortem: 5 }
priorities: { P1: { label: 0123456789012345678901234567890123456789012345678901 } }
`,
      [
        '1:21: labels.resolved: "a,b" has a comma; GitHub takes it for two labels',
        '1:38: labels.breached: a label needs a name',
        '1:55: labels.post-mortem: 5 is not the name of a label; expected "5" in quotes',
        '2:28: priorities.P1.label: "0123456789012345678901234567890123456789012345678901" has 52 characters; GitHub allows a label 50',
      ],
    ],
    [
      'two priorities with one label',
      'priorities: { P1: { label: urgent }, P2: { label: Urgent } }\n',
      ['1:51: priorities.P2.label: the label "Urgent" is also that of priorities.P1'],
    ],
    [
      'a label of its own that is the id of another priority',
      'priorities: { P1: { label: P2 } }\n',
      ['1:28: priorities.P1.label: the label "P2" is also that of priorities.P2'],
    ],
    [
      'a label of the built-in priorities',
      'labels: { resolved: P0 }\n',
      ['1:21: labels.resolved: the label "P0" is also that of priorities.P0'],
    ],
    [
      'categories',
      'categories: [resolved, { name: dns, label: breached }, { name: "x,y" }]\n',
      [
        '1:14: categories[0]: the label "resolved" is also that of labels.resolved',
        '1:44: categories[1].label: the label "breached" is also that of labels.breached',
        '1:64: categories[2].name: cannot be a label: "x,y" has a comma; GitHub takes it for two labels',
      ],
    ],
  ]);
});
