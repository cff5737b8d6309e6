/** The numbers of the issues of this repository that a text refers to, apart from those in code. */
export function references(text: string, owner: string, repo: string): number[] {
  const prose = text
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(^ {0,3}\1|(?![\s\S]))/gm, ' ')
    .replace(/(`+)[\s\S]*?\1/g, ' ');
  const name = `${escape(owner)}/${escape(repo)}`;
  const patterns = [
    /(?<![\w/#&])#(\d+)\b/g,
    /(?<![\w/])GH-(\d+)\b/gi,
    new RegExp(`(?<![\\w/])${name}#(\\d+)\\b`, 'gi'),
    new RegExp(`https://github\\.com/${name}/(?:issues|pull)/(\\d+)\\b`, 'gi'),
  ];
  const numbers = patterns.flatMap((pattern) => [...prose.matchAll(pattern)].map((match) => Number(match[1])));
  return [...new Set(numbers)];
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
