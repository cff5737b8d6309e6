import { idOf, publicId } from '../../capabilities/status-page/project.ts';
import type { Repository } from '../../model/repository.ts';
import type { Language } from '../../model/language.ts';
import type {
  Component,
  MaintenanceStage,
  PublicMaintenance,
  PublicText,
  PublicUpdate,
} from '../../status-page/page.ts';
import { enumeration } from '../../text/sentence.ts';
import { publicWords } from './public-words.ts';
import type { MaintenanceSubject } from './reading.ts';
import { isAnnounced } from './rules/announce.ts';
import type { MaintenanceStep } from './state.ts';

/** What a status page has, and where it is. */
interface Ground {
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  /** The component of the page that a service or category of the policy is, by its name. */
  readonly components: ReadonlyMap<string, Pick<Component, 'id' | 'name'>>;
}

/** How far a maintenance was after a step; one that says nothing of it leaves it where it was. */
const STAGES: Readonly<Record<MaintenanceStep['kind'], MaintenanceStage | null>> = {
  confirmed: 'scheduled',
  moved: null,
  begun: 'in_progress',
  extended: null,
  updated: null,
  verifying: 'verifying',
  completed: 'completed',
  cancelled: 'cancelled',
};

/**
 * A maintenance as customers are told of it; null for one that nobody entitled has confirmed, that was cancelled before anybody had heard of it,
 * or of which nothing is on the page. Of all that its issue says only the answer for customers is repeated, and what `/update` was given: texts
 * that somebody entitled has vouched for.
 */
export function publicMaintenance(
  maintenance: MaintenanceSubject,
  { repository, components }: Ground,
): PublicMaintenance | null {
  const { course, stage, issue } = maintenance;
  const { plan, begunAt, endedAt, steps } = course;
  if (plan === null || stage === null) return null;
  if (stage === 'cancelled' && !isAnnounced({ maintenance })) return null;
  const shown = plan.services.flatMap((name) => components.get(name) ?? []);
  if (shown.length === 0) return null;
  const id = maintenanceId(repository, issue.number);
  const list = (language: Language): string =>
    enumeration(
      language,
      shown.map(({ name }) => name[language]),
    );
  let before: MaintenanceStage = 'scheduled';
  const updates = steps.map(({ kind, act }): PublicUpdate<MaintenanceStage> => {
    const isOver = before === 'completed' || before === 'cancelled';
    // What is over can only be planned anew.
    before = STAGES[kind] ?? (isOver && kind === 'moved' ? 'scheduled' : before);
    return {
      id: publicId('update', id, kind, String(act.at)),
      at: act.at,
      stage: before,
      text: textOf(kind, act.text, kind === 'confirmed' ? plan.notice : null),
      correctedAt: null,
    };
  });
  return {
    id,
    title: inEach((language) => publicWords[language].title(list(language))),
    components: [...new Set(shown.map((it) => it.id))],
    stage,
    from: plan.from,
    to: plan.to,
    begunAt,
    endedAt: begunAt === null ? null : endedAt,
    updates,
  };
}

/** What the page calls a maintenance. */
export function maintenanceId(repository: Ground['repository'], number: number): string {
  return idOf(repository, 'maintenance', String(number));
}

/** Why it was cancelled is for colleagues; people write for the public with `/update` and in the form. */
function textOf(kind: MaintenanceStep['kind'], said: string, notice: string | null): PublicText {
  if (kind === 'updated') return inEach(() => said);
  return inEach((language) => notice ?? publicWords[language].said[kind]);
}

function inEach(text: (language: Language) => string): PublicText {
  return { en: text('en'), fr: text('fr') };
}
