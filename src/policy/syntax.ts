import { visit, type Document, type YAMLError } from 'yaml';
import { quote } from './wording.ts';

/** What is wrong with the syntax of a file, and where people find it. */
interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
  /** Up to where what YAML complains about is a consequence of this fault. */
  readonly until?: number;
}

/** The faults of a file's syntax in the words of whoever wrote it: what they did, and what to write instead. `noun` names the kind of file. */
export function syntaxFaults(
  errors: readonly YAMLError[],
  source: string,
  document: Document.Parsed,
  noun: string,
): readonly SyntaxFault[] {
  let until = 0;
  return errors.flatMap((error) => {
    if (error.pos[0] < until) return [];
    const fault = unclosedQuote(error, source, document) ?? innerColon(error, source);
    until = fault?.until ?? until;
    return [fault ?? { offset: error.pos[0], message: generalMessage(error, noun) }];
  });
}

/** A quote that is never closed: YAML complains at the next one, or at the end of the file. */
function unclosedQuote(
  { code, pos: [offset] }: YAMLError,
  source: string,
  document: Document.Parsed,
): SyntaxFault | null {
  if (code !== 'MISSING_CHAR') return null;
  const opens: number[] = [];
  visit(document, {
    Scalar: (_, { range, type }) => {
      if (range && /^QUOTE_/.test(type ?? '') && range[0] < offset && range[1] >= offset) opens.push(range[0]);
    },
  });
  const from = opens.at(-1);
  if (from === undefined) return null;
  const mark = source[from]!;
  const message = `is not valid YAML: the ${mark} that opens here is never closed; write another ${mark} where the text ends`;
  return { offset: from, message, until: Infinity };
}

/** `title: Critical: all down`, whose second colon YAML takes for that of another key. */
function innerColon({ code, pos: [offset] }: YAMLError, source: string): SyntaxFault | null {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' && code !== 'BLOCK_IN_FLOW') return null;
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  const key = /([\p{L}\p{N}_./-]+)\s*:\s+$/u.exec(before)?.[1];
  const rest = source.slice(offset).split('\n', 1)[0]!;
  const text = rest.replace(/\s+#.*$/, '').replace(code === 'BLOCK_IN_FLOW' ? /\s*[,}\]].*$/ : /\s+$/, '');
  if (key === undefined || !/:\s/.test(`${text} `)) return null;
  // No key begins with a capital but P0 to P3: `- Critical: all down` is one text, too.
  const isItem = /^\s*-\s+\p{Lu}/u.test(before) && !/^P[0-3]$/.test(key);
  const quoted = isItem ? `- ${quote(before.replace(/^\s*-\s+/, '') + text)}` : `${key}: ${quote(text)}`;
  const message = `is not valid YAML: a text with a colon in it needs quotes: ${quoted}`;
  return { offset, message, until: offset + rest.length };
}

function generalMessage(error: YAMLError, noun: string): string {
  if (error.code === 'MULTIPLE_DOCS')
    return `is not one YAML document but several; a ${noun} is one, without --- inside`;
  if (error.message.includes('call stack')) return 'is not valid YAML: nested too deeply';
  // yaml repeats what it stumbled over.
  const message = error.message
    .replace(/[\s\p{C}]+/gu, ' ')
    .slice(0, 200)
    .replace(/[\s:]+$/, '');
  const login = message.includes('reserved character @') ? '; write logins without the @' : '';
  return `is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}${login}`;
}
