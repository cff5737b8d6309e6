import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { h, type Content } from '../../status-page/html/element.ts';
import { REPORT_STYLE } from './style.ts';

/** What a browser may do: show this style, by its hash, and nothing else at all. A text that got through everything before would not run. */
export function pageHead(title: string): Content {
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(REPORT_STYLE))));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'robots', content: 'noindex, nofollow, noarchive' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', null, title),
    h('style', null, REPORT_STYLE),
  ];
}
