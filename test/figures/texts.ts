import { createRequire } from 'node:module';
import { HOUR, MINUTE } from '../../src/calendar/length.ts';
import type { IncidentFacts } from '../../src/figures/facts.ts';
import type { MonthFigures } from '../../src/figures/figures.ts';
import { figuresOf } from '../../src/figures/month-figures.ts';
import type { ReportPartGround } from '../../src/figures/report/part.ts';
import { monthText } from '../../src/figures/report/text.ts';
import { reportWordsOf } from '../../src/figures/report/words.ts';
import { figureYearOf } from '../../src/figures/year.ts';
import { at, clock, facts, POLICY } from './sample.ts';

/** What others may name things: nothing of it may break a table or a picture, mention anybody or link anywhere. */
export const HOSTILE = 'a|b`c` @grace #1 "q" ; <b>x</b> --> ```\n]} :::';

export const NOW = at('2026-11-27T09:00+01:00');

export const groundOf = (language: 'en' | 'fr'): Omit<ReportPartGround, 'of' | 'months'> => ({
  language,
  words: reportWordsOf(language),
  warnAt: [0.5, 0.75],
  names: { clock: (name) => name, month: (month) => month, instant: (time) => new Date(time).toISOString() },
});

/** A month with something of everything: names of others are `name`. */
export function richMonth(name = 'network'): readonly IncidentFacts[] {
  const openedAt = (day: number): number => at(`2026-11-${String(day).padStart(2, '0')}T10:00Z`);
  return Array.from({ length: 12 }, (_, i): IncidentFacts => {
    const opened = openedAt(i + 2);
    const end = opened + (i + 1) * 20 * MINUTE;
    const isOpen = i > 9;
    return facts(i + 1, {
      openedAt: opened,
      priority: i % 3 === 0 ? 'P0' : 'P1',
      category: i % 2 === 0 ? name : 'dns',
      subcategory: i % 4 === 0 ? name : null,
      group: i % 2 === 0 ? name : null,
      cause: i % 5 === 0 ? name : i % 5 === 1 ? 'ddos' : null,
      causeGroup: 'extrinsic',
      attributableTo: i % 5 === 0 ? name : null,
      resolvedAt: isOpen ? null : end,
      mitigatedAt: i % 2 === 0 && !isOpen ? end - 5 * MINUTE : null,
      isConfidential: i === 6,
      recurrence: i % 2 === 0 ? name : null,
      leftOut: i === 4 ? 'dismissed' : null,
      kind: i === 5 ? 'assistance' : 'incident',
      services: i % 2 === 0 ? ['checkout'] : ['search'],
      impact: {
        from: opened,
        to: isOpen ? null : end,
        isStated: i % 2 === 0,
        spans: [{ from: opened, to: isOpen ? Infinity : end }],
        weight: isOpen ? 0 : 1,
      },
      clocks: [
        clock({ at: opened + MINUTE }),
        clock({
          clock: 'resolve',
          priority: 'P0',
          result: 'missed',
          at: opened + HOUR,
          late: 20 * MINUTE,
          lag: 7 * MINUTE,
        }),
      ],
      pages: [
        { at: opened, role: name, isNight: i % 2 === 0 },
        { at: opened, role: null, isNight: false },
      ],
      isPostMortemOverdue: i === 0,
      isDataLost: i === 2,
      overdueItems: i === 1 ? 2 : 0,
    });
  });
}

export function richFigures(name?: string): MonthFigures {
  const corrections = [
    { month: '2026-10', n: 3, what: 'cause', from: '', to: name ?? 'ddos' },
    { month: '2026-10', n: 4, what: 'opened', from: 'true', to: 'false' },
  ] as const;
  return figuresOf(richMonth(name), POLICY, '2026-11', NOW, corrections);
}

export function richText(language: 'en' | 'fr', name?: string): string {
  const figures = richFigures(name);
  const before = { ...figures, month: '2026-10', opened: 7 };
  return monthText(figures, { ...groundOf(language), before }, { isClosed: false, year: figureYearOf([figures]) });
}

/** The pictures in a text. */
export const pictures = (text: string): string[] =>
  [...text.matchAll(/```mermaid\n([^]*?)\n```/g)].map(([, source = '']) => source);

/** Reads pictures as GitHub does; throws what Mermaid says against one. */
export async function parsePicture(source: string): Promise<void> {
  // Mermaid cleans texts with what a browser has.
  const { JSDOM } = createRequire(import.meta.url)('jsdom') as { JSDOM: new (html: string) => { window: Window } };
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  await mermaid.parse(source);
}
