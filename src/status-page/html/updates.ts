import type { Element } from 'hast';
import { abbreviate } from '../../text/cut.ts';
import { anchorOf } from '../address.ts';
import type { PublicUpdate } from '../page.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import { said, htmlTime, timeAfter } from './view.ts';
import type { View } from './view.ts';

/** What of which the updates are: an incident or a maintenance, and how its stages are called. */
export interface ToldUpdate<Stage extends string> {
  readonly kind: 'incident' | 'maintenance';
  readonly id: string;
  readonly stages: Readonly<Record<Stage, string>>;
}

/** So much of a text stands on the front page, in UTF-16 units. */
export const LONGEST_SHOWN = 1_500;

/** Updates as the front page shows them, which must not grow with what is written. */
export function shortened<Stage>(updates: readonly PublicUpdate<Stage>[]): readonly PublicUpdate<Stage>[] {
  return updates.map(({ text, ...update }) => ({
    ...update,
    text: { en: abbreviate(text.en, LONGEST_SHOWN), fr: abbreviate(text.fr, LONGEST_SHOWN) },
  }));
}

/** What was told, newest first. */
export function updatesList<Stage extends string>(
  view: View,
  told: ToldUpdate<Stage>,
  updates: readonly PublicUpdate<Stage>[],
): Element {
  return h(
    'ol',
    { className: ['updates'], ariaLabel: view.words.incidents.updates },
    [...updates].reverse().map((update) => updateItem(view, told, update)),
  );
}

function updateItem<Stage extends string>(view: View, told: ToldUpdate<Stage>, update: PublicUpdate<Stage>): Element {
  const { id, at, stage, text, correctedAt } = update;
  return h(
    'li',
    { id: anchorOf(told.kind, told.id, id) },
    h(
      'p',
      { className: ['when'] },
      h('strong', null, told.stages[stage]),
      ' · ',
      htmlTime(view, at),
      correction(view, correctedAt),
    ),
    h('div', { className: ['prose'] }, view.board.prose(said(view, text))),
  );
}

function correction(view: View, at: number | null): Content {
  if (at === null) return null;
  return [' · ', h('span', { className: ['corrected'] }, timeAfter(view, view.words.incidents.corrected, at))];
}
