/** `.github/workflows/tocsin.yml`; written by `npm run generate`. */
export const EXAMPLE_WORKFLOW = `# Incidents in issues: copy this file to .github/workflows/tocsin.yml. It needs no checkout step.
name: Tocsin
# A run that watches is found by its name, and one of a monitoring system too; all others are called as GitHub calls them.
run-name: \${{ inputs.command == 'watch' && 'Tocsin watch' || github.event_name == 'repository_dispatch' && github.event.action || '' }}

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
        options: [run, intake, check, sync, doctor, watch, site, report]
        default: run
      dry-run:
        description: Show what would be done, and write nothing
        type: boolean
        default: false
      alert:
        description: An alert to file first, as JSON (docs/alerts.md has the shapes)
        type: string
        default: ''
      watch-ended:
        description: Set by a watch that ends
        type: boolean
        default: false
  repository_dispatch:
    # A tick is anybody's: it starts a run, which does all that is due.
    types: [tocsin-alert, tocsin-tick]
  pull_request:
    # The path of the policy, as in the input \`policy\`.
    paths: [.github/tocsin.yml]

permissions: {}

jobs:
  # An alert exists nowhere but in its event, be it sent by a monitoring system or typed in by hand. So no run with an alert
  # may replace another: up to 100 wait for their turn.
  alert:
    if: github.event.action == 'tocsin-alert' || inputs.alert != '' || inputs.command == 'intake'
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

  # Everything else is read from the issues, so any run does all that is due: one at a time, each in its turn. None takes the
  # place of another that waits: GitHub would call that one cancelled, and mail it to whoever caused it.
  incidents:
    needs: alert
    # Also when there was no alert, or it could not be filed; but never for a pull request or a comment on one. What is skipped
    # here costs no runner and waits for none: a comment that a bot edits (the card, or as good as it); the labels that an issue
    # is opened with, which the run of its opening sees; and, while a watch looks at an issue, a comment that gives no command,
    # which the watch sees.
    if: >-
      \${{ !cancelled() && inputs.command != 'watch' && inputs.command != 'site'
      && github.event_name != 'pull_request' && !github.event.issue.pull_request
      && !(github.event.comment && github.event.action == 'edited' && github.event.sender.type == 'Bot')
      && !(github.event.action == 'labeled' && github.event.issue.updated_at == github.event.issue.created_at)
      && !(github.event.comment && contains(github.event.issue.labels.*.name, 'watched')
      && !contains(github.event.comment.body, '/')) }}
    concurrency:
      group: \${{ inputs.dry-run && 'tocsin-dry-run' || 'tocsin' }}
      queue: max
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      issues: write
      # To see whether a watch is under way.
      actions: read
    outputs:
      watch: \${{ steps.tocsin.outputs.watch }}
      page: \${{ steps.tocsin.outputs.page }}
    steps:
      - uses: tocsin/tocsin@v1
        id: tocsin
        with:
          # What somebody chose who started it by hand; an alert has been filed above.
          command: \${{ inputs.command != 'intake' && inputs.command || 'run' }}
          dry-run: \${{ inputs.dry-run || false }}

  # While something urgent is due soon a run of its own looks every 20 seconds, and starts the job above when it is due. A run
  # for which something is due soon starts it here, by the job's token: so nobody gets mail about it.
  watch:
    needs: incidents
    if: \${{ !cancelled() && (inputs.command == 'watch' || needs.incidents.outputs.watch == 'true') }}
    concurrency:
      group: \${{ inputs.command == 'watch' && 'tocsin-watch' || github.run_id }}
      queue: max
    runs-on: ubuntu-latest
    timeout-minutes: 330
    permissions:
      contents: read
      issues: read
      actions: write
    steps:
      - uses: tocsin/tocsin@v1
        with:
          command: watch
          dry-run: \${{ inputs.dry-run || false }}

  # The status page, where the policy has one: built when it must show something else, and served by GitHub Pages (Settings, Pages,
  # Source: GitHub Actions). Without \`status-page\` in the policy this never runs; who serves it elsewhere puts their own steps here.
  # A hosted page that could not be told makes the first step fail, and holds up no other.
  page:
    needs: incidents
    if: \${{ !cancelled() && (inputs.command == 'site' || needs.incidents.outputs.page == 'true') }}
    concurrency:
      group: tocsin-page
      queue: max
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      issues: read
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deploy.outputs.page_url }}
    steps:
      - uses: tocsin/tocsin@v1
        id: tocsin
        with:
          command: site
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        id: upload
        if: \${{ !cancelled() && steps.tocsin.outputs.site-changed == 'true' }}
        with:
          path: \${{ steps.tocsin.outputs.site }}
      - uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
        if: \${{ !cancelled() && steps.upload.outcome == 'success' }}
        id: deploy

  # Checks the policy that a pull request would bring. It only reads, so pull requests from forks are checked as well.
  policy:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
      # To see how punctual the schedule has been.
      actions: read
    steps:
      - uses: tocsin/tocsin@v1
`;
