import { jsonSchemaOf } from '../policy/json-schema.ts';
import { builtinText, policyLoader } from '../policy/load.ts';
import { COMMAND_NAMES } from './commands.ts';
import { MAINTENANCE_COMMAND_NAMES } from './maintenance/command-names.ts';
import { POST_MORTEM_COMMAND_NAMES, PROBLEM_COMMAND_NAMES } from './post-mortem/command-names.ts';
import { sectionsOf } from './sections.ts';

/** Every section of the policy, with the commands that there are. */
export const POLICY_SECTIONS = sectionsOf([
  ...COMMAND_NAMES,
  ...POST_MORTEM_COMMAND_NAMES,
  ...PROBLEM_COMMAND_NAMES,
  ...MAINTENANCE_COMMAND_NAMES,
]);

/**
 * The policy of a repository without `.github/tocsin.yml`, in the words of that file. It is shown in the documentation,
 * and it goes through the same parser as any other.
 */
export const BUILTIN_POLICY = builtinText(POLICY_SECTIONS);

/** Reads a policy file by its text; null is a repository without one. */
export const loadPolicy = policyLoader(POLICY_SECTIONS);

/** The JSON Schema with which editors check and complete `.github/tocsin.yml`, as data. */
export const policyJsonSchema = (): object => jsonSchemaOf(POLICY_SECTIONS);
