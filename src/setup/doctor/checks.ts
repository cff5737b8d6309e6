import { accountCheck } from './account.ts';
import { activityCheck } from './activity.ts';
import { changesCheck } from './changes.ts';
import type { Check } from './check.ts';
import { discussionsCheck } from './discussions.ts';
import { filesCheck } from './files.ts';
import { lagCheck } from './lag.ts';
import { loadCheck } from './load.ts';
import { labelsCheck } from './labels.ts';
import { notifiersCheck } from './notifiers.ts';
import { peopleCheck } from './people.ts';
import { permissionsCheck } from './permissions.ts';
import { policyCheck } from './policy.ts';
import { scheduleCheck } from './schedule.ts';
import { secretsCheck } from './secrets.ts';
import { statusCheck } from './status.ts';
import type { DoctorWords } from './words.ts';
import { workflowCheck } from './workflow.ts';

/** What is looked at, in this order. To add a check, add its file, a line here, and its title in `words.ts`. */
export const CHECKS: Readonly<Record<keyof DoctorWords['titles'], Check>> = {
  permissions: permissionsCheck,
  workflow: workflowCheck,
  schedule: scheduleCheck,
  account: accountCheck,
  activity: activityCheck,
  lag: lagCheck,
  status: statusCheck,
  policy: policyCheck,
  labels: labelsCheck,
  people: peopleCheck,
  secrets: secretsCheck,
  notifiers: notifiersCheck,
  changes: changesCheck,
  discussions: discussionsCheck,
  files: filesCheck,
  load: loadCheck,
};
