import type { Instant } from '../../calendar/calendar.ts';
import { loadPolicy } from '../../capabilities/load.ts';
import { foldIncident } from '../../capabilities/fold.ts';
import { budgetsIn } from '../../capabilities/gate/budgets.ts';
import { gateOf, type GateQuestion } from '../../capabilities/gate/decide.ts';
import { gateText } from '../../capabilities/gate/text.ts';
import { GATE_WORDS } from '../../capabilities/gate/told.ts';
import { LABELS } from '../../capabilities/membership/labels.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { factHeadings } from '../../capabilities/report/form.ts';
import type { Knowledge } from '../../capabilities/track.ts';
import { wordsOf } from '../../capabilities/words.ts';
import { withDigests } from '../../engine/digest.ts';
import { GitHubError, type Snapshot } from '../../github/port.ts';
import { messageOf } from '../../model/error.ts';
import type { Issue } from '../../model/issue.ts';
import type { Language } from '../../model/language.ts';
import type { HeldRole } from '../../model/role.ts';
import { choosePolicy } from '../../policy/file.ts';
import { formatProblem, type PolicyProblem } from '../../policy/problem.ts';
import { nearest } from '../../policy/wording.ts';
import { labelClash } from '../../setup/labels.ts';
import { inline, plain } from '../../text/foreign.ts';
import type { Start } from '../context.ts';
import { gateRequest } from '../first-read.ts';
import { incidentsOf } from '../incidents.ts';
import { publish } from '../publish.ts';
import { newReport, type Report } from '../report.ts';
import { runWords } from '../words.ts';

/** The most people whose role is asked for: each costs a request, and a deployment waits. */
const MOST_ASKED = 5;

type Asking = Pick<Start, 'inputs' | 'github' | 'now'>;

/** Why a gate cannot look, in the language of the policy if that could be read. */
class Blind extends Error {
  readonly language: Language | null;

  constructor(message: string, language: Language | null = null) {
    super(message);
    this.language = language;
  }
}

/**
 * Whether a deployment may go on: red while incidents stop it. It reads, and changes nothing. Where it cannot look, it says so aloud and
 * lets the deployment go on: a gate that is broken must not be what stops everything.
 */
export async function guard(start: Asking): Promise<Report> {
  try {
    return await look(start);
  } catch (error) {
    return blindReport(error);
  }
}

/** A gate in the runner's process, with its report. */
export async function performGate(start: Asking): Promise<void> {
  await publish(await guard(start));
}

/** The report of a gate that could not begin. */
export async function reportBlind(error: unknown): Promise<void> {
  await publish(blindReport(error));
}

/** The report of a gate that could not look. */
function blindReport(error: unknown): Report {
  const language = error instanceof Blind ? error.language : null;
  const words = runWords(language);
  const isRefused = error instanceof GitHubError && error.trouble === 'no-permission';
  const why = isRefused ? words.gateRefused : plain(messageOf(error), 500);
  const line = words.gateBlind(/[.!?]$/.test(why) ? why : `${why}.`);
  return newReport(false, {
    language,
    gate: {
      state: 'unknown',
      lines: [line],
      summary: `## ${words.gateUnknown}\n\n${inline(line, 1000)}`,
      warnings: [line],
    },
  });
}

/** The reports that may say what is left of budgets: read with the rest, unless the policy has another label for them. */
async function reportsOf({ github }: Asking, policy: Policy, { postIncident }: Snapshot): Promise<readonly Issue[]> {
  if (policy.reports === null) return [];
  return policy.labels.report === LABELS.report.key ? postIncident : github.ownIssues(policy.labels.report);
}

async function look(start: Asking): Promise<Report> {
  const { inputs, github } = start;
  const snapshot = await github.read(gateRequest(inputs, start.now));
  const policy = await policyIn(snapshot, inputs.policy);
  const { language } = policy;
  const clash = labelClash(policy, inputs.label);
  if (clash !== null) throw new Blind(clash, language);
  const wrong = unknownService(inputs.service ?? '', policy);
  if (wrong !== null)
    return closedReport(language, [wrong], `## ${GATE_WORDS[language].heading(false)}\n\n${inline(wrong, 1000)}`);

  const { issues, failures } = await withLabels(start, policy, snapshot);
  const now = snapshot.now ?? start.now;
  const roles = new Map<string, HeldRole>();
  const knowledge: Knowledge = { incidentLabel: inputs.label, roles, headings: factHeadings() };
  const ours = incidentsOf(
    { inputs, policy, knowledge: { ...knowledge, roles }, adoptedAt: snapshot.adoptedAt },
    issues,
    [],
  );
  const about = serviceAndEnvironment(start, policy);
  const asked: Omit<GateQuestion, 'incidents'> = {
    ...about,
    policy,
    budgets: budgetsIn(await reportsOf(start, policy, snapshot), policy.labels.deployAnyway),
  };
  const found = ours.map((issue) => foldIncident(issue, policy, knowledge));
  let gate = gateOf({ ...asked, incidents: found.map(({ incident }) => incident) });

  const closing = new Set(gate.closedBy.map(({ issue }) => issue.number));
  const unknown = found.flatMap(({ incident, unknown }) => (closing.has(incident.issue.number) ? unknown : []));
  if (unknown.length > 0) {
    await askRoles(start, unknown, roles);
    gate = gateOf({ ...asked, incidents: ours.map((issue) => foldIncident(issue, policy, knowledge).incident) });
  }
  // What could not be read may be what closes it.
  if (gate.isOpen && gate.isGated && failures.length > 0) throw new Blind(failures[0]!.message, language);
  return reportOf(gate, asked, now);
}

function reportOf(gate: ReturnType<typeof gateOf>, asked: Omit<GateQuestion, 'incidents'>, now: Instant): Report {
  const { policy, environment } = asked;
  const { language } = policy;
  const { lines, summary, warnings } = gateText(gate, asked, now);
  const near = gate.isGated || environment === null ? undefined : nearest(environment, policy.gate.environments ?? []);
  const doubt =
    near === undefined ? [] : [GATE_WORDS[language].noEnvironment(plain(environment ?? '', 80), plain(near, 80))];
  const told = [...warnings, ...doubt];
  if (!gate.isOpen) return closedReport(language, lines, summary, told);
  return newReport(false, { language, gate: { state: 'open', lines, summary, warnings: told } });
}

/** One annotation says all: whoever is stopped reads no further. */
function closedReport(
  language: Language,
  lines: readonly string[],
  summary: string,
  warnings: readonly string[] = [],
): Report {
  const failures = [{ issue: null, message: lines.join('\n') }];
  return newReport(false, { language, failures, gate: { state: 'closed', lines, summary, warnings } });
}

/** Throws if it is broken: an older version may be one under which this service did not exist. */
async function policyIn({ policies }: Snapshot, path: string): Promise<Policy> {
  const { file, text, problems } = choosePolicy(path, policies);
  if (text === null && problems.length > 0) throw brokenBy(problems);
  const loaded = await loadPolicy(text, file);
  if (!loaded.ok) throw brokenBy(loaded.problems);
  return loaded.policy;
}

function brokenBy([first]: readonly PolicyProblem[]): Blind {
  return new Blind(first === undefined ? '' : formatProblem(first));
}

/** What is wrong with the input `service`, if anything: a slip must not make a gate that is always open. */
function unknownService(given: string, policy: Policy): string | null {
  const names = policy.services.map(({ name }) => name);
  if (given === '' || names.some((name) => name.toLowerCase() === given.toLowerCase())) return null;
  const { andThen } = wordsOf(policy.language);
  const near = nearest(given, names) ?? null;
  return GATE_WORDS[policy.language].noService(plain(given, 80), near, names.join(andThen));
}

function serviceAndEnvironment({ inputs }: Asking, policy: Policy): Pick<GateQuestion, 'service' | 'environment'> {
  const given = (inputs.service ?? '').toLowerCase();
  return {
    service: policy.services.find(({ name }) => name.toLowerCase() === given)?.name ?? null,
    environment: inputs.environment || null,
  };
}

/** The issues that may close it. They are asked for anew only where the policy has labels of its own and there are many incidents. */
async function withLabels({ github, inputs, now }: Asking, policy: Policy, read: Snapshot): Promise<Snapshot> {
  const labels = policy.gate.for.map((it) => policy.priorities[it].label);
  const { urgentLabels = [] } = gateRequest(inputs, now);
  const isCovered = labels.every((it) => urgentLabels.some((asked) => asked.toLowerCase() === it.toLowerCase()));
  if (isCovered || read.isWhole) return withDigested(read);
  return withDigested(await github.read(gateRequest(inputs, now, labels)));
}

const withDigested = (read: Snapshot): Snapshot => ({ ...read, issues: withDigests(read.issues) });

/** Adds the roles of those whose act is not on record yet. Whoever cannot be asked about is not believed. */
async function askRoles({ github }: Asking, logins: readonly string[], roles: Map<string, HeldRole>): Promise<void> {
  const distinct = [...new Set(logins.map((it) => it.toLowerCase()))].slice(-MOST_ASKED);
  await Promise.all(
    distinct.map(async (login) => {
      try {
        roles.set(login, await github.roleOf(login));
      } catch {
        // The incident closes the gate, and says how to open it.
      }
    }),
  );
}
