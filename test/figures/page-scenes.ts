import { DAY, HOUR, MINUTE } from '../../src/calendar/length.ts';
import type { Language } from '../../src/model/language.ts';
import { figuresOf } from '../../src/figures/month-figures.ts';
import { monthAfter, spanOf } from '../../src/figures/months.ts';
import { reportPage } from '../../src/figures/page/page.ts';
import type { IncidentFacts } from '../../src/figures/facts.ts';
import type { MonthFigures } from '../../src/figures/figures.ts';
import type { SectionGround } from '../../src/figures/page/section.ts';
import { figureYearOf } from '../../src/figures/year.ts';
import { clock, facts, POLICY, ZONE } from './sample.ts';
import { groundOf, NOW, richFigures } from './texts.ts';

const CLOCKS = ['acknowledge', 'workaround', 'resolve', 'update'] as const;
const CAUSES = ['overload', 'certificate', 'ddos', 'provider', null] as const;

/** A month of so many incidents as there might be, of every priority. */
function busy(month: string, count: number): MonthFigures {
  const { from } = spanOf(ZONE, month);
  const all = Array.from({ length: count }, (_, i): IncidentFacts => {
    const openedAt = from + DAY + i * 17 * HOUR;
    const took = (3 + ((i * 37) % 50) ** 2) * MINUTE;
    const isOpen = i % 9 === 8;
    const priority = (['P0', 'P1', 'P2', 'P3', 'P1', 'P2', 'P2'] as const)[i % 7]!;
    const cause = CAUSES[i % 5]!;
    const mitigatedAt = i % 3 > 0 && !isOpen ? openedAt + took * 0.6 : null;
    return facts(i + 1, {
      openedAt,
      priority,
      acknowledgedAt: openedAt + ((i * 7) % 23) * MINUTE,
      mitigatedAt,
      resolvedAt: isOpen ? null : openedAt + took,
      cause,
      attributableTo: cause === 'provider' ? 'Nordic Hosting' : null,
      services: [i % 2 === 0 ? 'checkout' : 'search'],
      impact: {
        from: openedAt,
        to: openedAt + (i % 4) * MINUTE,
        isStated: i % 3 > 0,
        spans: [{ from: openedAt, to: openedAt + (i % 4) * MINUTE }],
        weight: 1,
      },
      clocks: CLOCKS.map((name, k) => {
        const isMissed = (i + k) % 5 === 0;
        const result = isMissed ? ({ result: 'missed', late: i * MINUTE, lag: MINUTE } as const) : {};
        return clock({ clock: name, priority, at: openedAt + took, ...result });
      }),
      pages: [
        { at: openedAt, role: i % 3 > 0 ? 'responder' : 'payments', isNight: i % 4 === 0 },
        ...(priority === 'P0' ? [{ at: openedAt, role: 'incident-manager', isNight: false }] : []),
      ],
    });
  });
  return figuresOf(all, POLICY, month, NOW);
}

const full: SectionGround = (() => {
  const counts = [5, 9, 7, 12, 14, 3, 0, 8, 11, 17, 13];
  // Of one month nothing is on record.
  const before = counts.map((it, i) => busy(monthAfter('2026-11', i - counts.length), it)).filter((_, i) => i !== 4);
  const month = busy('2026-11', 34);
  return { month, before, year: figureYearOf([...before.filter((it) => it.month.startsWith('2026')), month]) };
})();

const empty: SectionGround = {
  month: figuresOf([], { ...POLICY, services: [] }, '2026-11', NOW),
  before: [],
  year: null,
};

/** What people may call things, each of it in every place. */
export const NAMES = [
  `<script>alert(1)</script>]]></style></svg>"'&${'W'.repeat(260)}`,
  'שירות התשלומים של החנות והלקוחות שלנו',
  '👩‍💻🔥 お支払いサービスお支払いサービスお支払いサービス',
] as const;

/** A month in which somebody has chosen a name for everything. */
export function named(name: string): SectionGround {
  const month = richFigures(name);
  const services = month.services.map((it) => ({ ...it, service: `${name}${it.service}` }));
  const named = { ...month, services };
  return { month: named, before: [], year: figureYearOf([named]) };
}

const hostile: SectionGround = (() => {
  const all = NAMES.map(named);
  const { month } = all[0]!;
  return {
    ...all[0]!,
    month: { ...month, causes: all.flatMap((it) => it.month.causes), load: all.flatMap((it) => it.month.load) },
  };
})();

/** Months that a page is tried with. */
export const PAGE_SCENES = { full, few: { ...named('network') }, empty, hostile } as const;

/** The files of a page. */
export function pageOf(given: SectionGround, language: Language): ReadonlyMap<string, string> {
  const { month } = given.month;
  const title = groundOf(language).words.title(month);
  return reportPage(given, { ...groundOf(language), title });
}
