/** What the built-in priorities are called in a policy whose language is French. */
export const FRENCH_NAMES = { P0: 'Critique', P1: 'Majeure', P2: 'Mineure', P3: 'Faible' } as const;

/**
 * The policy of a repository without `.github/tocsin.yml`, in the words of that file. It is shown in the documentation,
 * and it goes through the same parser as any other.
 */
export const BUILTIN_POLICY = `# The built-in policy. Every section is optional; a section that you give replaces the one shown here.
language: en
timezone: UTC                        # in which people read times, and of calendars that name none

calendars:
  office:
    mon-fri: 09:00-17:00

priorities:
  P0:
    name: Critical
    criteria:
      - Everybody or a whole region is cut off
      - Data is being lost, or somebody has broken in
    acknowledge: 15m                 # short form: measured around the clock
    resolve: 4h
    escalation: urgent
    post-mortem: { draft: 3d, review: 5d, calendar: office }
  P1:
    name: Major
    criteria:
      - An important function is gone or hardly usable
      - An enterprise customer or a partner is hit
    acknowledge: 30m
    resolve: 8h
    escalation: urgent
  P2:
    name: Minor
    criteria:
      - Sporadic or local trouble, or one customer affected
    acknowledge: { within: 4h, calendar: office }    # on opening hours, h and m are open time
    resolve: { within: 3d, calendar: office }        # and d are business days
    escalation: normal
  P3:                                # also what nobody has assessed yet
    name: Low
    criteria:
      - Little or no effect on users; handled as time allows
    acknowledge: { within: 1d, calendar: office }
    resolve: { within: 10d, calendar: office }
    escalation: normal

fallback: owner                      # told when a step reaches nobody: the owner of the repository

escalation-policies:
  urgent:
    - { at: start, notify: assignee }
    - { at: acknowledge due, notify: [assignee, fallback] }
    - { at: resolve 75%, notify: assignee }
    - { at: resolve due, notify: [assignee, fallback] }
    - { at: resolve due + 1h, notify: [assignee, fallback], repeat: 2h, until: resolved }
    - { at: post-mortem due, notify: assignee }
    - { at: review due, notify: assignee }
  normal:
    - { at: acknowledge due, notify: assignee }
    - { at: resolve 75%, notify: assignee }
    - { at: resolve due, notify: [assignee, fallback] }

labels:
  needs-assessment: needs-assessment
  needs-information: needs-information
  mitigated: mitigated
  resolved: resolved
  breached: breached
  post-mortem: post-mortem
  on-call: on-call

on-priority-change: re-evaluate      # measured from the opening with the new target; or restart

entitled: [admin, maintain, write, triage]           # repository roles that may command an incident
`;
