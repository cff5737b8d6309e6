import type { Schedule } from '../../src/capabilities/on-call/schedule.ts';
import { schedulesFile } from '../../src/capabilities/on-call/form.ts';
import { readSchedules } from '../../src/capabilities/on-call/reading.ts';
import { showPath, toData } from '../../src/policy/tree.ts';
import { parseYaml } from '../../src/policy/yaml.ts';

/** The schedules of a section that must be good, by name; `zone` is that of the policy. */
export function schedulesOf(section: string, zone = 'UTC'): ReadonlyMap<string, Schedule> {
  const { tree, problems } = parseYaml(section, 'p.yml');
  if (tree === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  return readSchedules(schedulesFile.parse(toData(tree)), zone, (path, message) => {
    throw new Error(`${showPath(null, path)}: ${message}`);
  });
}

/** The one schedule of a text that must be good: what stands below its name, `duty`. */
export function scheduleOf(text: string, zone = 'UTC'): Schedule {
  return schedulesOf(`duty: ${text}\n`, zone).get('duty')!;
}
