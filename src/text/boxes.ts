import { linesOf } from './outline.ts';

const BOX = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ \txX])\](?:[ \t]+(.*))?$/;
/** What may begin a block of its own, and so is no more of a box. */
const OTHER_BLOCK = /^(?:[-*+>#<|`~]|\d{1,9}[.)])/;

/** What is ticked in a text that is nothing but boxes, which GitHub writes with those that are not; null for any other text. */
export function tickedBoxes(text: string): readonly string[] | null {
  const boxes: { readonly ticked: boolean; readonly lines: string[] }[] = [];
  let goesOn = false;
  for (const line of linesOf(text)) {
    const rest = line.trim();
    const box = BOX.exec(rest);
    if (box) boxes.push({ ticked: box[1]!.toLowerCase() === 'x', lines: [box[2] ?? ''] });
    else if (rest !== '') {
      if (!goesOn || !/^[ \t]/.test(line) || OTHER_BLOCK.test(rest)) return null;
      boxes.at(-1)!.lines.push(rest);
    }
    goesOn = rest !== '';
  }
  if (boxes.length === 0) return null;
  return boxes.filter(({ ticked }) => ticked).map(({ lines }) => lines.join(' ').trim());
}
