import { noticeKey } from '../notification/keys.ts';
import { inline, prose, who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { butFor } from '../people/acted.ts';
import { audience, fallback } from '../people/audience.ts';
import { isHeld, type Rule } from '../situation.ts';

/** An incident that lands on a higher level of support, or is handed on to one, is told to that level (seed document A). */
export const levelRule: Rule = (situation) => {
  const { incident, reader, words } = situation;
  const last = incident.levels.periods.at(-1)!;
  const isNews = last.by !== null || (incident.levels.periods.length === 1 && last.level > 1);
  if (!isNews || incident.resolution.resolved || incident.resolution.ended || isHeld(situation)) return [];
  const name = `level-${last.level}`;
  // All of the level hear that it is theirs, whoever of them has taken it on meanwhile.
  const named = audience(situation, [name], 'everybody').people;
  const to = butFor(last.by, named.length > 0 ? named : fallback(situation).people);
  // Who alone is a level and takes it there has it.
  if (to.length === 0 && named.length > 0) return [];
  const reason = last.text === '' ? null : incident.category.confidential ? null : prose(last.text);
  return [
    {
      do: 'tell',
      keys: [noticeKey('level', last.from)],
      to,
      ask: words.level.ask(incident.priority.current, last.level),
      lines: [
        last.by === null
          ? words.level.landed(
              incident.category.confidential ? words.confidentiality.hidden : inline(incident.levels.source ?? ''),
            )
          : words.level.line(who(last.by), instant(reader, last.from), reason),
        ...(named.length === 0 ? [words.level.nobody(last.level)] : []),
      ],
      why: words.level.why(last.level),
      page: true,
      introduces: true,
      ...(to.length === 0 && { alarm: words.alarm }),
    },
  ];
};
