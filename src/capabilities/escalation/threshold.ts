import type { Threshold } from '../../model/escalation.ts';
import { parseDuration, writeTime } from '../../policy/duration.ts';
import { either, nearest, quote } from '../../policy/wording.ts';
import { CLOCKS, type ClockName } from '../clocks/table.ts';

export const THRESHOLD = new RegExp(
  `^(?:start|(?:${CLOCKS.join('|')}) +(?:[1-9]\\d?%|due(?: *[+-] *(?:\\d{1,6}h ?)?(?:\\d{1,6}m)?)?))$`,
);

const EXAMPLES = 'expected e.g. start, acknowledge due, resolve 75%, resolve due - 30m or resolve due + 1h';

/** When an escalation step falls due, with its canonical spelling; or the message about it. */
type ParsedThreshold = { readonly at: Threshold<ClockName>; readonly text: string } | { readonly wrong: string };

/** Reads `start`, `CLOCK due`, `CLOCK 75%`, `CLOCK due - 30m` or `CLOCK due + 1h`. */
export function parseThreshold(text: string): ParsedThreshold {
  if (text === 'start') return { at: { clock: 'start' }, text };
  const match = /^(\S+)\s+(?:(\d+(?:\.\d+)?)\s*%|due(?:\s*([+-])\s*(\S.*))?)$/.exec(text.trim());
  if (!match) return { wrong: `${quote(text)} is not a time of a clock; ${meant(text)}` };
  const [, word = '', share, sign, length] = match;
  const clock = CLOCKS.find((name) => name === word);
  if (clock === undefined) {
    const near = nearest(word, CLOCKS);
    const end = near === undefined ? `expected ${either(CLOCKS)}` : `did you mean ${quote(near)}?`;
    return { wrong: `${quote(word)} is not a clock; ${end}` };
  }
  if (share !== undefined) return parseShare(clock, share);
  if (sign === undefined || length === undefined) return { at: { clock, offset: 0 }, text: `${clock} due` };
  const duration = parseDuration(length);
  if (!duration || duration.days > 0) {
    const days = duration === undefined ? '' : '; days depend on the calendar';
    return { wrong: `${quote(length)} is not a time in hours and minutes${days}; expected e.g. 30m, 1h or 24h` };
  }
  const offset = sign === '-' ? -duration.ms : duration.ms;
  return { at: { clock, offset }, text: `${clock} due ${sign} ${writeTime(duration.ms)}` };
}

function parseShare(clock: ClockName, share: string): ParsedThreshold {
  const percent = Number(share);
  if (!Number.isInteger(percent) || percent < 1 || percent > 99) {
    const due = percent === 100 ? `; 100% is "${clock} due"` : '';
    return { wrong: `${share}% is not a share of a clock; expected 1% to 99%${due}` };
  }
  return { at: { clock, percent }, text: `${clock} ${percent}%` };
}

/** A clock alone, or with a slip in `due`, is the likeliest mistake. */
function meant(text: string): string {
  const [word = '', ...rest] = text.trim().split(/\s+/);
  if (nearest(text, ['start']) !== undefined) return 'did you mean "start"?';
  const clock = CLOCKS.find((name) => name === word) ?? nearest(word, CLOCKS);
  if (clock !== undefined && (rest.length === 0 || nearest(rest[0] ?? '', ['due']) !== undefined)) {
    return `did you mean ${quote([clock, 'due', ...rest.slice(1)].join(' '))}?`;
  }
  return EXAMPLES;
}
