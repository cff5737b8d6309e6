import { quickFlag } from '../quick-path/flag.ts';
import type * as z from 'zod/mini';
import type { Section } from '../../policy/section.ts';

interface TriageFlag {
  readonly key: z.ZodMiniOptional<z.ZodMiniBoolean>;
  /** The section of the policy without which it has no effect. */
  readonly section: Section;
}

/** What a rule of triage may say besides a priority and a category, by its key there. To add one, add a line. */
const FLAGS = { quick: quickFlag } as const satisfies Readonly<Record<string, TriageFlag>>;

type Flag = keyof typeof FLAGS;
export type Flags = Readonly<Record<Flag, boolean>>;

/** The flags by name. */
export const FLAG_LIST = Object.entries(FLAGS) as unknown as readonly (readonly [Flag, TriageFlag])[];

/** Their keys in a rule. */
export const FLAG_KEYS = Object.fromEntries(FLAG_LIST.map(([name, { key }]) => [name, key])) as Readonly<
  Record<Flag, TriageFlag['key']>
>;

/** The flags, each as it is found. */
export function flagsBy(isSet: (flag: Flag) => boolean): Flags {
  return Object.fromEntries(FLAG_LIST.map(([name]) => [name, isSet(name)])) as Flags;
}
