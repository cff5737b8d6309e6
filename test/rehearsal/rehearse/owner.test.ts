// @module-tag slow

import { describe, expect, it } from 'vitest';
import { shown, timeline, under } from './rehearsals.ts';

describe('what reaches nobody, because of who owns the repository,', () => {
  const ownedBy = (person: string | null, account: string) => ({
    ownership: { person, account, command: 'npx ../tocsin rehearse' },
  });

  it('is every step of a policy whose fallback is an organization, unless its owner is a person', async () => {
    const result = await shown('timezone: UTC\n');
    expect(result.isReached).toBe(false);
    expect(timeline(result)).toContain('Fri 18:45 mention nobody step acknowledge due of urgent');
    const found = under(result.lines, 'Reached nobody');
    expect(found).toContain('step start of urgent: its people are nobody, and so is the fallback');
    expect(found[0]).toBe(
      'fallback: owner. If a person owns this repository, they are told of all this: `tocsin rehearse --owner LOGIN` shows it. If an organisation does, only whoever last changed the workflow can be: name a login or a role.',
    );
    const owned = await shown('timezone: UTC\n', ownedBy('bob', 'bob'));
    expect(owned.isReached).toBe(true);
    expect(timeline(owned)).toContain('Fri 18:45 mention bob step acknowledge due of urgent');
    expect(under(owned.lines, 'Worth a look')).toContain(
      'step start of urgent: its people (assignee) are nobody then; told instead: bob',
    );
  });

  it('is said on what it depends, where the account is known that owns the repository', async () => {
    const result = await shown('timezone: UTC\n', ownedBy(null, 'bob'));
    expect(result.isReached).toBe(false);
    expect(under(result.lines, 'Reached nobody')[0]).toBe(
      'fallback: owner. If bob is a person, bob is told of all this: `npx ../tocsin rehearse --owner bob` shows it. If it is an organisation, only whoever last changed the workflow can be: name a login or a role.',
    );
    const french = await shown('timezone: UTC\nlanguage: fr\n', ownedBy(null, 'bob'));
    expect(under(french.lines, 'N’a joint personne')[0]).toContain(
      'Si bob est une personne, c’est elle qui est prévenue de tout ceci : `npx ../tocsin rehearse --owner bob` le montre.',
    );
  });

  it('is an organisation that the policy names as if it were a person', async () => {
    const alone = 'timezone: UTC\nfallback: Acme\n';
    const said =
      'fallback: Acme owns this repository. If it is an organisation, as taken here, it cannot be notified: name a person. If Acme is a person, `npx ../tocsin rehearse --owner Acme` shows it.';
    const result = await shown(alone, ownedBy(null, 'acme'));
    expect(result.isReached).toBe(false);
    expect(under(result.lines, 'Reached nobody')[0]).toBe(said);
    expect(timeline(result)).toContain('Fri 18:45 mention nobody step acknowledge due of urgent');
    const person = await shown(alone, ownedBy('acme', 'acme'));
    expect(timeline(person)).toContain('Fri 18:45 mention Acme step acknowledge due of urgent');
    // Where somebody else is told of everything, it is no more than worth a look.
    const both = await shown(`${alone}roles: { responder: [tess] }\n`, ownedBy(null, 'acme'));
    expect(both.isReached).toBe(true);
    expect(under(both.lines, 'Worth a look')[0]).toBe(said);
  });
});
