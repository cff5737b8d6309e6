import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** Changes of one file that no test can notice, because the code means the same with them, and why that is so. */
interface Equal {
  readonly why: string;
  /** A line each: `WAS → BECOMES`, as `changeOf` writes it. */
  readonly mutants: string;
}

/** By the path of the source. */
export type Register = Readonly<Record<string, readonly Equal[]>>;

/** What is used here of the JSON report of Stryker; lines and columns count from 1. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const REPORT = 'reports/mutation/mutation.json';
const REGISTER = 'test/mutants';

/** Longer pieces of code are cut: the rest is seldom needed to know them again. */
const LONGEST = 120;

/** The registers of a folder, one file for each room. */
export function readRegister(folder: string): Register {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  return Object.assign(
    {},
    ...files.map((name) => parse(readFileSync(join(folder, name), 'utf8')) as Register),
  ) as Register;
}

/**
 * What is to be done about the changes that a report says no test noticed, a line each; empty if nothing is. A survivor is to be
 * killed by a test, or entered in the register; an entry of a file in the report that did not survive is to be taken out.
 */
export function survivorsToMind(report: Report, register: Register): string[] {
  return Object.entries(report.files).flatMap(([path, { source, mutants }]) => {
    const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
    const found = survivors.map((mutant) => ({ line: mutant.location.start.line, change: changeOf(source, mutant) }));
    const entered = (register[path] ?? []).flatMap((equal) => equal.mutants.trim().split('\n'));
    return [
      ...found
        .filter(({ change }) => !entered.includes(change))
        .map(({ line, change }) => `${path}:${line}: no test notices: ${change}`),
      ...entered
        .filter((change) => !found.some((survivor) => survivor.change === change))
        .map((change) => `${path}: in the register, but a test notices, or it is gone: ${change}`),
    ];
  });
}

/** `WAS → BECOMES`, on one line. */
function changeOf(source: string, { location: { start, end }, replacement = '' }: Mutant): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return `${shorten(lines.join('\n'))} → ${shorten(replacement)}`;
}

function shorten(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

if (basename(process.argv[1] ?? '') === 'survivors.ts') {
  const left = survivorsToMind(
    JSON.parse(readFileSync(process.argv[2] ?? REPORT, 'utf8')) as Report,
    readRegister(REGISTER),
  );
  for (const line of left) console.log(line);
  console.log(left.length === 0 ? 'Every change is noticed, or shown to mean the same.' : `${left.length} to mind.`);
  if (left.length > 0) process.exitCode = 1;
}
