import { h } from './element.ts';
import { layout } from './layout.ts';
import { hrefOf } from './view.ts';
import type { View } from './view.ts';

/** The file that a host serves where there is none, in the first language. Its links must hold at any depth: see `layout`. */
export function missingPage(view: View): string {
  const { site } = view.words;
  return layout(view, site.missing, [
    h('h1', null, site.missing),
    h('p', null, site.missingText),
    h('p', null, h('a', { href: hrefOf(view, 'index.html') }, site.back)),
  ]);
}
