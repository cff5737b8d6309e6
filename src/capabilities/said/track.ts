import type { Given, Keeping } from '../../engine/command.ts';
import { COMMANDS } from '../commands.ts';
import type { Track } from '../track.ts';

type Keeps<C> = C extends { readonly keeps?: infer K | undefined } ? K : never;
type StateOf<C> = Keeps<C> extends Keeping<never, infer S> ? S : never;

/** What each command keeps that keeps something, by its name. */
export type Said = {
  readonly [K in keyof typeof COMMANDS as StateOf<(typeof COMMANDS)[K]> extends never ? never : K]: StateOf<
    (typeof COMMANDS)[K]
  >;
};

/** The same for the fold, which knows none by name. */
type AnyKeeping = Keeping<unknown, unknown>;

const KEEPING = Object.entries(COMMANDS).flatMap(([name, command]): [string, object, AnyKeeping][] =>
  'keeps' in command && command.keeps ? [[name, command, command.keeps as AnyKeeping]] : [],
);

/** What people have said by command, where saying it is all that there is to it. */
export const saidTrack: Track<Said, Said> = {
  start: () => stateOf(KEEPING.map(([name, , { start }]) => [name, start])),
  on(state, event) {
    if (event.kind !== 'command') return state;
    const found = KEEPING.find(([, command]) => command === event.command);
    if (!found) return state;
    const [name, , { on }] = found;
    const given: Given = { at: event.at, by: event.by, comment: event.comment };
    return { ...state, [name]: on(state[name as keyof Said], event.args, given) };
  },
  reopen: (state) =>
    stateOf(
      KEEPING.map(([name, , { reopen }]) => {
        const kept: unknown = state[name as keyof Said];
        return [name, reopen ? reopen(kept) : kept];
      }),
    ),
  result: (state) => state,
};

function stateOf(entries: readonly (readonly [string, unknown])[]): Said {
  return Object.fromEntries(entries) as unknown as Said;
}
