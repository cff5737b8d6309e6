import { expect, test } from 'vitest';

// Others check themselves, and are slow.
test.each(['micromark', 'mdast-util-from-markdown', 'micromark-core-commonmark'])(
  'the tests load %s in the build that is shipped',
  (name) => {
    expect(import.meta.resolve(name)).toMatch(new RegExp(`/node_modules/${name}/`));
    expect(import.meta.resolve(name)).not.toContain('/dev/');
  },
);
