import { inline } from '../../text/foreign.ts';
import { table } from '../../text/table.ts';
import type { Result } from './result.ts';
import type { Diagnosed, Diagnosis } from './diagnose.ts';
import { doctorWords } from './words.ts';

const SIGNS: Readonly<Record<Result, string>> = { ok: '✅', warn: '⚠️', fail: '❌', skipped: '➖' };

/** A line of a diagnosis; `result` is what it is about, null for what frames it. */
interface DiagnosisLine {
  readonly text: string;
  readonly result: Result | null;
}

/** A diagnosis as plain text: a line for each finding, and below it the one that mends it. */
export function diagnosisLines({ language, repository, findings }: Diagnosis): readonly DiagnosisLine[] {
  const words = doctorWords(language);
  const width = Math.max(...Object.values(words.results).map((it) => it.length));
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const framed = (text: string): DiagnosisLine => ({ text, result: null });
  return [
    framed(words.heading(repository)),
    framed(''),
    ...findings.flatMap(({ check, result, what, mend }) => [
      { text: `${words.results[result].padEnd(width)}  ${words.titles[check]}${colon}${what}`, result },
      ...(mend === null ? [] : [framed(`${' '.repeat(width)}  ${words.mend(mend)}`)]),
    ]),
    framed(''),
    framed(summaryOf(language, findings)),
  ];
}

/** A diagnosis as Markdown: a table with the worst first. */
export function diagnosisMarkdown({ language, repository, findings }: Diagnosis): string {
  const words = doctorWords(language);
  const order: readonly Result[] = ['fail', 'warn', 'skipped', 'ok'];
  const rows = order
    .flatMap((result) => findings.filter((it) => it.result === result))
    .map(({ check, result, what, mend }) =>
      [`${SIGNS[result]} ${words.results[result]}`, words.titles[check], what, mend ?? ''].map((it) =>
        it.replaceAll('|', '\\|').replaceAll('\n', ' '),
      ),
    );
  return [`## ${words.heading(inline(repository))}`, summaryOf(language, findings), table(words.columns, rows)].join(
    '\n\n',
  );
}

/** What a finding says outside of its table, on one line. */
export function findingText(language: Diagnosis['language'], { check, what, mend }: Diagnosed): string {
  const words = doctorWords(language);
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return `${words.titles[check]}${colon}${what}${mend === null ? '' : ` ${words.mend(mend)}`}`;
}

function summaryOf(language: Diagnosis['language'], findings: readonly Diagnosed[]): string {
  const many = (result: Result): number => findings.filter((it) => it.result === result).length;
  return doctorWords(language).summary(many('fail'), many('warn'), many('skipped'));
}
