import { generatedFiles, staleFiles } from '../files.ts';
import { ok, warn, withPolicy } from './check.ts';

/** By this line an editor knows what a policy may hold. */
const SCHEMA_LINE =
  '# yaml-language-server: $schema=https://raw.githubusercontent.com/tocsin/tocsin/v1/schema/tocsin.schema.json';

/** Whether what was generated from the policy is what it generates now, on the default branch. */
export const filesCheck = withPolicy(async ({ github, policy, file, incidentLabel, words: { files: words } }) => {
  const path = file.path;
  const origin = { policy, policyFile: path, incidentLabel };
  const stale = await staleFiles(generatedFiles(origin), path, (it) => github.readFile('HEAD', it));
  const lacksSchema = file.text !== null && !/^#\s*yaml-language-server:\s*\$schema=/m.test(file.text);
  return [
    ...(stale.length === 0 ? [ok(words.good)] : stale.map((it) => warn(words.stale(it), words.init))),
    ...(lacksSchema ? [warn(words.noSchema(path), words.first(SCHEMA_LINE, path))] : []),
  ];
});
