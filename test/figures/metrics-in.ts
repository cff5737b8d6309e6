/** One sample of OpenMetrics. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = `[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"`;
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? (-?[0-9][0-9.e+-]*)$`);

/** Reads the text form of OpenMetrics 1.0, as strictly as it is written; throws at whatever is not in it. */
export function metricsIn(text: string): readonly Sample[] {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.pop() !== '# EOF') throw new Error('does not end with # EOF and a line feed');
  const samples: Sample[] = [];
  const seen = new Set<string>();
  let family: { name: string; type: string; unit: string | null } | null = null;
  for (const line of lines) {
    const [, what, name = '', rest = ''] = /^# (TYPE|UNIT|HELP) (\S+) (.*)$/.exec(line) ?? [];
    if (what === 'TYPE') {
      if (seen.has(name)) throw new Error(`a family twice: ${name}`);
      if (rest !== 'gauge' && rest !== 'counter') throw new Error(`type ${rest}`);
      seen.add(name);
      family = { name, type: rest, unit: null };
    } else if (what !== undefined) {
      if (family?.name !== name) throw new Error(`${what} before TYPE: ${line}`);
      if (what === 'UNIT' && !name.endsWith(`_${rest}`)) throw new Error(`the unit is no suffix of ${name}`);
    } else samples.push(sampleOf(line, family));
  }
  const keys = samples.map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`);
  if (new Set(keys).size < keys.length) throw new Error('a sample twice');
  return samples;
}

function sampleOf(line: string, family: { name: string; type: string } | null): Sample {
  const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
  if (name === '') throw new Error(`no sample: ${line}`);
  const wanted = family?.type === 'counter' ? `${family.name}_total` : family?.name;
  if (name !== wanted) throw new Error(`${name} is not of the family before it`);
  const pairs = [...labels.matchAll(/([a-zA-Z0-9_]+)="((?:[^"\\]|\\.)*)"/g)].map(
    ([, key = '', text = '']) => [key, text.replace(/\\(.)/g, (_, it: string) => (it === 'n' ? '\n' : it))] as const,
  );
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error(`no number: ${line}`);
  return { name, labels: Object.fromEntries(pairs), value: number };
}
