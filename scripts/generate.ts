import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { POLICY_FILE } from '../src/policy/file.ts';
import { policyJsonSchema } from '../src/capabilities/load.ts';
import { loadPolicy } from '../src/capabilities/load.ts';
import type { Policy } from '../src/capabilities/policy.ts';
import type { Language } from '../src/model/language.ts';
import { formFiles, INCIDENT_FORM } from '../src/setup/files.ts';
import { incidentForm } from '../src/setup/form.ts';
import { EXAMPLE_WORKFLOW, FILLED } from './tables.ts';

const INCIDENT_LABEL = 'incident';

/** A generated file: the text that it should have, given the one that it has; null leaves it alone. */
interface Generated {
  readonly path: string;
  readonly write: (current: string | null) => string | null | Promise<string | null>;
}

const GENERATED: readonly Generated[] = [
  { path: 'schema/tocsin.schema.json', write: () => JSON.stringify(policyJsonSchema()) },
  { path: INCIDENT_FORM, write: ownForm },
  { path: 'examples/incident-form.fr.yml', write: frenchForm },
  ...FILLED.map(({ path, fill }) => ({
    path,
    write: (current: string | null) => (current === null ? null : fill(current)),
  })),
  { path: 'src/setup/workflow-text.ts', write: workflowText },
];

/** The example workflow as a constant: neither Node nor the bundle can read it as a text where they need it. */
async function workflowText(): Promise<string> {
  const text = (await readFile(EXAMPLE_WORKFLOW, 'utf8')).replace(/[\\`]|\$(?=\{)/g, '\\$&');
  return `/** \`${EXAMPLE_WORKFLOW}\`; written by \`npm run generate\`. */\nexport const EXAMPLE_WORKFLOW = \`${text}\`;\n`;
}

/** The form of this repository, which has no policy file: as `tocsin init` would write it. */
async function ownForm(): Promise<string | null> {
  const origin = { policy: await builtinPolicy('en'), policyFile: POLICY_FILE, incidentLabel: INCIDENT_LABEL };
  return formFiles(origin).find(({ path }) => path === INCIDENT_FORM)?.text ?? null;
}

async function frenchForm(): Promise<string> {
  const form = incidentForm(await builtinPolicy('fr'), INCIDENT_LABEL);
  return `# Le formulaire d’incident en français, écrit par \`npm run generate\` : copiez ce fichier vers ${INCIDENT_FORM}.\n${form}`;
}

async function builtinPolicy(language: Language): Promise<Policy> {
  const loaded = await loadPolicy(`language: ${language}`, POLICY_FILE);
  if (!loaded.ok) throw new Error('the built-in policy is broken');
  return loaded.policy;
}

/** Writes every file that is generated from the sources and names those that changed; with `--check`, only names them. */
async function generate(check: boolean): Promise<void> {
  for (const { path, write } of GENERATED) {
    const current = await readFile(path, 'utf8').catch(() => null);
    const raw = await write(current);
    if (raw === null) continue;
    const text = await format(raw, { ...(await resolveConfig(path)), filepath: path });
    if (text === current) continue;
    if (check) {
      console.error(`${path} is not what the sources generate: run \`npm run generate\`, and commit what changed.`);
      process.exitCode = 1;
    } else {
      await writeFile(path, text);
      console.log(`generated ${path}`);
    }
  }
}

await generate(process.argv.includes('--check'));
