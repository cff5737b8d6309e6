import { expect, test } from 'vitest';
import { diagnosed, foundBy, patientWith, POLICY, WORKFLOW } from './doctor-patients.ts';

/* Whether subscribers can be told in Discussions, where the policy wants that. */

const TOLD = `${POLICY}services: { api: {} }\nstatus-page: { title: Shop, url: "https://status.example.com", components: { api: API }, discussions: News }\n`;

test('says nothing where the policy tells no subscribers', async () => {
  const { findings } = await diagnosed(await patientWith());
  expect(findings.some(({ check }) => check === 'discussions')).toBe(false);
});

test('says whether the category is there, and what there is instead', { tags: 'slow' }, async () => {
  const of = async (discussions: readonly string[] | null) =>
    foundBy('discussions', await diagnosed(await patientWith({ policy: TOLD, discussions })));
  expect(await of(['General', 'news'])).toEqual(['ok: The repository has the category `News` of Discussions. -> null']);
  expect(await of(['General', 'Ideas'])).toEqual([
    'fail: The repository has no category `News` of Discussions: it has General, Ideas. -> Discussions → Edit categories; or mend `discussions` under `status-page`',
  ]);
  expect((await of(null))[0]).toContain('Features: Discussions');
});

test('says that the job of the page may not write there, which the generated one may', async () => {
  const workflow = `on: { issues: {}, issue_comment: {} }
jobs:
  page:
    permissions: { contents: read, issues: read }
    steps: [{ uses: tocsin/tocsin@v1, with: { command: site } }]
`;
  const own = await patientWith({ policy: TOLD, discussions: ['News'], files: { [WORKFLOW]: workflow } });
  expect(foundBy('discussions', await diagnosed(own)).slice(1)).toEqual([
    `fail: The job \`page\` in \`${WORKFLOW}\` may not write Discussions. -> \`discussions: write\` under \`jobs.page.permissions\` in \`${WORKFLOW}\``,
  ]);
});
