import type { Element } from 'hast';
import type { Interval } from '../../calendar/calendar.ts';
import { addressCodeOf } from '../address.ts';
import { availability, isBelow, onRecord } from '../availability.ts';
import { groupsOf } from '../board.ts';
import { currentPeriods, shownDaysOf, lastDays } from '../days.ts';
import type { Component } from '../page.ts';
import { barPattern, barsOf, daysTable } from './bars.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import { icon } from './icons.ts';
import { dateText, said } from './view.ts';
import type { View } from './view.ts';

/** What is the same for all components. */
interface Measure {
  readonly view: View;
  readonly days: readonly Interval[];
  readonly periods: ReturnType<typeof currentPeriods>;
}

/** All components by group, each with its condition, its last days and its availability. */
export function componentsSection(view: View): Element {
  const { board, words } = view;
  const measure = { view, days: lastDays(board.page), periods: currentPeriods(board.page) };
  const groups = [...groupsOf(board.page.components)];
  // What has no group needs a heading of its own only beside those that have one.
  const nameOf = (of: readonly Component[]): string | null => {
    const { group } = of[0]!;
    return group ? said(view, group.name) : groups.length > 1 ? words.components.others : null;
  };
  return h(
    'section',
    { ariaLabelledBy: 'components' },
    h('h2', { id: 'components' }, words.components.heading),
    barPattern(),
    groups.map(([, of]) => {
      const name = nameOf(of);
      return [
        name === null ? null : h('h3', null, name),
        h(
          'ul',
          { className: ['components'] },
          of.map((component) => componentItem(measure, component)),
        ),
      ];
    }),
    h(
      'p',
      { className: ['note'] },
      `${words.components.measure} ${words.components.since(dateText(view, board.page.since, 'd LLLL yyyy'))}`,
    ),
  );
}

function componentItem({ view, days, periods }: Measure, component: Component): Element {
  const { board, words } = view;
  const condition = board.conditions.get(component.id)!;
  const stretches = board.stretches.get(component.id)!;
  const { description } = component;
  const ofComponent = shownDaysOf(board.page, days, stretches);
  return h(
    'li',
    null,
    h(
      'div',
      { className: ['row'] },
      h('strong', null, said(view, component.name)),
      h(
        'span',
        { className: ['state'], dataState: condition, dataComponent: addressCodeOf('component', component.id) },
        icon(condition),
        ' ',
        h('span', { className: ['word'] }, words.condition[condition]),
      ),
    ),
    description ? h('p', { className: ['description'] }, said(view, description)) : null,
    barsOf(view, ofComponent),
    availabilityLine({ view, days, periods }, component),
    daysTable(view, ofComponent),
  );
}

/** "Availability: 99.95% in November, promised 99.9% · 99.87% in 2026, below the promised 99.9%". */
function availabilityLine({ view, periods }: Measure, component: Component): Content {
  const { board, words } = view;
  const parts = (['month', 'year'] as const).flatMap((unit): Content[] => {
    const time = onRecord(board.page, periods[unit].from, periods[unit].to);
    const share = time && availability(component, board.stretches.get(component.id)!, time);
    if (share === null) return [];
    const period = dateText(view, periods[unit].from, unit === 'month' ? 'LLLL' : 'yyyy');
    const objective = component.objective[unit];
    const text = words.components.available(words.components.percent(cut(share)), period);
    if (objective === null) return [text];
    const promise = words.components.percent(plain(objective));
    return isBelow(share, objective)
      ? [[text, ', ', h('strong', { className: ['below'] }, words.components.below(promise))]]
      : [`${text}, ${words.components.promised(promise)}`];
  });
  if (parts.length === 0) return null;
  return h('p', { className: ['availability'] }, `${words.components.availability} `, joined(parts));
}

function joined(parts: readonly Content[]): Content {
  return parts.flatMap((part, i) => (i > 0 ? ['\u00a0· ', part] : [part]));
}

/** A share in percent, cut to two places: what is not all must not read as 100. */
function cut(share: number): number {
  return Math.floor(share * 10_000 + 1e-9) / 100;
}

/** A promise in percent, as it was made. */
function plain(objective: number): number {
  return Number((objective * 100).toFixed(6));
}
