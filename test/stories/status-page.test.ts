import { describe, expect, test } from 'vitest';
import { row } from '../support/card.ts';
import { asks, card, HOUR, MINUTE, mentioned } from '../support/stage.ts';
import { filesOf, PAGE_POLICY, reported, say, shown, updates } from './status-page-story.ts';

/* One act tells customers: what somebody entitled writes with `/update` is on the page, and templates stand for what nobody wrote. */

describe('an incident on the status page', () => {
  test(
    'is there from the first template to the report for customers, in the words of the policy and of people',
    { tags: 'slow' },
    async () => {
      const stage = await reported(['P0']);
      expect(await shown(stage)).toEqual([]);
      // Nobody has said what is affected: an outage of everything is never guessed.
      expect(asks(stage.hub.issue(1))[0]).toContain('**Which services are affected? Comment `/affects checkout`.**');
      expect(row(card(stage.hub.issue(1)), 'Status page')).toBe('nothing there yet: comment `/affects checkout`');
      await say(stage, 'alice', '/ack\n/affects checkout');
      expect(stage.hub.issue(1).labels).toContain('checkout');
      expect(await shown(stage)).toMatchObject([
        { name: 'Checkout: outage', status: 'investigating', impact: 'critical', components: [{ name: 'Checkout' }] },
      ]);
      expect(await updates(stage)).toEqual([['investigating', 'We are looking into a problem with Checkout.']]);
      expect(row(card(stage.hub.issue(1)), 'Status page')).toMatch(
        /^\[investigating\]\(https:\/\/status\.example\.com\/incidents\/[a-z0-9]{12}\.html\) since 09:01 · `Checkout`$/,
      );
      await say(stage, 'alice', '/update Payments hang. Carts are kept.');
      await say(stage, 'alice', '/update identified: a release broke it');
      await say(stage, 'alice', '/correct A setting broke it.');
      await say(stage, 'alice', '/mitigate pay-eu-3 restarted');
      await say(stage, 'alice', '/resolve bob took the release back');
      expect(await updates(stage)).toEqual([
        ['investigating', 'We are looking into a problem with Checkout.'],
        ['investigating', 'Payments hang. Carts are kept.'],
        ['identified', 'A setting broke it.'],
        ['monitoring', 'Checkout can be used again. We are keeping an eye on it.'],
        ['resolved', 'The problem with Checkout is resolved.'],
      ]);
      stage.hub.clock.advance(MINUTE);
      const report = stage.hub.issue(2);
      stage.hub
        .as('alice')
        .editBody(
          2,
          report.body.replace(/(## For customers\n)[\s\S]*?(?=\n## |$)/, '$1\nPayments hung for six minutes.\n'),
        );
      await say(stage, 'alice', '/publish', 2);
      await stage.sweep();
      expect((await updates(stage)).at(-1)).toEqual(['postmortem', 'Payments hung for six minutes.']);
      const all = [...(await filesOf(stage)).values()].join('\n');
      for (const word of ['pay-eu-3', 'nora', 'alice', 'bob', 'Orders hang', 'release broke'])
        expect(all).not.toContain(word);
    },
  );

  test('says by when customers hear more, as the clock of updates has it', async () => {
    const stage = await reported(['P0', 'checkout']);
    await say(stage, 'alice', '/ack\n/update Payments hang.');
    expect((await filesOf(stage)).get('index.html')).toContain('09:31');
  });

  test('keeps the lines of a text, and takes the stage of its act where nobody names one', async () => {
    const stage = await reported(['P1', 'api']);
    await say(stage, 'alice', '/mitigate moved\n/update Two things:\n- it works again\n- we watch it');
    expect(await updates(stage)).toEqual([
      ['investigating', 'We are looking into a problem with API.'],
      ['monitoring', 'Two things:<br />it works again<br />we watch it'],
    ]);
  });

  test('is what its category is, where the page has that as a component, in the words for it', async () => {
    const stage = await reported(['P1', 'network']);
    expect(await updates(stage)).toEqual([['investigating', 'The network is at fault.']]);
    expect((await filesOf(stage)).get('fr/index.html')).toContain('Le réseau est en cause.');
    expect(asks(stage.hub.issue(1)).join('\n')).not.toContain('Which services');
  });

  test('begins again when it is reopened, and ends again', { tags: 'slow' }, async () => {
    const stage = await reported(['P1', 'api']);
    await say(stage, 'alice', '/resolve restarted');
    stage.hub.clock.advance(HOUR);
    await say(stage, 'alice', '/reopen it is back');
    expect((await updates(stage)).map(([stage]) => stage)).toEqual(['investigating', 'resolved', 'investigating']);
    await say(stage, 'alice', '/resolve replaced');
    expect((await updates(stage)).map(([stage]) => stage)).toEqual([
      'investigating',
      'resolved',
      'investigating',
      'resolved',
    ]);
  });

  test('that turns out to be none says so, and so does one that is a duplicate', { tags: 'slow' }, async () => {
    const stage = await reported(['P1', 'api']);
    await say(stage, 'alice', '/dismiss a test of ours');
    expect((await updates(stage)).at(-1)).toEqual(['resolved', 'It turned out that API worked as usual.']);
    stage.hub.as('nora').openIssue({ title: 'API is down' });
    stage.hub.as('bob').label(2, 'P1', 'api');
    await stage.react();
    stage.hub.as('nora').openIssue({ title: 'API is down too' });
    stage.hub.as('bob').label(3, 'P1', 'api');
    await stage.react();
    expect(await shown(stage)).toHaveLength(3);
    await say(stage, 'alice', '/duplicate #2', 3);
    const last = (await shown(stage))
      .flatMap(({ incident_updates: said }) => said)
      .find(({ body }) => /another/.test(body));
    expect(last?.status).toBe('resolved');
    expect(last?.body).toContain('part of another problem');
  });

  test('costs no comment more where all is said, and a second run writes nothing', async () => {
    const stage = await reported(['P0', 'checkout']);
    expect(asks(stage.hub.issue(1))).toHaveLength(1);
    expect(mentioned(asks(stage.hub.issue(1))[0]!)).toEqual(['alice', 'bob']);
    const before = stage.hub.issue(1).comments.map(({ body }) => body);
    await stage.sweep();
    expect(stage.hub.issue(1).comments.map(({ body }) => body)).toEqual(before);
  });

  test('asks which services are affected in French, and offers the command', async () => {
    const stage = await reported(['P0'], { policy: `language: fr\n${PAGE_POLICY}` });
    expect(asks(stage.hub.issue(1))[0]).toContain(
      '**Quels services sont concernés\u00a0? Écrivez `/affects checkout`.**',
    );
    await say(stage, 'alice', '/affects Paiement');
    expect(row(card(stage.hub.issue(1)), 'Page d’état')).toMatch(
      /^\[analyse en cours\]\(.*\) depuis 9\u00a0h\u00a001 · `Paiement`$/,
    );
    await say(stage, 'alice', '/affects chekout');
    expect(asks(stage.hub.issue(1)).at(-1)).toContain('`/affects` demande un ou plusieurs services de la politique');
  });
});
