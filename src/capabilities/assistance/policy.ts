import type { Language } from '../../model/language.ts';
import { map } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { labelName, line } from '../../policy/values.ts';
import { calendarsSection } from '../calendars/policy.ts';
import { clockKeys, readTargets, type ClockTargets } from '../clocks/targets.ts';
import { checkEscalation, escalationKey } from '../escalation/reference.ts';
import { languageSection } from '../reader/policy.ts';

/** Requests for assistance: a kind of ticket of their own, without priority and post-mortem. */
interface AssistancePolicy {
  readonly name: string;
  readonly label: string;
  readonly clocks: ClockTargets;
  /** Name of an escalation policy. */
  readonly escalation: string | null;
}

const NAMES: Readonly<Record<Language, string>> = { en: 'Request for assistance', fr: 'Demande d’assistance' };

/** Its calendars and escalation policy are those that the file can name. */
export const assistanceSection = section({
  key: 'assistance',
  schema: key(
    map('assistance', {
      name: key(line('a name'), {
        default: '`Request for assistance`, or `Demande d’assistance` with `language: fr`',
        meaning: 'What people call it.',
      }),
      label: key(labelName, {
        default: '`assistance`',
        meaning: 'The label that makes an issue a request for assistance.',
      }),
      ...clockKeys('assistance'),
      escalation: escalationKey,
    }),
    {
      takes: 'map of [these keys](#assistance)',
      meaning: 'Requests for assistance: issues with a label of their own, without priority and post-mortem.',
    },
  ),
  needs: [languageSection, calendarsSection],
  resolve: ({ file }, scope, { language, ...calendars }): { readonly assistance: AssistancePolicy | null } => {
    if (file === undefined) return { assistance: null };
    const path = ['assistance'];
    const { escalation = null } = file;
    if (escalation !== null) checkEscalation(escalation, [...path, 'escalation'], scope);
    const assistance = {
      name: file.name ?? NAMES[language],
      label: file.label ?? 'assistance',
      clocks: readTargets(file, path, { ...calendars, scope, builtin: false }),
      escalation,
    };
    return { assistance };
  },
});
