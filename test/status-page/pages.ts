import fc from 'fast-check';
import { always } from '../../src/calendar/calendar.ts';
import { DAY, MINUTE } from '../../src/calendar/length.ts';
import { MAINTENANCE_STAGES, PUBLIC_STAGES } from '../../src/status-page/page.ts';
import type {
  Component,
  Harm,
  MaintenanceStage,
  PublicIncident,
  PublicMaintenance,
  PublicText,
  PublicUpdate,
  StatusPage,
} from '../../src/status-page/page.ts';
import { NOW, OFFICE } from './sample.ts';

/* Status pages made at random, whose texts try to be more than text. */

const PIECES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '[a](javascript:alert(1))',
  '[b](JaVaScRiPt:alert(1))',
  '![p](https://evil.example/p.png)',
  '[c](//evil.example)',
  '[d](data:text/html,<script>1</script>)',
  '<https://ok.example>',
  '[e](mailto:a@b.example)',
  '</style></script></title>',
  ']]>',
  '<!-- hidden -->',
  '&lt;b&gt; &amp; &#60;',
  '"\'><a onclick=x>',
  '\u0000\u0008\u001b\u007f\ufffe',
  '\u202Eevil\u2066',
  '\ud800',
  '# Big\n\n',
  '> > > deep\n',
  '- list\n',
  '`code`',
  '**bold**',
  '@alice #1',
  'é夜🚨',
  '|;=',
  '\n\n',
  ' ',
  'word',
];

const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(' '));
const text: fc.Arbitrary<PublicText> = fc.record({ en: words, fr: words });
const time = fc.integer({ min: -120 * 24 * 60, max: 10 * 24 * 60 }).map((minutes) => NOW + minutes * MINUTE);
const past = time.map((at) => Math.min(at, NOW));
const id = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,12}$/),
  fc.constantFrom('../../etc', 'A b', '__proto__', 'con.txt', '"><b>', 'é'),
);
const length = fc.integer({ min: 1, max: 3 * 24 * 60 }).map((minutes) => minutes * MINUTE);

function updates<Stage>(stages: readonly Stage[]): fc.Arbitrary<readonly PublicUpdate<Stage>[]> {
  const update = fc.record({
    id,
    at: past,
    stage: fc.constantFrom(...stages),
    text,
    correctedAt: fc.option(past),
  });
  return fc
    .uniqueArray(update, { minLength: 1, maxLength: 4, selector: (it) => it.id })
    .map((list) => [...list].sort((a, b) => a.at - b.at));
}

const component: fc.Arbitrary<Component> = fc.record({
  id,
  name: text,
  description: fc.option(text),
  group: fc.option(
    fc
      .constantFrom('g', 'h')
      .map((group) => ({ id: group, name: { en: `Group <${group}>`, fr: `Groupe <${group}>` } })),
  ),
  objective: fc.record({ month: fc.option(fc.constant(0.999)), year: fc.option(fc.constant(0.99)) }),
  calendar: fc.constantFrom(always('UTC'), OFFICE),
});

const HARMS: readonly Harm[] = ['degraded_performance', 'partial_outage', 'major_outage'];

function incident(components: readonly string[]): fc.Arbitrary<PublicIncident> {
  return fc
    .record({
      id,
      title: text,
      harm: fc.constantFrom(...HARMS),
      components: fc.subarray([...components], { minLength: 1 }),
      from: past,
      length: fc.option(length),
      updates: updates(PUBLIC_STAGES),
      nextUpdateBy: fc.option(time),
    })
    .map(({ length: lasted, ...it }) => ({
      ...it,
      id: `i-${it.id}`,
      to: lasted === null ? null : it.from + lasted,
      stage: it.updates.at(-1)!.stage,
    }));
}

function maintenance(components: readonly string[]): fc.Arbitrary<PublicMaintenance> {
  return fc
    .record({
      id,
      title: text,
      components: fc.subarray([...components], { minLength: 1 }),
      from: time,
      length,
      updates: updates(MAINTENANCE_STAGES),
    })
    .map(({ length: lasted, ...it }) => {
      const stage: MaintenanceStage = it.updates.at(-1)!.stage;
      const from = stage === 'scheduled' ? it.from : Math.min(it.from, NOW - MINUTE);
      const hasBegun = stage !== 'scheduled' && stage !== 'cancelled';
      return {
        ...it,
        id: `m-${it.id}`,
        stage,
        from,
        to: from + lasted,
        begunAt: hasBegun ? from : null,
        endedAt: stage === 'completed' ? Math.min(NOW, from + lasted) : null,
      };
    });
}

/** Any page, with up to five components. */
export const anyPage: fc.Arbitrary<StatusPage> = fc
  .uniqueArray(component, { minLength: 1, maxLength: 5, selector: (it) => it.id })
  .chain((components) => {
    const ids = components.map((it) => it.id);
    return fc.record({
      id,
      title: text,
      url: fc.constantFrom('https://status.example.com', 'https://acme.github.io/status'),
      languages: fc.constantFrom<StatusPage['languages'][]>(['en'], ['fr'], ['en', 'fr'], ['fr', 'en']),
      zone: fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York'),
      at: fc.constant(NOW),
      since: fc.constantFrom(NOW - 400 * DAY, NOW - 5 * DAY),
      components: fc.constant(components),
      incidents: fc.uniqueArray(incident(ids), { maxLength: 4, selector: (it) => it.id }),
      maintenances: fc.uniqueArray(maintenance(ids), { maxLength: 3, selector: (it) => it.id }),
    });
  });
