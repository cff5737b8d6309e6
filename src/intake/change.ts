import type { NewDeployment } from '../model/shipped.ts';
import { isObject } from './reading.ts';

/** What a dispatch is called that tells of a deployment made elsewhere. */
export const CHANGE_DISPATCH = 'tocsin-change';

/** A deployment that was made elsewhere, as somebody tells of it. All of it is foreign text; `log` and `by` are null if nobody says. */
export type AnnouncedChange = Omit<NewDeployment, 'at'>;

const STATES = ['success', 'failure', 'in_progress'] as const;
/** GitHub takes no longer ones. */
const LONGEST = { environment: 255, ref: 255, description: 140, by: 60 } as const;

/** Whether an event tells of a deployment that was made elsewhere. */
export function tellsOfChange(event: string, payload: unknown): boolean {
  return event === 'repository_dispatch' && isObject(payload) && fields(payload).action === CHANGE_DISPATCH;
}

/**
 * Reads the `client_payload` of such a dispatch: `environment`, and of `sha`, `ref`, `state`, `description`, `log`, `by` what is known. `branch` is
 * deployed if nothing else is said. Throws, with all that is wrong, if it cannot be read.
 */
export function readChange(payload: unknown, branch: string): AnnouncedChange {
  const body = isObject(payload) ? fields(payload).client_payload : undefined;
  if (!isObject(body))
    throw new Error(
      'The change cannot be read: client_payload is missing; expected {"environment": "production", "sha": "…"}.',
    );
  const wrong: string[] = [];
  const { environment, sha, ref, state, description, log, by } = fields(body);
  const textOf = (name: keyof typeof LONGEST, value: unknown): string | null => {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' || value.trim() === '') wrong.push(`${name} is not a text`);
    else if (value.length > LONGEST[name] && name !== 'description')
      wrong.push(`${name} has more than ${LONGEST[name]} characters`);
    return typeof value === 'string' ? value.trim() : null;
  };
  const place = textOf('environment', environment);
  if (place === null && wrong.length === 0) wrong.push('environment is missing; expected a name such as "production"');
  const found = STATES.find((it) => it === (state ?? 'success'));
  if (found === undefined)
    wrong.push(`state is ${JSON.stringify(state).slice(0, 60)}; expected one of ${STATES.join(', ')}`);
  const isLink = typeof log === 'string' && /^https?:\/\//.test(log) && URL.canParse(log);
  if (log !== undefined && log !== null && !isLink) wrong.push('log is not a web address');
  const what =
    textOf(
      'ref',
      [sha, ref].find((it) => it !== undefined && it !== null && it !== ''),
    ) ?? branch;
  const told = textOf('description', description) ?? '';
  const who = textOf('by', by);
  if (wrong.length > 0) throw new Error(`The change cannot be read: ${wrong.join('; ')}.`);
  return {
    environment: place!,
    ref: what,
    state: found!,
    description: told.slice(0, LONGEST.description),
    log: isLink ? log : null,
    by: who,
  };
}

/** Of an object whose keys anybody may have chosen, those of its own. */
function fields(object: object): Readonly<Record<string, unknown>> {
  return Object.assign(Object.create(null) as object, object) as Readonly<Record<string, unknown>>;
}
