import { describe, expect, test } from 'vitest';
import { cardEffect } from '../../src/capabilities/card/effect.ts';
import { COMMAND_NAMES, specOf } from '../../src/capabilities/commands.ts';
import { RULES } from '../../src/capabilities/rules.ts';
import { policyOf, situationAt } from '../clocks/situations.ts';

/* Whatever command there is: what somebody wrote with it is not repeated while the incident is confidential. */

const SECRET = 's3cr3t';
const policy = await policyOf(`
categories: [{ name: breach, label: breach, owner: responder, confidential: true }]
causes: { group: [known] }
services: { checkout: {} }
`);

/** What somebody may write with a command, as its usage says, and beside that. */
function textsOf(usage: string): string[] {
  const asSaid = usage.split(' | ').map((one) =>
    one
      .replace(/[[\]]/g, '')
      .replace(/(\S+)\|\S+/g, '$1')
      .replace(/@?\b[A-Z]{2,}\b/g, SECRET),
  );
  return [
    ...asSaid,
    SECRET,
    `${SECRET} ${SECRET}`,
    `P1 ${SECRET}`,
    `10:30 ${SECRET}`,
    `yes ${SECRET}`,
    `#12 ${SECRET}`,
  ];
}

/** Whom a command assigns, GitHub itself shows on the issue. */
const SHOWN_ANYWAY = ['assign'];

describe.each(COMMAND_NAMES.filter((name) => !SHOWN_ANYWAY.includes(name)))('/%s', (name) => {
  const written = textsOf(specOf(name).usage).map((text) => `/${name} ${text}`);

  test('on what is confidential leaves no word on the card, nor in a comment', () => {
    for (const text of written) {
      const situation = situationAt(policy, 12, 'P1', [
        [10.25, '+breach'],
        [11, text],
      ]);
      expect(situation.incident.category.confidential).toBe(true);
      const [card] = cardEffect(situation, false);
      expect(JSON.stringify(card), text).not.toContain(SECRET);
      expect(JSON.stringify(RULES.flatMap((rule) => rule(situation))), text).not.toContain(SECRET);
    }
  });

  test('before it was confidential leaves none either', () => {
    for (const text of written) {
      const situation = situationAt(policy, 12, 'P1', [
        [10.25, text],
        [11, '+breach'],
      ]);
      const [card] = cardEffect(situation, false);
      expect(JSON.stringify(card), text).not.toContain(SECRET);
      expect(JSON.stringify(RULES.flatMap((rule) => rule(situation))), text).not.toContain(SECRET);
    }
  });
});

test('whoever is refused is told what would be right all the same', () => {
  const of = (...acts: [number, string][]): string =>
    JSON.stringify(RULES.flatMap((rule) => rule(situationAt(policy, 12, 'P1', acts))));
  expect(of([10.25, '+breach'], [11, `/explain ${SECRET}`])).toContain(
    '`/explain`: `…` is no clock. It takes: `acknowledge`',
  );
  expect(of([11, `/explain ${SECRET}`])).toContain(`\`${SECRET}\` is no clock.`);
});

test('what is not confidential shows it', () => {
  const [card] = cardEffect(situationAt(policy, 12, 'P1', [[11, `/workaround ${SECRET}`]]), false);
  expect(JSON.stringify(card)).toContain(SECRET);
});
