import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { policyJsonSchema } from '../src/policy/json-schema.ts';
import { FILLED } from './tables.ts';

/** A generated file: the text that it should have, given the one that it has; null leaves it alone. */
interface Generated {
  readonly path: string;
  readonly write: (current: string | null) => string | null | Promise<string | null>;
}

const GENERATED: readonly Generated[] = [
  { path: 'schema/tocsin.schema.json', write: () => JSON.stringify(policyJsonSchema()) },
  ...FILLED.map(({ path, fill }) => ({
    path,
    write: (current: string | null) => (current === null ? null : fill(current)),
  })),
];

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
