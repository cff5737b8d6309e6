import { accountOf, demand } from './accounts.ts';
import { addAssignees, removeAssignees } from './assignees.ts';
import { addComment, commentAt, commentWithId, deleteComment, editComment } from './comments.ts';
import { deleteIssue } from './deletion.ts';
import { deploy, release, setStatus, type DeploymentDraft } from './deployments.ts';
import { deleteDiscussion, discussionNumbered, openDiscussion, remarkOn, rewriteText } from './discussions.ts';
import { makeCommit, type Changes } from './git.ts';
import { close, editBody, issueNumbered, openIssue, rename, reopen } from './issues.ts';
import { addLabels, createLabel, labelNamed, removeLabels } from './labels.ts';
import { mergePull } from './pull-requests.ts';
import { addSubIssue, react, removeSubIssue, lock, unlock, unreact, setPinned } from './relations.ts';
import { present, type ReactionContent, type World } from './state.ts';
import type { HubDeploymentState } from './shipped.ts';
import { viewComment, type CommentView } from './views.ts';
import { emitDispatch } from './webhooks.ts';

interface IssueDraft {
  readonly title: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
}

interface PullRequestDraft extends IssueDraft {
  /** What its head changes of the default branch. */
  readonly files?: Changes;
}

/** What a person does in a story. Rights are asked only where it says so; issues go by number, comments by `databaseId`. */
export type Person = ReturnType<typeof person>;

export function person(world: World, login: string) {
  const actor = accountOf(world, login);
  const numbered = (number: number) => issueNumbered(world, number);
  const commentOf = (id: number) => commentWithId(world, id);
  const opening = (draft: IssueDraft) => ({
    title: draft.title,
    body: draft.body ?? '',
    labels: (draft.labels ?? []).map((name) => labelNamed(world, name)),
    assignees: (draft.assignees ?? []).map((one) => accountOf(world, one)),
  });
  return {
    login,
    openIssue: (draft: IssueDraft): number => openIssue(world, actor, opening(draft)).number,
    openPullRequest: (draft: PullRequestDraft): number => {
      const head = makeCommit(world.git.head, draft.files ?? {}, {
        message: draft.title,
        at: present(world),
        author: login,
      });
      const pull = openIssue(world, actor, { ...opening(draft), headOid: head.oid });
      world.git.commits.set(head.oid, head);
      world.git.pulls.set(pull.number, head);
      return pull.number;
    },
    /** Takes write access. What its text says that it closes is closed. */
    mergePullRequest: (pull: number): void => {
      mergePull(world, actor, numbered(pull));
    },
    comment: (issue: number, body: string): CommentView => viewComment(addComment(world, actor, numbered(issue), body)),
    editComment: (comment: number, body: string): void => {
      editComment(world, actor, commentOf(comment), body);
    },
    deleteComment: (comment: number): void => {
      deleteComment(world, actor, commentOf(comment));
    },
    minimize: (comment: number, reason = 'outdated'): void => {
      commentOf(comment).minimized = reason;
    },
    /** Takes read access. The comment goes by `databaseId` or address. */
    react: (comment: number | string, content: ReactionContent): void => {
      demand(world, { account: actor, least: 'read', act: 'AddReaction' });
      react(world, actor, commentAt(world, comment), content);
    },
    unreact: (comment: number | string, content: ReactionContent): void => {
      unreact(world, actor, commentAt(world, comment), content);
    },
    createLabel: (name: string, color?: string, description?: string): void => {
      createLabel(world, name, color, description);
    },
    label: (issue: number, ...names: string[]): void => {
      addLabels(
        world,
        actor,
        numbered(issue),
        names.map((name) => labelNamed(world, name)),
      );
    },
    unlabel: (issue: number, ...names: string[]): void => {
      removeLabels(
        world,
        actor,
        numbered(issue),
        names.map((name) => labelNamed(world, name)),
      );
    },
    assign: (issue: number, ...logins: string[]): void => {
      addAssignees(
        world,
        actor,
        numbered(issue),
        logins.map((one) => accountOf(world, one)),
      );
    },
    unassign: (issue: number, ...logins: string[]): void => {
      removeAssignees(
        world,
        actor,
        numbered(issue),
        logins.map((one) => accountOf(world, one)),
      );
    },
    rename: (issue: number, title: string): void => {
      rename(world, actor, numbered(issue), title);
    },
    editBody: (issue: number, body: string): void => {
      editBody(world, actor, numbered(issue), body);
    },
    close: (issue: number, as: 'completed' | 'not_planned' | 'duplicate' = 'completed', of?: number): void => {
      const reason = ({ completed: 'COMPLETED', not_planned: 'NOT_PLANNED', duplicate: 'DUPLICATE' } as const)[as];
      close(world, actor, numbered(issue), { reason, canonical: of === undefined ? undefined : numbered(of) });
    },
    reopen: (issue: number): void => {
      reopen(world, actor, numbered(issue));
    },
    /** Takes an admin. */
    deleteIssue: (issue: number): void => {
      deleteIssue(world, actor, numbered(issue));
    },
    addSubIssue: (parent: number, child: number): void => {
      addSubIssue(world, actor, { parent: numbered(parent), child: numbered(child) });
    },
    removeSubIssue: (parent: number, child: number): void => {
      removeSubIssue(world, actor, numbered(parent), numbered(child));
    },
    lock: (issue: number): void => {
      lock(world, actor, numbered(issue), null);
    },
    unlock: (issue: number): void => {
      unlock(world, actor, numbered(issue));
    },
    pin: (issue: number): void => {
      setPinned(world, actor, numbered(issue), true);
    },
    unpin: (issue: number): void => {
      setPinned(world, actor, numbered(issue), false);
    },
    openDiscussion: (draft: { readonly category: string; readonly title: string; readonly body: string }): number =>
      openDiscussion(world, actor, draft).number,
    remark: (discussion: number, body: string): void => {
      remarkOn(world, actor, discussionNumbered(world, discussion), body);
    },
    editDiscussion: (discussion: number, body: string): void => {
      rewriteText(world, actor, discussionNumbered(world, discussion), { body });
    },
    lockDiscussion: (discussion: number): void => {
      discussionNumbered(world, discussion).locked = true;
    },
    deleteDiscussion: (discussion: number): void => {
      deleteDiscussion(world, discussionNumbered(world, discussion));
    },
    /** Brings the default branch, or another commit, out to an environment, `production` unless said; gives its `databaseId`. */
    deploy: (
      draft: DeploymentDraft & { readonly state?: HubDeploymentState; readonly logUrl?: string } = {},
    ): number => {
      const made = deploy(world, actor, draft);
      setStatus(world, actor, made, { state: draft.state ?? 'success', logUrl: draft.logUrl ?? null });
      return made.databaseId;
    },
    setDeployment: (id: number, state: HubDeploymentState): void => {
      const found = world.deployments.find(({ databaseId }) => databaseId === id);
      if (found) setStatus(world, actor, found, { state });
    },
    /** Takes write access. */
    release: (tagName: string, name?: string): void => {
      release(world, actor, tagName, name ?? null);
    },
    /** Starts the workflow by hand, with its inputs. */
    startWorkflow: (inputs: Readonly<Record<string, string>>): void => {
      emitDispatch(world, actor, 'workflow_dispatch', { inputs, ref: world.git.branch });
    },
    /** What an outside system sends as `repository_dispatch`. */
    dispatch: (action: string, client_payload: Readonly<Record<string, unknown>>): void => {
      emitDispatch(world, actor, 'repository_dispatch', { action, branch: world.git.branch, client_payload });
    },
  };
}
