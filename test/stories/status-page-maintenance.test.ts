import { expect, test } from 'vitest';
import { alert, at, form, open, PLANNED, say } from './maintenance-story.ts';
import { stageOf } from '../support/stage.ts';
import { filesOf } from './status-page-story.ts';

/* Planned maintenance on the page: before, meanwhile, when it overruns and when it is over; and nothing of what its issue says inside. */

const POLICY = `${PLANNED}
status-page:
  title: Shop status
  url: https://status.example.com
  languages: [en, fr]
  components: { checkout: { name: { en: Checkout, fr: Paiement } } }
`;

interface Summary {
  readonly status: { readonly indicator: string };
  readonly components: readonly { readonly status: string }[];
  readonly incidents: readonly { readonly name: string }[];
  readonly scheduled_maintenances: readonly {
    readonly name: string;
    readonly status: string;
    readonly scheduled_until: string;
  }[];
}

/** The pages of the maintenance themselves. */
const pages = (files: ReadonlyMap<string, string>): string =>
  [...files].flatMap(([path, text]) => (path.startsWith('maintenance/') ? [text] : [])).join('\n');

async function look(stage: Awaited<ReturnType<typeof stageOf>>) {
  const files = await filesOf(stage);
  const summary = JSON.parse(files.get('api/v2/summary.json')!) as Summary;
  const [maintenance] = summary.scheduled_maintenances;
  return { files, summary, component: summary.components[0]!.status, maintenance, ics: files.get('maintenance.ics')! };
}

test('a maintenance that overruns is on the page from its confirmation to its end', { tags: 'slow' }, async () => {
  const stage = await stageOf({ policy: POLICY });
  await open(stage, form({ public: 'You cannot pay for up to two hours.' }));
  const before = await look(stage);
  expect(before.maintenance).toMatchObject({ name: 'Maintenance of Checkout', status: 'scheduled' });
  expect(before.component).toBe('operational');
  expect(before.ics).toContain('DTSTART:20261102T140000Z');
  expect(pages(before.files)).toContain('You cannot pay for up to two hours.');
  expect(before.files.get('fr/index.html')).toContain('Paiement');
  await at(stage, '14:05');
  const during = await look(stage);
  expect([during.maintenance!.status, during.component]).toEqual(['in_progress', 'under_maintenance']);
  // What its alerts open is held, and is no news for customers either.
  await alert(stage, { priority: 'P0' });
  expect((await look(stage)).summary.incidents).toEqual([]);
  await say(stage, 'alice', '/extend 30m');
  expect((await look(stage)).maintenance!.scheduled_until).toBe('2026-11-02T16:30:00.000Z');
  // It runs over: the alert is told now, and customers read of it.
  await at(stage, '16:40');
  await at(stage, '17:00');
  const over = await look(stage);
  expect(over.summary.incidents).toMatchObject([{ name: 'Checkout: outage' }]);
  expect(over.component).toBe('major_outage');
  await say(stage, 'alice', '/update The new database needs longer to copy.');
  expect(pages((await look(stage)).files)).toContain('The new database needs longer to copy.');
  await say(stage, 'alice', '/done');
  await say(stage, 'alice', '/done');
  const after = await look(stage);
  expect(after.maintenance).toBeUndefined();
  const all = [...after.files.values()].join('\n');
  for (const word of ['db-3', 'vault', 'New database', 'alice']) expect(all).not.toContain(word);
});

test(
  'what a stranger plans is not on the page, and a run says when the page must show a maintenance',
  { tags: 'slow' },
  async () => {
    const served: { text: string | null } = { text: null };
    const stage = await stageOf({ policy: POLICY, look: () => Promise.resolve(served.text) });
    served.text = (await look(stage)).files.get('build.json')!;
    await open(stage, form({ public: 'All is free today' }), 'nora');
    expect((await stage.sweep()).isPageDue).toBe(false);
    expect((await look(stage)).maintenance).toBeUndefined();
    await say(stage, 'alice', '/confirm');
    expect((await stage.sweep()).isPageDue).toBe(true);
    const { files, maintenance } = await look(stage);
    expect(maintenance).toMatchObject({ status: 'scheduled' });
    served.text = files.get('build.json')!;
    expect((await stage.sweep()).isPageDue).toBe(false);
    await at(stage, '14:00');
    expect((await stage.sweep()).isPageDue).toBe(true);
  },
);
