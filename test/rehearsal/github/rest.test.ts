import { expect, test } from 'vitest';
import { ask, hubFor, octokitFor } from './ask.ts';

const repo = { owner: 'acme', repo: 'shop' };

test('the permission of people, in the old names and in the role', async () => {
  const hub = hubFor();
  const permissionOf = async (username: string) => {
    const { data } = await octokitFor(hub).repos.getCollaboratorPermissionLevel({ ...repo, username });
    return [data.permission, data.role_name, data.user?.login];
  };
  expect(await permissionOf('Alice')).toEqual(['write', 'maintain', 'alice']);
  expect(await permissionOf('bob')).toEqual(['read', 'triage', 'bob']);
  expect(await permissionOf('mallory')).toEqual(['read', 'read', 'mallory']);
  hub.setRole('bob', null);
  expect(await permissionOf('bob')).toEqual(['read', 'read', 'bob']);
  hub.setRole('bob', { name: 'Incident Responder', base: 'maintain' });
  expect(await permissionOf('bob')).toEqual(['write', 'Incident Responder', 'bob']);
  hub.deleteUser('bob');
  await expect(permissionOf('bob')).rejects.toMatchObject({ status: 404 });
  await expect(permissionOf('github-actions[bot]')).rejects.toMatchObject({ status: 404 });
});

test('what a role allows includes what the weaker ones allow', async () => {
  const hub = hubFor();
  const allowed = async (username: string) => {
    const { data } = await octokitFor(hub).repos.getCollaboratorPermissionLevel({ ...repo, username });
    return data.user?.permissions;
  };
  const triage = { admin: false, maintain: false, push: false, triage: true, pull: true };
  expect(await allowed('bob')).toEqual(triage);
  expect(await allowed('alice')).toEqual({ ...triage, maintain: true, push: true });
  hub.setRole('bob', { name: 'Incident Responder', base: 'write' });
  expect(await allowed('bob')).toEqual({ ...triage, push: true });
  hub.setRole('bob', { name: 'Auditor', base: 'read' });
  expect(await allowed('bob')).toEqual({ ...triage, triage: false });
});

test('a private repository does not know strangers', async () => {
  const hub = hubFor({ visibility: 'private' });
  const permission = octokitFor(hub).repos.getCollaboratorPermissionLevel({ ...repo, username: 'mallory' });
  await expect(permission).rejects.toMatchObject({ status: 404 });
});

test('dispatches need their permissions and start workflows even from the Actions token', async () => {
  const permissions = { contents: 'write', actions: 'write' } as const;
  const login = 'github-actions[bot]';
  const hub = hubFor({ tokens: { strong: { login, permissions }, weak: { login, permissions: {} } } });
  const strong = octokitFor(hub, 'strong');
  const client_payload = { alert: { name: 'down' } };
  await strong.repos.createDispatchEvent({ ...repo, event_type: 'alert', client_payload });
  await strong.actions.createWorkflowDispatch({ ...repo, workflow_id: 'tocsin.yml', ref: 'main' });
  expect(hub.events).toMatchObject([
    { name: 'repository_dispatch', payload: { action: 'alert', client_payload, sender: { login } } },
    { name: 'workflow_dispatch', payload: { ref: 'main', inputs: {} } },
  ]);
  const many = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`k${n}`, n]));
  const tooMany = strong.repos.createDispatchEvent({ ...repo, event_type: 'alert', client_payload: many });
  await expect(tooMany).rejects.toMatchObject({ status: 422 });
  const weak = octokitFor(hub, 'weak').repos.createDispatchEvent({ ...repo, event_type: 'alert' });
  await expect(weak).rejects.toMatchObject({ status: 403, message: /Resource not accessible by integration/ });
});

test('an unknown token is refused, the bot is no user, and a missing route says so', async () => {
  const hub = hubFor();
  await expect(ask(hub, '{ viewer { login } }', {}, 'wrong')).rejects.toMatchObject({
    status: 401,
    message: /Bad credentials/,
  });
  await expect(octokitFor(hub).users.getAuthenticated()).rejects.toMatchObject({ status: 403 });
  const missing = octokitFor(hub).issues.listForRepo(repo);
  await expect(missing).rejects.toMatchObject({
    status: 501,
    message: /embedded GitHub does not implement GET \/repos\/acme\/shop\/issues/,
  });
  const elsewhere = octokitFor(hub).repos.createDispatchEvent({ owner: 'acme', repo: 'gone', event_type: 'x' });
  await expect(elsewhere).rejects.toMatchObject({ status: 404 });
});

test('who can be assigned, and what an issue without a title is refused with', async () => {
  const login = 'github-actions[bot]';
  const tokens = {
    'test-token': { login, permissions: { issues: 'write' } },
    reader: { login, permissions: { issues: 'read' } },
    none: { login, permissions: {} },
  } as const;
  const hub = hubFor({ tokens });
  const assignable = (assignee: string, token?: string) =>
    octokitFor(hub, token).issues.checkUserCanBeAssigned({ ...repo, assignee });
  expect((await assignable('Bob')).status).toBe(204);
  for (const login of ['mallory', 'nobody', 'acme'])
    await expect(assignable(login)).rejects.toMatchObject({ status: 404 });
  await expect(assignable('bob', 'none')).rejects.toMatchObject({ status: 403 });
  const empty = (token: string) => octokitFor(hub, token).request('POST /repos/{owner}/{repo}/issues', repo as never);
  await expect(empty('test-token')).rejects.toMatchObject({ status: 422, message: /"title" wasn't supplied/ });
  for (const token of ['reader', 'none']) await expect(empty(token)).rejects.toMatchObject({ status: 403 });
  expect(hub.issues()).toEqual([]);
});

test('workflows are seen with the permission for it, and may be disabled', async () => {
  const permissions = { actions: 'read' } as const;
  const hub = hubFor({
    files: {
      '.github/workflows/a.yml': 'on: push',
      '.github/workflows/b.yaml': 'on: push',
      '.github/workflows/c.md': '',
    },
    tokens: { strong: { login: 'alice', permissions }, weak: { login: 'alice', permissions: {} } },
  });
  const { actions } = octokitFor(hub, 'strong');
  const { data } = await actions.listRepoWorkflows(repo);
  expect(data.workflows.map(({ path, state }) => `${path} ${state}`)).toEqual([
    '.github/workflows/a.yml active',
    '.github/workflows/b.yaml active',
  ]);
  hub.setWorkflow('a.yml', 'disabled_inactivity');
  const stateOf = async (workflow_id: string) => (await actions.getWorkflow({ ...repo, workflow_id })).data.state;
  expect(await stateOf('a.yml')).toBe('disabled_inactivity');
  expect(await stateOf('b.yaml')).toBe('active');
  await expect(stateOf('c.md')).rejects.toMatchObject({ status: 404 });
  const weak = octokitFor(hub, 'weak').actions;
  await expect(weak.listRepoWorkflows(repo)).rejects.toMatchObject({ status: 403 });
  await expect(weak.getWorkflow({ ...repo, workflow_id: 'a.yml' })).rejects.toMatchObject({ status: 403 });
});
