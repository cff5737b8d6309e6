/** `.github/workflows/tocsin.yml`; written by `npm run generate`. */
export const EXAMPLE_WORKFLOW = `# Incidents in issues: copy this file to .github/workflows/tocsin.yml. It needs no checkout step.
name: Tocsin

on:
  issues:
    types: [opened, edited, labeled, unlabeled, assigned, unassigned, closed, reopened]
  issue_comment:
    # Somebody may mend a slip in a command; whoever does is told how to give it.
    types: [created, edited]
  schedule:
    # What is due between events is noticed here: deadlines, escalations. Every 15 minutes is 2,880 runs in 30 days; every
    # 5 minutes, the shortest that GitHub allows, is 8,640. In a private repository each counts at least one minute. The
    # full hour is left out because that is when GitHub starts schedules late.
    - cron: '4,19,34,49 * * * *'
  workflow_dispatch:
    inputs:
      command:
        description: What to do
        type: choice
        options: [run, intake, check, sync, doctor]
        default: run
      dry-run:
        description: Show what would be done, and write nothing
        type: boolean
        default: false
      alert:
        description: An alert to file first, as JSON (docs/alerts.md has the shapes)
        type: string
        default: ''
  repository_dispatch:
    types: [tocsin-alert]
  pull_request:
    # The path of the policy, as in the input \`policy\`.
    paths: [.github/tocsin.yml]

permissions: {}

jobs:
  # An alert exists nowhere but in its event, be it sent by a monitoring system or typed in by hand. So no run with an alert
  # may replace another: up to 100 wait for their turn.
  alert:
    if: github.event_name == 'repository_dispatch' || inputs.alert != '' || inputs.command == 'intake'
    concurrency:
      group: tocsin-alert
      queue: max
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      issues: write
    steps:
      - uses: tocsin/tocsin@v1
        with:
          command: intake
          dry-run: \${{ inputs.dry-run || false }}

  # Everything else is read from the issues, so any run does all that is due: one at a time, and of those that wait the
  # newest is enough. A dry run does nothing, so it must not take the place of one that would.
  incidents:
    needs: alert
    # Also when there was no alert, or it could not be filed; but never for a pull request or a comment on one. A job that
    # is skipped here does not enter the group below, and so replaces nothing that waits there. A comment that a bot edits is
    # the card, or as good as it.
    if: >-
      \${{ !cancelled() && github.event_name != 'pull_request' && !github.event.issue.pull_request
      && !(github.event.comment && github.event.action == 'edited' && github.event.sender.type == 'Bot') }}
    concurrency:
      group: \${{ inputs.dry-run && 'tocsin-dry-run' || 'tocsin' }}
      cancel-in-progress: false
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      issues: write
    steps:
      - uses: tocsin/tocsin@v1
        with:
          # What somebody chose who started it by hand; an alert has been filed above.
          command: \${{ inputs.command != 'intake' && inputs.command || 'run' }}
          dry-run: \${{ inputs.dry-run || false }}

  # Checks the policy that a pull request would bring. It only reads, so pull requests from forks are checked as well.
  policy:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: tocsin/tocsin@v1
`;
