import { MINUTE } from '../../calendar/length.ts';
import type { Language } from '../../model/language.ts';
import { duration } from '../../text/time.ts';
import type { Points } from '../figures.ts';
import { FEW, median } from '../points.ts';

/** A number with so many decimals at most, as people write it; cut and not rounded, so that 99.9999 never reads 100. */
function decimal(language: Language, value: number, digits: number): string {
  const scale = 10 ** digits;
  // What is 99.95 within the error of the arithmetic is that.
  const cut = Math.floor(value * scale + 1e-6) / scale;
  return String(cut).replace('.', language === 'fr' ? ',' : '.');
}

/** A share as a percentage: "99.95%", "99,95 %". */
export function percent(language: Language, share: number, digits = 3): string {
  return `${decimal(language, share * 100, digits)}${language === 'fr' ? '\u00a0%' : '%'}`;
}

/** A rate with one decimal. */
export const rate = (language: Language, value: number): string => decimal(language, value, 1);

/** Whole minutes as a length of time. */
export function length(language: Language, minutes: number): string {
  return minutes === 0 ? '0 min' : duration(language, minutes * MINUTE);
}

/** The middle of some lengths; of fewer than five each of them. */
export function typical(language: Language, points: Points): string {
  if (points.points.length < FEW) return points.points.map((it) => length(language, it)).join(', ');
  return length(language, median(points)!);
}

const BARS = '▁▂▃▄▅▆▇█';

/** Numbers as a line of bars. */
export function spark(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values.map((it) => BARS[Math.round((it / most) * (BARS.length - 1))]!).join('');
}
