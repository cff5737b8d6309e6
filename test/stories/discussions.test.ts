import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../support/stage.ts';
import { build, mailsOf, quoted, sayAndBuild, toldStage, TOLD_POLICY } from './discussions-story.ts';

/* Whoever watches the Discussions of a repository, or one of them, gets mail of what is on the status page: read as they read it. */

describe('a subscriber', () => {
  test(
    'reads a P0 from the first template to its correction and its end in one Discussion',
    { tags: 'slow' },
    async () => {
      const stage = await toldStage(['P0', 'checkout']);
      const { filed } = await build(stage);
      expect(filed).toEqual([
        { issue: null, do: 'tell-subscribers', what: 'told subscribers: opened the Discussion Checkout: outage' },
      ]);
      await sayAndBuild(stage, 'alice', '/ack\n/update Payments hang. Carts are kept.');
      await sayAndBuild(stage, 'alice', '/update identified: a release broke it');
      await sayAndBuild(stage, 'alice', '/mitigate pay-eu-3 restarted');
      await sayAndBuild(stage, 'alice', '/correct You can pay again.');
      await sayAndBuild(stage, 'alice', '/resolve bob took the release back');
      const all = stage.hub.discussions();
      expect(all).toHaveLength(1);
      expect(all[0]).toMatchObject({ category: 'Announcements', author: 'github-actions[bot]', closed: null });
      const mails = mailsOf(all[0]!);
      expect(mails[0]).toMatchInlineSnapshot(`
      "Checkout: outage
      **Investigating** · Mon 2 Nov 2026, 09:00 UTC

      > We are looking into a problem with Checkout.

      Affects Checkout

      <details><summary>Français</summary>

      **Analyse en cours** · lun. 2 nov. 2026, 9 h UTC

      > Nous étudions un problème sur le service Paiement.

      Service concerné : Paiement

      </details>

      [On the status page](https://status.example.com/incidents/sjer2qb4pa16.html)

      <sub>Each further update is a comment here. Subscribe to this discussion to get them.</sub>"
    `);
      expect(mails.map(quoted).slice(1)).toEqual([
        'Payments hang. Carts are kept.',
        'A release broke it',
        'You can pay again.',
        'The problem with Checkout is resolved.',
      ]);
      expect(mails[3]).toContain('**Monitoring** · Mon 2 Nov 2026, 09:03 UTC · corrected 09:04');
      // What people wrote in one language is there once.
      expect(mails[1]).not.toContain('<details>');
      const text = JSON.stringify(all);
      for (const word of ['pay-eu-3', 'nora', 'alice', 'bob', 'Orders hang', '"issue":1'])
        expect(text).not.toContain(word);
    },
  );

  test(
    'gets no mail of a correction: what was told is edited in place, the first news as well',
    { tags: 'slow' },
    async () => {
      const stage = await toldStage(['P1', 'api']);
      await build(stage);
      await sayAndBuild(stage, 'alice', '/correct It is slow.');
      await sayAndBuild(stage, 'alice', '/public title Slow answers');
      const [thread] = stage.hub.discussions();
      expect(thread!.title).toBe('Slow answers');
      expect(thread!.comments).toEqual([]);
      expect(mailsOf(thread!)[0]).toContain('· corrected 09:01');
      expect(quoted(mailsOf(thread!)[0]!)).toBe('It is slow.');
    },
  );

  test('reads the first language of the page, and another below it', { tags: 'slow' }, async () => {
    const policy = `language: fr\n${TOLD_POLICY.replace('[en, fr]', '[fr, en]')}`;
    const stage = await toldStage(['P0', 'checkout'], { policy });
    const { filed } = await build(stage);
    expect(filed[0]!.what).toBe('abonnés prévenus\u00a0: ouverture de la discussion Paiement\u00a0: panne');
    await sayAndBuild(stage, 'alice', '/update Les paiements attendent.');
    await sayAndBuild(stage, 'alice', '/correct Les paiements échouent.');
    const [opening, update] = mailsOf(stage.hub.discussions()[0]!);
    expect(opening!.split('\n').slice(0, 6)).toEqual([
      'Paiement : panne',
      '**Analyse en cours** · lun. 2 nov. 2026, 9\u00a0h UTC',
      '',
      '> Nous étudions un problème sur le service Paiement.',
      '',
      'Service concerné\u00a0: Paiement',
    ]);
    expect(opening).toContain('<details><summary>English</summary>');
    expect(opening).toContain('[Sur la page d’état](');
    expect(update).toContain('· corrigé 9\u00a0h\u00a002');
  });

  test('reads of several incidents in a Discussion each, the worst first', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P1', 'api']);
    stage.hub.as('nora').openIssue({ title: 'No payments' });
    stage.hub.as('bob').label(2, 'P0', 'checkout');
    await stage.react();
    await build(stage);
    expect(stage.hub.discussions().map(({ title }) => title)).toEqual(['Checkout: outage', 'API: partial outage']);
  });

  test('reads of what begins again in the Discussion that there is', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P1', 'api']);
    await sayAndBuild(stage, 'alice', '/resolve restarted');
    stage.hub.clock.advance(HOUR);
    await sayAndBuild(stage, 'alice', '/reopen it is back');
    await build(stage);
    const all = stage.hub.discussions();
    expect(all).toHaveLength(1);
    expect(all[0]!.comments.map(({ body }) => /\*\*(\w+)\*\*/.exec(body)![1])).toEqual(['Resolved', 'Investigating']);
  });
});

describe('what is no news any more', () => {
  test('gets no Discussion: an incident that was over more than a day ago', { tags: 'slow' }, async () => {
    const stage = await toldStage(['P1', 'api']);
    await stage.pass(HOUR);
    await sayAndBuild(stage, 'alice', '/resolve restarted', 1);
    for (const { number } of stage.hub.discussions()) stage.hub.as('grace').deleteDiscussion(number);
    stage.hub.clock.advance(DAY + HOUR);
    await build(stage);
    expect(stage.hub.discussions()).toEqual([]);
  });

  test('is not told late: of an incident that goes on, only what is of the last day', { tags: 'slow' }, async () => {
    const policy = TOLD_POLICY.replace('  discussions: Announcements\n', '');
    const stage = await toldStage(['P1', 'api'], { policy });
    await sayAndBuild(stage, 'alice', '/update It is slow.');
    stage.hub.clock.advance(2 * DAY);
    stage.hub.commit({ '.github/tocsin.yml': TOLD_POLICY });
    await build(stage);
    expect(stage.hub.discussions()).toEqual([]);
    await sayAndBuild(stage, 'alice', '/update It is still slow.');
    const [thread] = stage.hub.discussions();
    expect(mailsOf(thread!).map(quoted)).toEqual(['We are looking into a problem with API.', 'It is still slow.']);
  });
});
