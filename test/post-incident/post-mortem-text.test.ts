import { describe, expect, test } from 'vitest';
import { readText } from '../../src/post-incident/post-mortem/text.ts';

/* An approval is of the text as it is: whatever is not in the list of action items is part of it. */

const revision = (body: string): string => readText(body).revision;

describe('an approval is of', () => {
  test('what stands before the first heading, though that heading stands there in code as well', () => {
    const body = (words: string) => `\`\`\`\n## Summary\n\`\`\`\n\n${words}\n\n## Summary\n\nIt was down.`;
    expect(revision(body('A'))).not.toBe(revision(body('B')));
  });

  test('what is too far down to be read as sections', () => {
    const body = (words: string) => `## Summary\n\n${'long '.repeat(12_500)}\n\n${words}`;
    expect(revision(body('A'))).not.toBe(revision(body('B')));
  });

  test('the text without any heading, and with a heading for its last line', () => {
    expect(revision('A')).not.toBe(revision('B'));
    expect(revision('A\n\n## Summary')).not.toBe(revision('B\n\n## Summary'));
    expect(revision('## Summary\n\nA\n\n## Action items')).toBe(
      revision('## Summary\n\nA\n\n## Action items\n\n- more'),
    );
  });
});

test('an approval is of what follows a list that is too long to tell where it ends', () => {
  const list = Array.from({ length: 450 }, (_, i) => `- [ ] ${i}\n  1. how`).join('\n');
  const body = (words: string) => `## Summary\n\nIt was down.\n\n## Action items\n\n${list}\n\n## Impact\n\n${words}`;
  expect(revision(body('A'))).not.toBe(revision(body('B')));
});

describe('headings below', () => {
  test('that of the action items divide them', () => {
    const body = (item: string) => `## Action items\n\n- one\n\n### Later\n\n${item}\n\n## Impact\n\n- none`;
    expect(readText(body('- two')).actions).toBe('- one\n\n### Later\n\n- two');
    expect(revision(body('- two'))).toBe(revision(body('- three')));
  });

  test('that for customers are sent to them', () => {
    const { customer } = readText('## For customers\n\n### What happened\n\nIt was down.\n\n## Impact\n\nBig.');
    expect(customer).toBe('### What happened\n\nIt was down.');
  });

  test('a title are the whole text', () => {
    expect(readText('# Action items\n\n- one\n\n## Impact\n\n- none').actions).toBe('- one');
  });
});
