import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { optional, UsageError, type Options } from './arguments.ts';
import { INCIDENT_LABEL } from '../setup/files.ts';
import { LONGEST_LABEL } from '../model/limits.ts';

/** The text of a file; null if there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** A path as the repository has it, whose root is the current directory; null for one outside of it. */
export function pathInside(path: string): string | null {
  const inside = relative(process.cwd(), path);
  return inside === '' || isAbsolute(inside) || inside.split(sep)[0] === '..' ? null : inside.split(sep).join('/');
}

/** The label that makes an issue an incident, as in the input `label` of the Action. */
export function labelOf(options: Options): string {
  const label = (optional(options, 'label') ?? INCIDENT_LABEL).trim();
  if (label !== '' && label.length <= LONGEST_LABEL && !label.includes(',')) return label;
  throw new UsageError(
    `--label: "${label}" is not a label; expected at most ${LONGEST_LABEL} characters, without a comma`,
  );
}
