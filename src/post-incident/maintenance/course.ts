import { argsOf, type CommandEvent } from '../../engine/command.ts';
import type { EventOf } from '../../model/issue.ts';
import { ownersAfter } from '../owners.ts';
import { applyBinding, bind } from './binding.ts';
import {
  cancelCommand,
  confirmCommand,
  doneCommand,
  extendCommand,
  moveCommand,
  publicUpdateCommand,
  startCommand,
} from './commands.ts';
import type { MaintenanceScene, MaintenanceTrack } from './event.ts';
import {
  advanceMaintenance,
  extendTo,
  finish,
  START,
  startNow,
  took,
  type MaintenanceAct,
  type State,
} from './state.ts';

/** How a maintenance comes along, from its confirmation to its end. */
export const maintenanceCourseTrack: MaintenanceTrack<State, State> = {
  start: () => START,
  on(before, event, scene) {
    const state = advanceMaintenance(before, event.at, scene.policy.maintenance?.verify ?? null);
    switch (event.kind) {
      case 'opened':
        return opened(state, event.at, scene);
      case 'labeled':
        return labelled(state, event, scene);
      case 'revised':
        return applyBinding(state, event.revision);
      case 'edited':
        return edited(state, event, scene);
      case 'command':
        return commanded(state, event, scene);
      case 'closed':
        return event.own || state.plan === null || state.end !== null ? state : closed(state, event, scene);
      case 'reopened':
        return event.own || state.end === null ? state : reopened(state, event, scene);
      case 'assigned':
      case 'unassigned':
        return { ...state, owners: ownersAfter(state.owners, event) };
      default:
        return state;
    }
  },
  result: (state) => state,
};

const actOf = ({ at, actor }: EventOf<'closed' | 'reopened'>): MaintenanceAct => ({
  at,
  by: actor?.login ?? null,
  text: '',
});

/** Whoever may command answers for what they open. */
function opened(state: State, at: number, scene: MaintenanceScene): State {
  const { author, own } = scene.issue;
  if (own || author === null || author.bot) return state;
  const act = { what: 'opened', about: null, since: null } as const;
  return scene.judge.isEntitled(act, author.login, at, 'confirm') === true
    ? bind(state, at, author.login, scene)
    : state;
}

/** To set the label says the same as `/confirm`. An issue form sets it for anybody. */
function labelled(state: State, { at, actor, own, label }: EventOf<'labeled'>, scene: MaintenanceScene): State {
  const isOurs = label.toLowerCase() === scene.policy.maintenance?.label.toLowerCase();
  if (!isOurs || own || actor === null || actor.bot || state.confirmed !== null) return state;
  const act = { what: 'labeled', about: null, since: at } as const;
  return scene.judge.isEntitled(act, actor.login, at, 'confirm') === true ? bind(state, at, actor.login, scene) : state;
}

function edited(
  state: State,
  { at, editor }: { readonly at: number; readonly editor: { readonly login: string; readonly bot: boolean } | null },
  scene: MaintenanceScene,
): State {
  if (state.confirmed === null || state.end !== null || scene.kept.some((it) => it.at === at)) return state;
  const by = editor === null || editor.bot ? null : editor.login;
  const act = { what: 'edited', about: null, since: at } as const;
  if (by !== null && scene.judge.isEntitled(act, by, at, 'confirm') === true) return bind(state, at, by, scene, true);
  return { ...state, changedBy: editor?.login ?? 'ghost' };
}

/** To close it says the same as `/cancel` or `/done`. Whoever opened the issue may close it, and bots do: that ends nothing that others rely on. */
function closed(state: State, event: EventOf<'closed'>, { judge }: MaintenanceScene): State {
  const { at, actor } = event;
  const [end, command] = state.begunAt === null ? (['cancelled', 'cancel'] as const) : (['completed', 'done'] as const);
  const right = { what: 'closed', about: null, since: at } as const;
  const ok = actor !== null && !actor.bot && judge.isEntitled(right, actor.login, at, command);
  if (ok === true) return finish(state, end, actOf(event), true);
  return ok === undefined ? state : { ...state, closedInVain: { at, by: actor?.login ?? 'ghost', text: '' } };
}

/** What was closed by mistake goes on, if its time is not over; anything else stays over. */
function reopened(state: State, event: EventOf<'reopened'>, { judge }: MaintenanceScene): State {
  const act = actOf(event);
  const { at, actor } = event;
  const right = { what: 'reopened', about: null, since: at } as const;
  const mayGoOn = state.endedByClosing && state.plan !== null && at < state.plan.to && actor !== null && !actor.bot;
  if (!mayGoOn || judge.isEntitled(right, actor.login, at, 'confirm') !== true) return { ...state, reopened: act };
  const going = { ...state, end: null, endedAt: null, endedByClosing: false, reopened: null };
  if (state.begunAt === null) return going;
  return { ...going, spans: [...state.spans, { from: at, to: state.plan.to }] };
}

function commanded(before: State, event: CommandEvent, scene: MaintenanceScene): State {
  const state = { ...before, closedInVain: null };
  const { at, by } = event;
  const act = { at, by, text: '' };
  const text = argsOf(event, cancelCommand) ?? argsOf(event, publicUpdateCommand);
  if (argsOf(event, confirmCommand)) return bind(state, at, by, scene);
  if (argsOf(event, startCommand)) return startNow(state, act);
  if (argsOf(event, cancelCommand)) return finish(state, 'cancelled', { ...act, text: text!.text });
  if (argsOf(event, publicUpdateCommand)) return took(state, 'updated', { ...act, text: text!.text });
  if (argsOf(event, doneCommand))
    return state.verifyingAt === null
      ? took({ ...state, verifyingAt: at }, 'verifying', act)
      : finish(state, 'completed', act);
  const extended = argsOf(event, extendCommand);
  if (extended) return extendTo(state, extended.to, act);
  const moved = argsOf(event, moveCommand);
  if (!moved) return state;
  const plan = { ...state.plan!, ...moved };
  const again = { begunAt: null, verifyingAt: null, endedAt: null, end: null, endedByClosing: false, reopened: null };
  return took({ ...state, plan, ...again }, 'moved', act);
}
