import type { Instant } from '../../calendar/calendar.ts';
import type { MAINTENANCE_COMMAND_NAMES } from '../../capabilities/maintenance/command-names.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { NO_TEXT } from '../../capabilities/refusals.ts';
import { accept, refuse, wordsIn, type Command } from '../../engine/command.ts';
import { endIn, lengthIn, LONGEST_MAINTENANCE, wrongTimes, writingOf } from './plan.ts';
import { refusals } from './refusals.ts';
import { advanceMaintenance, maintenanceStageOf, type State } from './state.ts';
import { readMoment } from './times.ts';

/** What commands are read against. */
interface Needs {
  readonly course: State;
}
type Text = { readonly text: string };
type Times = { readonly from: Instant; readonly to: Instant };
type OfMaintenance<Args> = Command<Policy, Args, Needs>;

/** How it stands when a command is given. */
function at(ground: { readonly at: Instant; readonly policy: Policy; readonly states: Needs }): State {
  return advanceMaintenance(ground.states.course, ground.at, ground.policy.maintenance?.verify ?? null);
}

/** Somebody entitled answers for the text as it is. */
export const confirmCommand: OfMaintenance<true> = {
  usage: '',
  synonyms: ['approve', 'ok', 'accept', 'confirmer', 'valider'],
  does: {
    en: 'Confirms the maintenance as its text now stands. What somebody not entitled has opened or changed has no effect until then.',
    fr: 'Confirme la maintenance telle que son texte la décrit maintenant. Ce qu’une personne non habilitée a ouvert ou modifié reste sans effet d’ici là.',
  },
  did: null,
  read: () => accept<true>(true),
};

export const startCommand: OfMaintenance<true> = {
  usage: '',
  synonyms: ['begin', 'commencer', 'debut', 'demarrer'],
  does: {
    en: 'Begins the maintenance now, before its time.',
    fr: 'Commence la maintenance dès maintenant, avant l’heure.',
  },
  did: null,
  read: (_, ground) => {
    const stage = maintenanceStageOf(at(ground));
    return stage === 'scheduled' ? accept<true>(true) : refuse(stage === null ? refusals.unconfirmed : refusals.begun);
  },
};

export const extendCommand: OfMaintenance<{ readonly to: Instant }> = {
  usage: '1h|17:30',
  synonyms: ['prolong', 'longer', 'prolonger', 'extension'],
  does: {
    en: 'Moves the end: by this long, or to this time. Alerts are held until then.',
    fr: 'Repousse la fin : de cette durée, ou à cette heure. Les alertes sont suspendues jusque-là.',
  },
  did: null,
  whole: true,
  read(text, ground) {
    const { plan, begunAt, end } = at(ground);
    if (plan === null || end !== null) return refuse(plan === null ? refusals.unconfirmed : refusals.over);
    const length = lengthIn(text);
    // What has run over goes on from now.
    const to = length === null ? endIn(text, ground.at, ground) : Math.max(plan.to, ground.at) + length;
    // Whether that is a time of day or a length, the French write it so.
    if (to === null || /^\s*\d{1,2} ?h ?\d{2}\s*$/i.test(text)) return refuse(refusals.extend);
    if (to <= plan.to) return refuse(refusals.earlier);
    return to - (begunAt ?? plan.from) > LONGEST_MAINTENANCE ? refuse(refusals.long) : accept({ to });
  },
};

export const doneCommand: OfMaintenance<true> = {
  usage: '',
  synonyms: ['finish', 'finished', 'complete', 'completed', 'resolve', 'termine', 'fini', 'fin'],
  does: {
    en: 'Says that the work is done and remains to be verified. A second `/done` completes the maintenance, and alerts are no longer held.',
    fr: 'Indique que le travail est fait et reste à vérifier. Un second `/done` termine la maintenance, et les alertes ne sont plus suspendues.',
  },
  did: null,
  read: (_, ground) => {
    const stage = maintenanceStageOf(at(ground));
    if (stage === 'in_progress' || stage === 'verifying') return accept<true>(true);
    if (stage === null) return refuse(refusals.unconfirmed);
    return refuse(stage === 'scheduled' ? refusals.notBegun : refusals.over);
  },
};

export const cancelCommand: OfMaintenance<Text> = {
  usage: 'REASON',
  synonyms: ['abort', 'annuler', 'abandonner'],
  does: {
    en: 'Cancels the maintenance, whether or not it has begun.',
    fr: 'Annule la maintenance, qu’elle ait commencé ou non.',
  },
  did: null,
  read(text, ground) {
    const { plan, end } = at(ground);
    if (text.trim() === '') return refuse(refusals.reason);
    if (plan === null || end !== null) return refuse(plan === null ? refusals.unconfirmed : refusals.over);
    return accept({ text });
  },
};

export const moveCommand: OfMaintenance<Times> = {
  usage: 'FROM TO',
  synonyms: ['reschedule', 'postpone', 'deplacer', 'reporter', 'replanifier'],
  does: {
    en: 'Reschedules the maintenance, e.g. `/move 2026-12-05 22:00 23:30`; it is announced again.',
    fr: 'Déplace la maintenance, par exemple `/move 2026-12-05 22:00 23:30` ; elle est annoncée de nouveau.',
  },
  did: null,
  whole: true,
  read(text, ground) {
    const { plan, begunAt, end, reopened } = at(ground);
    if (plan === null) return refuse(refusals.unconfirmed);
    if (begunAt !== null && end === null) return refuse(refusals.begun);
    if (end !== null && reopened === null) return refuse(refusals.over);
    const words = wordsIn(text.replace(/(?<=\s)(?:-|–|to|until|à|au|jusqu[’']à)(?=\s)/g, ' '));
    for (let n = words.length - 1; n > 0; n--) {
      const from = readMoment(words.slice(0, n).join(' '), writingOf(ground));
      const to = from === null ? null : endIn(words.slice(n).join(' '), from, ground);
      if (from === null || to === null) continue;
      const wrong = wrongTimes(from, to, ground.at);
      if (wrong === null) return accept({ from, to });
      return refuse(wrong === 'long' ? refusals.long : refusals.move);
    }
    return refuse(refusals.move);
  },
};

export const publicUpdateCommand: OfMaintenance<Text> = {
  usage: 'TEXT',
  synonyms: ['public', 'news', 'nouvelles', 'point'],
  does: {
    en: 'Tells customers how the maintenance is going, on the status page.',
    fr: 'Annonce aux clients où en est la maintenance, sur la page d’état.',
  },
  did: null,
  whole: true,
  read: (text, ground) => {
    if (text.trim() === '') return refuse(NO_TEXT);
    return ground.states.course.plan === null ? refuse(refusals.unconfirmed) : accept({ text });
  },
};

const helpCommand: OfMaintenance<true> = {
  usage: '',
  synonyms: ['commands', 'usage', 'aide', 'h'],
  does: { en: 'Lists all commands of a maintenance.', fr: 'Donne toutes les commandes d’une maintenance.' },
  did: null,
  read: () => accept<true>(true),
};

/** The commands of a maintenance by their names. To add one, add a line. */
export const MAINTENANCE_COMMANDS = {
  confirm: confirmCommand,
  start: startCommand,
  extend: extendCommand,
  done: doneCommand,
  cancel: cancelCommand,
  move: moveCommand,
  update: publicUpdateCommand,
  help: helpCommand,
} as const satisfies Readonly<Record<(typeof MAINTENANCE_COMMAND_NAMES)[number] | 'update' | 'help', object>>;
