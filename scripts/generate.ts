import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { policyJsonSchema } from '../src/policy/json-schema.ts';

/** What is generated: the file, and the text that it should have. */
const GENERATED: readonly { readonly path: string; readonly write: () => string }[] = [
  { path: 'schema/tocsin.schema.json', write: () => JSON.stringify(policyJsonSchema()) },
];

/** Writes every file that is generated from the sources and names those that changed. */
async function generate(): Promise<void> {
  for (const { path, write } of GENERATED) {
    const text = await format(write(), { ...(await resolveConfig(path)), filepath: path });
    if ((await readFile(path, 'utf8').catch(() => '')) === text) continue;
    await writeFile(path, text);
    console.log(`generated ${path}`);
  }
}

await generate();
