import type { Instant } from '../calendar/calendar.ts';
import type { Issue } from '../model/issue.ts';
import { actionsOf } from './actions.ts';
import { authorOf, type RawVersion } from './adoption.ts';
import { errorIn, errorOf, failureIn, isMissingFile, type RawError } from './errors.ts';
import { labelsIn, loginsIn, lookUpIds, type Directory } from './ids.ts';
import { askGitHub, isPassing, persist } from './octokit.ts';
import type { EffectOutcome, GitHub, GitHubError, RepositoryLabel } from './port.ts';
import { EDIT_ISSUE, HISTORY, LABELLED, LABELS_QUERY, LATEST, NEWEST, OPEN_ISSUE, READ_FILE } from './queries.ts';
import { noRepository, type Access } from './access.ts';
import { readClosings } from './closings.ts';
import { completeIssue, readEditors, readIssue } from './read-issue.ts';
import { completeIssues } from './complete.ts';
import { readRockets } from './reactions.ts';
import { readSnapshot } from './read.ts';
import { askRole } from './role.ts';
import { createPace, inRequests } from './requests.ts';
import { actorOf, type IsOwn, type RawPage, type RawTicket } from './translate.ts';
import { surveyOf } from './survey.ts';
import { failed, write, type Act } from './write.ts';
import { writing } from './writing.ts';

interface LabelPage {
  readonly id: string;
  readonly labels: RawPage<{
    readonly id: string;
    readonly name: string;
    readonly color: string;
    readonly description: string | null;
  }>;
}

/** GitHub through an Octokit: one repository, for the length of one run. `now` is the present as long as GitHub has not told it. */
export function connect(access: Access, now: Instant): GitHub {
  const { octokit, owner, name, sleep } = access;
  /** When GitHub answered first since the last reading began, once it has. */
  const answered: Instant[] = [];
  octokit.hook.after('request', ({ headers: { date } }) => {
    const at = Date.parse(date ?? '');
    if (!Number.isNaN(at) && answered.length === 0) answered.push(at);
  });
  let present = now;
  const directory: Directory = { repository: '', labels: new Map(), users: new Map() };
  let isOwn: IsOwn = () => false;
  const pace = createPace(octokit);

  /** Asks about the repository; throws if it is not there or the token may not see what is asked. `isFine` says which errors are none. */
  async function askRepository<T>(
    query: string,
    variables: Record<string, unknown>,
    isFine: (error: RawError) => boolean = () => false,
    again: (error: GitHubError) => boolean = isPassing,
  ): Promise<T> {
    const answer = await persist(sleep, again, () => askGitHub(octokit, query, variables));
    const { repository: found } = answer.data as { repository: T | null };
    if (found === null) throw noRepository(access, answer);
    const error = answer.errors.find((it) => !isFine(it));
    if (error) throw errorIn(error);
    return found;
  }

  /** Carries out what fits into one request. Never throws. */
  async function request(acts: readonly Act[]): Promise<readonly EffectOutcome[]> {
    try {
      await sleep(pace.before(acts.map(({ effect }) => effect)));
      // Only what GitHub refused to look at may be sent again; whatever got no answer may have happened.
      return await persist(
        sleep,
        ({ trouble }) => trouble === 'rate-limited',
        () => write({ octokit, isOwn, ids: directory, now: present }, acts),
      );
    } catch (thrown) {
      const outcome = failed(errorOf(thrown));
      return acts.map(() => outcome);
    }
  }

  /** Issues of which a page has brought the beginning. Throws if one cannot be read. */
  async function completed(tickets: readonly RawTicket[]): Promise<readonly Issue[]> {
    const found: Issue[] = [];
    for (const ticket of tickets) found.push((await completeIssue(access, ticket, isOwn)).issue);
    return found;
  }

  const github: GitHub = {
    graph: {
      ask: (query, variables, how) =>
        askRepository(query, { owner, name, ...variables }, undefined, how === 'once' ? () => false : isPassing),
      async write(mutation, input) {
        await sleep(pace.before([]));
        return writing(access, mutation, input);
      },
      isOwn: (author) => isOwn(actorOf(author)),
    },

    async read(request) {
      // What is read may be older than the last answer, but not than the first.
      answered.length = 0;
      const snapshot = await readSnapshot(access, request);
      directory.repository = snapshot.id;
      isOwn = snapshot.isOwn;
      const [first] = answered;
      present = first ?? present;
      return { ...snapshot, now: first ?? null };
    },

    async readIssue(id) {
      // What was written a moment ago may not be readable yet.
      await sleep(2_000);
      return readIssue(access, id);
    },

    complete: (covers) => completeIssues(access, covers, isOwn),

    editorsOf: (id) => readEditors(access, id),

    closingsOf: (ids) => readClosings(access, ids),

    rocketsOn: (id) => readRockets(access, id),

    roleOf: (login) => askRole(access, login),

    async historyOf(path) {
      const found = await askRepository<{
        defaultBranchRef: {
          target: {
            history?: { nodes: (RawVersion | null)[] };
          } | null;
        } | null;
      }>(HISTORY, { owner, name, path }, isMissingFile);
      const commits = found.defaultBranchRef?.target?.history?.nodes ?? [];
      return commits.flatMap((it) =>
        it ? [{ commit: it.oid, text: it.file?.object?.text ?? null, author: authorOf(it) }] : [],
      );
    },

    async readFile(ref, path) {
      const variables = { owner, name, expression: `${ref}:${path}` };
      const found = await askRepository<{ object: { text?: string } | null }>(READ_FILE, variables);
      return found.object?.text ?? null;
    },

    async ownIssues(label, whose) {
      const own: RawTicket[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { issues }: { issues: RawPage<RawTicket> } = await askRepository(LABELLED, { owner, name, label, after });
        // Whatever others have labelled so is not read to its end.
        for (const ticket of issues.nodes ?? [])
          if (ticket && (whose === 'anybody' || isOwn(actorOf(ticket.author)))) own.push(ticket);
        after = issues.pageInfo.endCursor;
        more = issues.pageInfo.hasNextPage;
      }
      return completed(own);
    },

    async latestOwnIssues(labels) {
      const found = await askRepository<{ issues: Pick<RawPage<RawTicket>, 'nodes'> }>(LATEST, { owner, name, labels });
      return completed((found.issues.nodes ?? []).flatMap((it) => (it && isOwn(actorOf(it.author)) ? [it] : [])));
    },

    async openIssue(title, body, labels, looks) {
      await lookUpIds(access, directory, { labels, logins: [] }, looks);
      const input = {
        repositoryId: directory.repository,
        title,
        body,
        labelIds: labels.map((label) => directory.labels.get(label)),
      };
      const { createIssue } = await writing<{ createIssue: { issue: { id: string; number: number } } }>(
        access,
        OPEN_ISSUE,
        input,
      );
      return createIssue.issue;
    },

    async editBody({ id }, body) {
      await writing(access, EDIT_ISSUE, { id, body });
    },

    async newest() {
      const { defaultBranchRef: head, issues } = await askRepository<{
        defaultBranchRef: { target: { oid: string } | null } | null;
        issues: RawPage<{ id: string; updatedAt: string; comments: { nodes: readonly ({ id: string } | null)[] } }>;
      }>(NEWEST, { owner, name });
      const [issue] = issues.nodes ?? [];
      return [head?.target?.oid, issue?.id, issue?.updatedAt, issue?.comments.nodes[0]?.id].join(' ');
    },

    async labels() {
      const all: RepositoryLabel[] = [];
      for (let after: string | null = null, more = true; more;) {
        const found: LabelPage = await askRepository<LabelPage>(LABELS_QUERY, { owner, name, after });
        directory.repository = found.id;
        const { nodes, pageInfo } = found.labels;
        for (const label of nodes ?? []) if (label) all.push({ ...label, description: label.description ?? '' });
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      return all;
    },

    async writeLabels(labels) {
      // One at a time: GitHub counts each as a creation of content, and the first that it refuses is the one to tell.
      for (const { id, ...look } of labels) {
        const kind = id === null ? 'Create' : 'Update';
        const field = `${kind.toLowerCase()}Label`;
        const query = `mutation ${kind}Label($input: ${kind}LabelInput!) { ${field}(input: $input) { label { id } } }`;
        const input = id === null ? { repositoryId: directory.repository, ...look } : { id, ...look };
        const { data, errors } = await persist(sleep, isPassing, () => askGitHub(octokit, query, { input }));
        if (!(data as Record<string, unknown>)[field]) throw failureIn(errors);
      }
    },

    async carryOut(orders, looks) {
      const effects = orders.flatMap((order) => order.effects);
      try {
        await lookUpIds(access, directory, { labels: labelsIn(effects), logins: loginsIn(effects) }, looks);
      } catch (thrown) {
        if (orders.length === 1)
          return [effects.map((): EffectOutcome => ({ result: 'refused', error: errorOf(thrown) }))];
        // The label of one must not be in the way of the others.
        const each: (readonly EffectOutcome[])[] = [];
        for (const order of orders) each.push(...(await github.carryOut([order], looks)));
        return each;
      }
      return inRequests(orders, request);
    },

    allowance: pace.left,
    ...surveyOf(access),
    ...actionsOf(access),
  };
  return github;
}
