import { isAlias, isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Scalar } from 'yaml';
import type { PolicyProblem } from './problem.ts';
import { syntaxFaults } from './syntax.ts';
import type { PolicyEntry, Path, Tree } from './tree.ts';
import { showPath } from './tree.ts';
import { quote } from './wording.ts';

/** Far above any real policy, far below what would cost time or memory. */
const LARGEST = 100_000;
const DEEPEST = 20;
const MOST_VALUES = 20_000;

type Place = (offset: number, message: string) => PolicyProblem;

interface Parsed {
  /** Null when the text holds nothing but blanks and comments. */
  readonly tree: Tree | null;
  readonly problems: readonly PolicyProblem[];
  readonly place: Place;
}

/**
 * Reads YAML 1.2 into a tree with places. With problems of syntax the tree is null: what follows would be guesswork. `noun` is what the
 * file is called in messages.
 */
export function parseYaml(text: string, file: string, noun = 'policy'): Parsed {
  const lines = new LineCounter();
  const place: Place = (offset, message) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const failed = (...problems: PolicyProblem[]): Parsed => ({ tree: null, problems, place });
  // A byte order mark would shift the columns of the first line.
  const source = text.replace(/^\uFEFF/, '');
  if (source.length > LARGEST) {
    return failed(place(0, `the file has ${source.length} characters; a ${noun} may have at most ${LARGEST}`));
  }
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    uniqueKeys: false,
  });
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    const faults = syntaxFaults(errors, source, document, noun);
    return failed(...faults.map(({ offset, message }) => place(offset, message)));
  }
  return { ...convert(document, place, noun), place };
}

/** Turns yaml's nodes into a tree, follows aliases within limits, and reports keys that are given twice. */
function convert(document: Document.Parsed, place: Place, noun: string): Omit<Parsed, 'place'> {
  const problems: PolicyProblem[] = [];
  // yaml's own way to follow an alias walks the whole document each time.
  const anchors = new Map<string, Node>();
  const spent = { values: 0, all: false, broken: false };

  const visit = (given: unknown, path: Path, fallback: number): Tree => {
    const node = isAlias(given) ? (anchors.get(given.source) ?? null) : (given as Node | null);
    if (isCollection(node) || isScalar(node)) if (node.anchor !== undefined) anchors.set(node.anchor, node);
    const offset = (given as Node | null)?.range?.[0] ?? fallback;
    if (isAlias(given) && node === null) {
      spent.broken = true;
      problems.push(place(offset, `${showPath(null, path)}: there is no anchor ${quote(`&${given.source}`)} above`));
    }
    spent.values += 1;
    if (spent.values > MOST_VALUES || path.length > DEEPEST) {
      if (!spent.all) problems.push(place(offset, tooMuch(path)));
      spent.all = true;
    }
    if (spent.all) return { kind: 'scalar', value: null, offset };
    if (isSeq(node)) {
      const items = node.items.map((item, index) => ({ index, tree: visit(item, [...path, index], offset) }));
      return { kind: 'list', items, offset };
    }
    if (isMap(node)) {
      const entries = new Map<string, PolicyEntry>();
      for (const pair of node.items) {
        const key = keyText(pair.key);
        const at = (pair.key as Node | null)?.range?.[0] ?? offset;
        const first = entries.get(key);
        if (key === '__proto__') {
          problems.push(place(at, `${showPath(null, [...path, key])}: is not a key that a ${noun} can have`));
        } else if (first) {
          const { line } = place(first.offset, '');
          problems.push(place(at, `${showPath(null, [...path, key])}: is given twice, first on line ${line}`));
        } else entries.set(key, { key, offset: at, tree: visit(pair.value, [...path, key], at) });
      }
      return { kind: 'map', entries: [...entries.values()], offset };
    }
    const value = isScalar(node) ? scalar(node) : null;
    // Nothing stands where an empty value stands: its key is what people can see.
    return { kind: 'scalar', value, offset: value === null ? fallback : offset };
  };

  const tree = visit(document.contents, [], 0);
  if (tree.kind === 'scalar' && tree.value === null && !spent.all) return { tree: null, problems };
  return { tree: spent.all || spent.broken ? null : tree, problems };
}

function tooMuch(path: Path): string {
  return path.length > DEEPEST
    ? `is nested more than ${DEEPEST} levels deep`
    : `holds more than ${MOST_VALUES} values once its aliases are expanded`;
}

function keyText(key: unknown): string {
  if (isScalar(key)) return key.source ?? String(key.value);
  return isAlias(key) ? `*${key.source}` : String(key);
}

function scalar({ value, source }: Scalar): string | number | boolean | null {
  // Nothing in a policy is a number; 007 and 1e3 are texts that only look like one.
  if (typeof value === 'number') return source === undefined || source === String(value) ? value : source;
  return value === null || typeof value === 'string' || typeof value === 'boolean' ? value : (source ?? '');
}
