import fc from 'fast-check';
import { always, compileCalendar } from '../../src/calendar/calendar.ts';
import { DAY, HOUR, MINUTE } from '../../src/calendar/length.ts';
import type { ClockFacts, IncidentFacts } from '../../src/figures/facts.ts';
import type { FiguresPolicy } from '../../src/figures/figures.ts';

export const at = (text: string): number => Date.parse(text);
export const ZONE = 'Europe/Paris';

export const OFFICE = compileCalendar({
  name: 'office',
  zone: ZONE,
  weekly: Object.fromEntries((['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => [day, [['09:00', '19:00']]])),
});

export const POLICY: FiguresPolicy = {
  zone: ZONE,
  services: [
    {
      name: 'checkout',
      tolerance: 10 * MINUTE,
      objective: { month: 0.999, year: 0.9995 },
      calendar: always(ZONE),
    },
    { name: 'search', tolerance: null, objective: { month: null, year: 0.99 }, calendar: OFFICE },
  ],
  maintenances: [],
  exclude: ['ddos'],
  countsConfidential: true,
};

/** An incident of Friday 20 November 2026, 18:30 in Paris: an hour, resolved in time. */
export function facts(number: number, changes: Partial<IncidentFacts> = {}): IncidentFacts {
  const openedAt = changes.openedAt ?? at('2026-11-20T18:30+01:00');
  const end = openedAt + HOUR;
  return {
    number,
    isConfidential: false,
    title: `Incident ${number}`,
    kind: 'incident',
    priority: 'P1',
    category: 'network',
    subcategory: null,
    group: 'responder',
    openedAt,
    changedAt: end,
    acknowledgedAt: openedAt + 5 * MINUTE,
    mitigatedAt: null,
    resolvedAt: end,
    closedAt: null,
    status: 'resolved',
    leftOut: null,
    leftOutAt: null,
    reopened: 0,
    cause: 'overload',
    causeGroup: 'extrinsic',
    attributableTo: null,
    services: ['checkout'],
    impact: { from: openedAt, to: end, isStated: false, spans: [{ from: openedAt, to: end }], weight: 1 },
    downtime: HOUR,
    clocks: [clock({ at: openedAt + 5 * MINUTE, dueAt: openedAt + 15 * MINUTE })],
    pages: [],
    recurrence: null,
    isPostMortemOverdue: false,
    isDataLost: false,
    overdueItems: 0,
    culprit: null,
    ...changes,
  };
}

export function clock(changes: Partial<ClockFacts> = {}): ClockFacts {
  return {
    clock: 'acknowledge',
    priority: 'P1',
    dueAt: 0,
    result: 'met',
    at: 0,
    times: 1,
    late: null,
    lag: null,
    ...changes,
  };
}

const START = at('2026-10-25T00:00Z');
const SPAN = 45 * 24 * 60;
const minutes = (most: number) => fc.integer({ min: 0, max: most }).map((it) => it * MINUTE);
export const instant = minutes(SPAN).map((it) => START + it);
/** A length, or null for what has not come yet. */
const later = fc.option(minutes(9 * 24 * 60));
const some = <const T>(...values: readonly T[]) => fc.constantFrom(...values);

const clockFacts: fc.Arbitrary<ClockFacts> = fc
  .record({
    name: some('acknowledge', 'resolve'),
    grade: some('P0', 'P3'),
    when: instant,
    how: some(0, 1, 2),
    times: some(1, 3),
  })
  .map(({ name, grade, when, how, times }) =>
    clock({
      clock: name,
      priority: grade,
      ...(how === 0
        ? { at: when }
        : how === 1
          ? { result: 'missed', at: when, lag: MINUTE * times, late: times === 1 ? HOUR : null, times }
          : { result: 'running', at: null }),
    }),
  );

/** Incidents as histories make them, in whole minutes: some open, some over a month's end, some left out. */
export const incidents: fc.Arbitrary<readonly IncidentFacts[]> = fc
  .array(
    fc
      .record({
        openedAt: instant,
        acked: later,
        mitigated: later,
        resolved: later,
        leftOut: fc.oneof(
          { weight: 5, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: some('dismissed', 'withdrawn', 'duplicate') },
        ),
        isConfidential: some(false, false, false, true),
        kind: some('incident', 'incident', 'incident', 'assistance'),
        priority: some('P0', 'P1', 'P3'),
        category: some('network', 'dns', null),
        subcategory: some('a', null),
        group: some('responder', 'sre', null),
        cause: some('ddos', 'overload', null),
        services: some(['checkout'], ['search'], ['checkout', 'search'], []),
        weight: some(0, 0.3, 1),
        isStated: fc.boolean(),
        gap: fc.option(minutes(600)),
        clocks: fc.array(clockFacts, { maxLength: 4 }),
        pages: fc.array(fc.record({ at: instant, role: some('responder', null), isNight: fc.boolean() }), {
          maxLength: 3,
        }),
        recurrence: some('network, ddos', 'dns', null),
        isPostMortemOverdue: fc.boolean(),
        isDataLost: fc.boolean(),
        overdueItems: some(0, 2),
      })
      .map(({ acked, mitigated, resolved, weight, isStated, gap, subcategory, ...it }) => {
        const after = (length: number | null): number | null => (length === null ? null : it.openedAt + length);
        const to = after(mitigated ?? resolved);
        // A maintenance in the middle takes a part out.
        const middle = gap === null ? null : { from: it.openedAt + gap, to: it.openedAt + gap + 2 * HOUR };
        const spans =
          middle === null || middle.to >= (to ?? Infinity)
            ? [{ from: it.openedAt, to: to ?? Infinity }]
            : [
                { from: it.openedAt, to: middle.from },
                { from: middle.to, to: to ?? Infinity },
              ];
        return {
          ...it,
          subcategory: it.category === null ? null : subcategory,
          acknowledgedAt: after(acked),
          mitigatedAt: after(mitigated),
          resolvedAt: after(resolved),
          causeGroup: it.cause && 'extrinsic',
          impact:
            it.kind === 'assistance'
              ? null
              : { from: it.openedAt, to, isStated, weight, spans: spans.filter((span) => span.from < span.to) },
        };
      }),
    { maxLength: 7 },
  )
  .map((all) => all.map((changes, i) => facts(i + 1, changes)));

export const policies: fc.Arbitrary<FiguresPolicy> = fc
  .record({
    countsConfidential: fc.boolean(),
    exclude: some<readonly string[]>([], ['ddos'], ['extrinsic']),
    maintenance: fc.option(instant),
  })
  .map(({ maintenance, ...it }) => ({
    ...POLICY,
    ...it,
    maintenances:
      maintenance === null ? [] : [{ services: ['checkout'], spans: [{ from: maintenance, to: maintenance + DAY }] }],
  }));
