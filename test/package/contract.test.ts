import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import * as tables from '../../scripts/tables.ts';
import { INPUTS, OUTPUTS, readInputs } from '../../src/run/inputs.ts';
import { foldText } from '../../src/text/compare.ts';
import { factHeadings, FORM } from '../../src/capabilities/report/form.ts';
import { REQUIRED_FACTS } from '../../src/model/fact.ts';
import { BUILTIN_POLICY } from '../../src/capabilities/load.ts';
import { actionFile, exampleWorkflow, exists, text } from './files.ts';

describe('action.yml', () => {
  const action = actionFile();

  it('has what the Marketplace asks for', () => {
    expect(action.name).toBe('Tocsin');
    expect(action.description.length).toBeLessThan(125);
    expect(['white', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(
      action.branding.color,
    );
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
    expect(exists(action.runs.main)).toBe(true);
  });

  it('has the inputs and outputs of the code', () => {
    expect(action.inputs).toEqual(INPUTS);
    expect(Object.keys(action.inputs)).toEqual(Object.keys(INPUTS));
    expect(action.outputs).toEqual(
      Object.fromEntries(Object.entries(OUTPUTS).map(([name, description]) => [name, { description }])),
    );
    expect(parse(tables.fillAction(text('action.yml')))).toEqual(action);
  });

  it('has every input that the example workflow gives', () => {
    const given = Object.values(exampleWorkflow().jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('tocsin/')).flatMap((it) => Object.keys(it.with ?? {})),
    );
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given));
  });
});

describe('the environment', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  /** As the runner names them. */
  const variable = (input: string): string => `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;

  function read(values: Readonly<Record<string, string>>): ReturnType<typeof readInputs> {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.stubEnv('GITHUB_REPOSITORY', 'acme/shop');
    vi.stubEnv('GITHUB_EVENT_NAME', 'schedule');
    vi.stubEnv('GITHUB_EVENT_PATH', '');
    for (const name of Object.keys(INPUTS)) vi.stubEnv(variable(name), values[name] ?? '');
    return readInputs();
  }

  it('keeps a report out of the folder of the status page, which is published', () => {
    const folder = (command: string, out: string): string | undefined => read({ token: 'secret', command, out }).out;
    expect(['', 'site', 'inside'].map((out) => folder('report', out))).toEqual(['report', 'report', 'inside']);
    expect(folder('site', '')).toBe('site');
  });

  it('carries every input under the name that the runner gives it', () => {
    const values = {
      token: 'secret',
      policy: 'ops/incidents.yml',
      label: 'outage',
      command: 'check',
      out: 'public',
      month: '2026-11',
      service: 'checkout',
      environment: 'production',
      'dry-run': 'true',
      accounts: 'a[bot], b',
    };
    expect(Object.keys(values)).toEqual(Object.keys(INPUTS));
    expect(read(values)).toEqual({
      token: 'secret',
      policy: 'ops/incidents.yml',
      label: 'outage',
      command: 'check',
      out: 'public',
      month: '2026-11',
      service: 'checkout',
      environment: 'production',
      dryRun: true,
      accounts: ['a[bot]', 'b'],
      owner: 'acme',
      repository: 'shop',
      event: 'schedule',
      payload: {},
      workflow: null,
      ref: null,
    });
  });

  it('may leave out everything but the token: the defaults are those of action.yml', () => {
    const { inputs } = actionFile();
    const defaults: [string, string][] = Object.entries(inputs).map(([name, { default: value }]) => [name, value]);
    expect(read({ token: 'secret' })).toEqual(read({ ...Object.fromEntries(defaults), token: 'secret' }));
  });

  it.each([
    [{ token: '' }, 'The input `token` is empty. Leave it out to use the token of the job.'],
    [
      { command: 'sweep' },
      'The input `command` is "sweep"; it takes run, intake, check, sync, doctor, watch, site, report, gate.',
    ],
    [{ month: '2026-13' }, 'The input `month` is "2026-13"; it takes a month such as 2026-11, or a year.'],
    [{ 'dry-run': 'maybe' }, 'The input `dry-run` is "maybe"; it takes true or false.'],
    [
      { label: 'a,b' },
      'The input `label` is "a,b"; it takes one label name of at most 50 characters, without a comma.',
    ],
  ])('that gives %j is refused, naming what it takes', (given, message) => {
    expect(() => read({ token: 'secret', ...given })).toThrow(message);
  });
});

/** What a document has between the markers of that name, without the padding of tables. */
function partOf(document: string, name: string): string | undefined {
  const part = new RegExp(`<!-- ${name} -->\n\n([\\s\\S]*?)\n\n<!-- /${name} -->`).exec(text(document))?.[1];
  return part?.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
}

describe('README.md', () => {
  const readme = text('README.md');

  it('can be read in one go, and names the two commands that are tried first', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(readme).toContain(`\n${command} `);
  });

  it('shows pictures, and says what is on them', () => {
    const pictures = [...readme.matchAll(/<img src="([^"]+)" width="\d+" alt="([^"]+)">/g)];
    expect(pictures.map(([, path]) => path)).toEqual([
      'docs/images/card.png',
      'docs/images/escalation.png',
      'docs/images/status-page.png',
      'docs/images/status-page-phone.png',
    ]);
    for (const [, , alt] of pictures) expect(alt!.length).toBeGreaterThan(50);
  });

  it('has badges that are true', () => {
    const { license, engines } = JSON.parse(text('package.json')) as { license: string; engines: { node: string } };
    const badges = [...readme.matchAll(/\[!\[[^\]]*\]\((\S+)\)\]/g)].map(([, url]) => decodeURIComponent(url!));
    expect(badges).toEqual([
      'https://github.com/tocsin/tocsin/actions/workflows/ci.yml/badge.svg',
      `https://img.shields.io/badge/licence-${license}-blue`,
      `https://img.shields.io/badge/node-${engines.node}-blue`,
    ]);
    expect(exists('.github/workflows/ci.yml')).toBe(true);
  });
});

describe('the pages of docs/', () => {
  it('show the inputs, the outputs and the commands', () => {
    expect(partOf('docs/setup.md', 'inputs')).toBe(tables.inputsTable().replace(/ +\|/g, ' |'));
    expect(partOf('docs/setup.md', 'outputs')).toBe(tables.outputsTable());
    expect(partOf('docs/commands.md', 'commands')).toBe(tables.commandsTable('en'));
    expect(partOf('docs/fr/commands.md', 'commands-fr')).toBe(tables.commandsTable('fr'));
  });

  it('show what the terminal can do', { tags: 'slow' }, async () => {
    expect(partOf('docs/terminal.md', 'terminal')).toBe(await tables.terminalTable());
    const shown = await tables.session('when --priority P2 --opened 2026-11-20T16:00Z');
    expect(shown).toContain('business day 3');
    expect(partOf('docs/terminal.md', 'when')).toBe(shown);
  });
});

describe('docs/policy.md', () => {
  it('shows the built-in policy', () => {
    expect(text('docs/policy.md')).toContain(`\n${BUILTIN_POLICY}`);
  });

  it('shows every key of the policy', () => {
    expect(partOf('docs/policy.md', 'keys')).toBe(tables.keysTable());
    expect(partOf('docs/policy.md', 'keys: heartbeat')).toBe(tables.keysTable('heartbeat'));
    expect(partOf('docs/on-call.md', 'keys: schedules.layers')).toBe(tables.keysTable('schedules.layers'));
  });
});

describe('the parts of a document between markers', () => {
  it('are renewed, and the rest is left as it is', async () => {
    const filled = await tables.fillDocument('a\n<!-- outputs -->\nold\n<!-- /outputs -->\nb $& $1\n');
    expect(filled).toBe(`a\n<!-- outputs -->\n\n${tables.outputsTable()}\n\n<!-- /outputs -->\nb $& $1\n`);
    expect(await tables.fillDocument(filled)).toBe(filled);
    expect(await tables.fillDocument('no markers')).toBe('no markers');
  });

  it('must have an end', async () => {
    await expect(tables.fillDocument('<!-- inputs -->\n')).rejects.toThrow('<!-- inputs --> has no <!-- /inputs -->');
  });
});

interface FormFile {
  readonly labels: readonly string[];
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label?: string; readonly options?: readonly string[] };
  }[];
}

describe.each([
  { path: '.github/ISSUE_TEMPLATE/incident.yml', headings: FORM.en },
  { path: 'examples/incident-form.fr.yml', headings: FORM.fr },
])('$path', ({ path, headings }) => {
  const { labels, body } = parse(text(path)) as FormFile;
  const fields = body.filter(({ type }) => type !== 'markdown');

  it('asks for the six facts under the headings by which an incident is recognised', () => {
    const asked = new Map(fields.map(({ id, attributes }) => [id!, attributes.label!]));
    expect(REQUIRED_FACTS.map((fact) => asked.get(fact))).toEqual(REQUIRED_FACTS.map((fact) => headings[fact]));
    for (const [fact, label] of asked) expect(factHeadings().get(foldText(label))).toBe(fact);
  });

  it('sets the label of incidents, and offers types of impact to choose from', () => {
    expect(labels).toEqual([INPUTS.label.default]);
    const impact = fields.find(({ id }) => id === 'impact')!;
    expect(impact.type).toBe('dropdown');
    expect(new Set(impact.attributes.options).size).toBe(8);
  });
});
