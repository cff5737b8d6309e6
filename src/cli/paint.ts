import { styleText } from 'node:util';
import { WriteStream } from 'node:tty';
import type { Tone } from './subcommand.ts';

const STYLES = { good: 'green', odd: 'yellow', bad: 'red', aside: 'dim' } as const satisfies Record<Tone, string>;

/** What gives lines the colour of their tone where the stream shows colours, or FORCE_COLOR says so; NO_COLOR takes them away. */
export function painter(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): (line: string, tone?: Tone) => string {
  const isColoured = hasColour(stream, env);
  return (line, tone) =>
    tone === undefined || !isColoured ? line : styleText(STYLES[tone], line, { validateStream: false });
}

function hasColour({ isTTY = false }: { readonly isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>) {
  const { FORCE_COLOR: force, NO_COLOR: none } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return !none && isTTY && WriteStream.prototype.getColorDepth(env) > 1;
}
