import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';
import { listing } from '../refusals.ts';

const NO_PAUSE: Refusal = {
  en: (command) => `${command} needs a pause of the policy: \`/pause LABEL REASON\`.`,
  fr: (command) => `${command} : indiquez une des pauses prévues, comme \`/pause ÉTIQUETTE MOTIF\`.`,
};
const NOT_PAUSED: Refusal = {
  en: (command) => `${command} changes nothing: no clock is paused.`,
  fr: (command) => `${command} ne change rien : aucun délai n’est suspendu.`,
};

export const pauseCommand: Command<Policy, { readonly label: string; readonly why: string }> = {
  usage: 'LABEL REASON',
  synonyms: ['wait', 'waiting', 'suspend', 'on-hold', 'suspendre', 'attente'],
  does: {
    en: 'Stops the clocks that this pause of the policy stops, from the time of the comment, and says whom it waits for; `/resume` lets them go on.',
    fr: 'Suspend les délais que cette pause de la politique suspend, dès l’heure du commentaire, et dit qui est attendu ; `/resume` les relance.',
  },
  did: { en: 'paused the deadlines', fr: 'a suspendu les délais' },
  read(text, { policy }) {
    const labels = [...policy.pauses.keys()].sort((a, b) => b.length - a.length);
    const said = text.toLowerCase();
    const label = labels.find((it) => said === it.toLowerCase() || said.startsWith(`${it.toLowerCase()} `));
    if (label === undefined) return refuse(listing(NO_PAUSE, [...policy.pauses.keys()]));
    return accept({ label, why: text.slice(label.length).trim() });
  },
  kept: (text, _, policy) =>
    [...policy.pauses.keys()].find((label) => text.toLowerCase().startsWith(label.toLowerCase())) ?? null,
};

interface Needs {
  readonly pauses: { readonly since: ReadonlyMap<string, unknown> };
}

export const resumeCommand: Command<Policy, true, Needs> = {
  usage: '',
  synonyms: ['unpause', 'continue', 'reprendre'],
  does: { en: 'Lets the clocks that a pause has stopped go on.', fr: 'Relance les délais qu’une pause a suspendus.' },
  did: { en: 'resumed the deadlines', fr: 'a repris les délais' },
  read: (_, { states }) => (states.pauses.since.size > 0 ? accept<true>(true) : refuse(NOT_PAUSED)),
};
