import { describe } from 'vitest';
import { testProblems } from './lines.ts';

describe('changes', () => {
  testProblems([
    [
      'all keys',
      `
services: { checkout: {} }
causes: { intrinsic: [release] }
changes:
  for: [P0]
  look-back: 1h
  environments: [production]
  repositories: [acme/infra]
  show: 3
  risky: ['migrations/**']
  paths: { checkout: ['payment/**'] }
  cause: release
  rollback: { workflow: rollback.yml }
`,
      [],
    ],
    ['the defaults', 'changes: {}\n', []],
    [
      'a look-back that is none',
      'changes: { look-back: 1m }\n',
      ['1:23: changes.look-back: "1m" is not between 5 minutes and 7 days'],
    ],
    [
      'a look-back of weeks',
      'changes: { look-back: 30d }\n',
      ['1:23: changes.look-back: "30d" is not between 5 minutes and 7 days'],
    ],
    [
      'what is no repository',
      'changes: { repositories: [infra] }\n',
      ['1:27: changes.repositories[0]: "infra" is not a repository; expected OWNER/NAME'],
    ],
    [
      'too many repositories',
      'changes: { repositories: [a/a, a/b, a/c, a/d, a/e, a/f] }\n',
      ['1:26: changes.repositories: has 6 repositories; expected at most 5'],
    ],
    [
      'a path for a workflow',
      'changes: { rollback: { workflow: .github/workflows/rollback.yml } }\n',
      [
        '1:34: changes.rollback.workflow: ".github/workflows/rollback.yml" is not the name of a workflow’s file; expected e.g. rollback.yml, without its folder',
      ],
    ],
    [
      'a rollback without a workflow',
      'changes: { rollback: {} }\n',
      ['1:12: changes.rollback.workflow: is missing; expected the name of a workflow’s file, e.g. rollback.yml'],
    ],
    [
      'paths of nothing',
      "services: { checkout: {} }\nchanges: { paths: { chekout: ['a/**'] } }\n",
      ['2:21: changes.paths.chekout: "chekout" is not a category or a service; did you mean "checkout"?'],
    ],
    [
      'a cause of nothing',
      'causes: { intrinsic: [release] }\nchanges: { cause: relaese }\n',
      ['2:19: changes.cause: "relaese" is not a cause; did you mean "release"?'],
    ],
    [
      'a slip in a key',
      'changes: { lookback: 2h }\n',
      ['1:12: changes.lookback: is an unknown key; did you mean "look-back"?'],
    ],
    [
      'a number of changes',
      'changes: { show: 40 }\n',
      ['1:18: changes.show: 40 is not a number of changes; expected 1 to 10'],
    ],
  ]);
});
