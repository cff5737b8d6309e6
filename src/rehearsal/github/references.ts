/** The numbers of the issues of this repository that a text refers to, apart from those in code. */
export function references(text: string, owner: string, repo: string): number[] {
  const name = `${escape(owner)}/${escape(repo)}`;
  return numbersIn(text, [
    /(?<![\w/#&])#(\d+)\b/g,
    /(?<![\w/])GH-(\d+)\b/gi,
    new RegExp(`(?<![\\w/])${name}#(\\d+)\\b`, 'gi'),
    new RegExp(`https://github\\.com/${name}/(?:issues|pull)/(\\d+)\\b`, 'gi'),
  ]);
}

/** The numbers of those that a pull request with this text closes when it is merged: each behind a word that says so. */
export function closingReferences(text: string, owner: string, repo: string): number[] {
  const name = `${escape(owner)}/${escape(repo)}`;
  const place = `(?:(?:${name})?#|GH-|https://github\\.com/${name}/issues/)`;
  return numbersIn(text, [
    new RegExp(`(?<![\\w-])(?:close[sd]?|fix(?:es|ed)?|resolve[sd]?):?\\s+${place}(\\d+)\\b`, 'gi'),
  ]);
}

function numbersIn(text: string, patterns: readonly RegExp[]): number[] {
  const prose = text
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(^ {0,3}\1|(?![\s\S]))/gm, ' ')
    .replace(/(`+)[\s\S]*?\1/g, ' ');
  const numbers = patterns.flatMap((pattern) => [...prose.matchAll(pattern)].map((match) => Number(match[1])));
  return [...new Set(numbers)];
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
