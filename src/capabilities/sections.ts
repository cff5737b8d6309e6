import { actionItemsSection } from './action-items/policy.ts';
import { alertsSection } from './alerts/policy.ts';
import { peopleSection } from './answers/policy.ts';
import { assistanceSection } from './assistance/policy.ts';
import { calendarsSection } from './calendars/policy.ts';
import { categoriesSection } from './category/policy.ts';
import { causesSection } from './cause/policy.ts';
import { onPriorityChangeSection } from './clocks/policy.ts';
import { changesSection } from './changes/policy.ts';
import { closingSection } from './closing/policy.ts';
import { commandRightsSection, entitledSection } from './entitlement/policy.ts';
import { escalationPoliciesSection } from './escalation/policy.ts';
import { gateSection } from './gate/policy.ts';
import { heartbeatSection } from './heartbeat/policy.ts';
import { servicesSection } from './impact/policy.ts';
import { sourcesSection } from './levels/policy.ts';
import { enforceFromSection, labelsSection, mostNewSection, takenInBySection } from './membership/policy.ts';
import { maintenanceSection } from './maintenance/policy.ts';
import { informPublicSection, notifiersSection } from './notification/policy.ts';
import { onCallSection, schedulesSection } from './on-call/policy.ts';
import { pausesSection } from './pauses/policy.ts';
import { fallbackSection } from './people/fallback.ts';
import { rolesSection } from './people/policy.ts';
import { customerReportSection } from './post-mortem/customer.ts';
import { prioritiesSection } from './priority/policy.ts';
import { problemsSection } from './problem/policy.ts';
import { recurrenceSection } from './recurrence/policy.ts';
import { quickPathSection } from './quick-path/policy.ts';
import { languageSection, timezoneSection } from './reader/policy.ts';
import { reportsSection } from './reports/policy.ts';
import { reviewSection } from './review/policy.ts';
import { statusPageSection } from './status-page/policy.ts';
import { tickSection } from './tick/policy.ts';
import { triageSection } from './triage/policy.ts';
import { informSection } from './updates/policy.ts';
import { pagesPerNightSection } from './workload/policy.ts';
import { watchSection } from './watch/policy.ts';

/**
 * Every section of the policy, in the order in which people read about them. To add one, add a file and a line. The names of the
 * commands are handed in: commands know the policy, so the policy must not know them.
 */
export const sectionsOf = (commandNames: readonly string[]) =>
  [
    languageSection,
    timezoneSection,
    calendarsSection,
    prioritiesSection,
    categoriesSection,
    sourcesSection,
    causesSection,
    quickPathSection,
    triageSection,
    assistanceSection,
    alertsSection,
    rolesSection,
    schedulesSection,
    fallbackSection,
    escalationPoliciesSection,
    notifiersSection,
    peopleSection,
    informSection,
    informPublicSection,
    closingSection,
    customerReportSection,
    actionItemsSection,
    problemsSection,
    recurrenceSection,
    reviewSection,
    reportsSection,
    pagesPerNightSection,
    onCallSection,
    watchSection,
    tickSection,
    heartbeatSection,
    labelsSection,
    servicesSection,
    changesSection,
    statusPageSection,
    gateSection,
    maintenanceSection,
    pausesSection,
    onPriorityChangeSection,
    enforceFromSection,
    takenInBySection,
    mostNewSection,
    entitledSection,
    commandRightsSection(commandNames),
  ] as const;
