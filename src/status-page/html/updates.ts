import type { Element } from 'hast';
import { anchorOf } from '../address.ts';
import type { PublicUpdate } from '../page.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import { proseOf } from './prose.ts';
import { said, time } from './view.ts';
import type { View } from './view.ts';

/** What of which the updates are: an incident or a maintenance, and how its stages are called. */
export interface Told<Stage extends string> {
  readonly kind: 'incident' | 'maintenance';
  readonly id: string;
  readonly stages: Readonly<Record<Stage, string>>;
}

/** What was told, newest first. */
export function updatesList<Stage extends string>(
  view: View,
  told: Told<Stage>,
  updates: readonly PublicUpdate<Stage>[],
): Element {
  return h(
    'ol',
    { className: ['updates'], ariaLabel: view.words.incidents.updates },
    [...updates].reverse().map((update) => updateItem(view, told, update)),
  );
}

function updateItem<Stage extends string>(view: View, told: Told<Stage>, update: PublicUpdate<Stage>): Element {
  const { id, at, stage, text, correctedAt } = update;
  return h(
    'li',
    { id: anchorOf(told.kind, told.id, id) },
    h(
      'p',
      { className: ['when'] },
      h('strong', null, told.stages[stage]),
      ' · ',
      time(view, at),
      correction(view, correctedAt),
    ),
    h('div', { className: ['prose'] }, proseOf(said(view, text))),
  );
}

function correction(view: View, at: number | null): Content {
  if (at === null) return null;
  return [' · ', h('span', { className: ['corrected'] }, `${view.words.incidents.corrected} `, time(view, at))];
}
