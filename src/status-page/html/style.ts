import { fingerprint } from '../../text/fingerprint.ts';

/**
 * How the page looks: in light and dark as the reader's system is, on paper, on a phone. Every colour of a word has a contrast of at
 * least 4.5:1 on its ground, which `npm run test:pictures` measures. Nothing moves.
 */
export const STYLE = `:root {
  --ground: #fff; --raised: #f6f7f9; --line: #e1e4e9; --text: #16191d; --quiet: #59616c; --link: #1f56b0;
  --operational: #187545; --under_maintenance: #2c5cae; --degraded_performance: #825500; --partial_outage: #ad410b; --major_outage: #b3261e;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #101317; --raised: #181c22; --line: #2b313a; --text: #e8eaed; --quiet: #a4acb8; --link: #8db8ff;
    --operational: #4cc38a; --under_maintenance: #86b3ff; --degraded_performance: #f0b941; --partial_outage: #ff9d63; --major_outage: #ff8a80;
  }
}
*, ::before { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 50rem; padding: 0 1.25rem 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Helvetica, Arial, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 3px; }
main:focus { outline: 0; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.75rem; letter-spacing: -.015em; margin: 0 0 .5rem; font-weight: 650; }
h2 { font-size: 1.25rem; letter-spacing: -.01em; margin: 3.5rem 0 1rem; font-weight: 650; }
h3 { font-size: 1.0625rem; margin: 2rem 0 .25rem; font-weight: 600; }
p { margin: 0 0 .5rem; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
.as-of time, footer time { white-space: normal; }
.as-of { margin-bottom: 1rem; }
.skip { position: absolute; left: -99rem; top: 0; padding: .75rem 1rem; background: var(--ground); }
.skip:focus { left: 1rem; top: .5rem; z-index: 1; }
.defs { position: absolute; }

body > header { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; padding: 1.75rem 0 2.25rem; }
.name { font-weight: 650; font-size: 1.0625rem; color: inherit; text-decoration: none; margin-right: auto; padding: .25rem 0; }
nav a { display: inline-block; padding: .25rem 0; }
body > header nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
body > header nav a { color: var(--quiet); text-decoration: none; }
body > header nav a:hover { color: var(--text); text-decoration: underline; }
body > header nav a[aria-current] { color: var(--text); font-weight: 600; }

[data-state=operational] { --state: var(--operational); }
[data-state=under_maintenance] { --state: var(--under_maintenance); }
[data-state=degraded_performance] { --state: var(--degraded_performance); }
[data-state=partial_outage] { --state: var(--partial_outage); }
[data-state=major_outage] { --state: var(--major_outage); }
.icon { width: 1em; height: 1em; vertical-align: -.12em; fill: var(--state); flex: none; }
.mark { fill: none; stroke: var(--ground); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.state { color: var(--state); font-weight: 600; white-space: nowrap; }

.banner {
  display: flex; gap: 1rem; align-items: flex-start; padding: 1.5rem; border-radius: .75rem;
  background: var(--raised); background: color-mix(in srgb, var(--state) 9%, var(--ground));
}
.banner .icon { width: 1.9rem; height: 1.9rem; margin-top: .15rem; }
.banner h1 { margin: 0; }
.banner p { margin: .25rem 0 0; }
.as-of, .facts, .description, .note, .days, footer { color: var(--quiet); font-size: .9375rem; }

article { border: 1px solid var(--line); border: 1px solid color-mix(in srgb, var(--state) 40%, var(--line)); border-radius: .75rem; padding: 1.25rem 1.5rem; margin: 0 0 1.25rem; }
article h3 { margin: 0 0 .25rem; font-size: 1.1875rem; }
article h3 a { color: inherit; }
.next { font-weight: 600; margin: .75rem 0 0; }
.updates { list-style: none; margin: 1.25rem 0 0; padding: 0; }
.updates > li { position: relative; padding: 0 0 1.25rem 1.5rem; border-left: 2px solid var(--line); margin-left: .3rem; }
.updates > li:first-child { border-image: linear-gradient(transparent .8rem, var(--line) 0) 1; }
.updates > li:last-child { border-image: none; border-color: transparent; padding-bottom: 0; }
.updates > li::before {
  content: ''; position: absolute; left: -.4375rem; top: .45rem; width: .75rem; height: .75rem; border-radius: 50%;
  background: var(--ground); border: 2px solid var(--quiet);
}
.updates > li:first-child::before { background: var(--quiet); }
.updates > li:target { background: var(--raised); }
.when { margin: 0 0 .25rem; color: var(--quiet); }
.when strong { color: var(--text); font-weight: 600; }
.corrected { font-style: italic; }
.prose > :last-child { margin-bottom: 0; }
.prose ul, .prose ol { padding-left: 1.25rem; margin: .25rem 0 .5rem; }
.prose pre { overflow-x: auto; padding: .75rem; background: var(--raised); border-radius: .375rem; white-space: pre-wrap; }
.prose code { font-size: .9em; }
.prose blockquote { margin: 0 0 .5rem; padding-left: 1rem; border-left: 3px solid var(--line); }
.more { margin-top: 1rem; }

.entries, .components, .months { list-style: none; margin: 0; padding: 0; }
.entries > li { padding: 1rem 0; border-bottom: 1px solid var(--line); }
.entries > li:first-child { padding-top: .25rem; }
.entries > li:last-child { border-bottom: 0; }
.entries > li > a { font-weight: 600; color: inherit; }
.entries .facts { margin: .25rem 0 0; }
.components > li { padding: 1.25rem 0; border-bottom: 1px solid var(--line); }
.components > li:last-child { border-bottom: 0; }
.row { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; align-items: baseline; }
.row strong { font-weight: 600; }
.description { margin: 0; }
.bars { display: block; width: 100%; height: 1.875rem; margin: .625rem 0 .25rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.quiet { fill: var(--operational); fill: color-mix(in srgb, var(--operational) 62%, var(--ground)); }
.blank { fill: var(--quiet); }
.bars path { stroke-width: 4; fill: none; }
.bars .wiped { stroke: var(--line); }
.bars .under_maintenance { stroke: var(--under_maintenance); }
.bars .degraded_performance { stroke: var(--degraded_performance); }
.bars .partial_outage { stroke: var(--partial_outage); }
.bars .major_outage { stroke: var(--major_outage); }
.availability { margin: .25rem 0 0; font-size: .9375rem; }
.days { margin: 0; padding: .125rem 0; }
.below { color: var(--major_outage); }
.note { margin-top: 1.5rem; }
summary { width: fit-content; cursor: pointer; }
table { border-collapse: collapse; margin: .5rem 0; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); font-weight: 400; font-variant-numeric: tabular-nums; }
thead th { color: var(--quiet); }
caption { text-align: left; padding: .25rem 0; }

.months li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.months a { display: inline-block; padding: .125rem 0; }
.months a::first-letter { text-transform: uppercase; }
.months span { color: var(--quiet); }
.pager { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: 2rem; }
footer { margin-top: 4rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
footer nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; margin-bottom: .5rem; }
footer a { color: inherit; }
footer span { font-weight: 600; }
.local { white-space: nowrap; color: var(--quiet); font-size: .875em; font-weight: 400; font-style: normal; }

@media (max-width: 32rem) {
  body { padding: 0 1rem 2.5rem; }
  body > header { padding: 1.25rem 0 1.5rem; }
  .banner, article { padding: 1.125rem; }
  h1 { font-size: 1.5rem; }
  h2 { margin-top: 2.75rem; }
}
@media print {
  :root { --ground: #fff; --raised: #fff; --line: #999; --text: #000; --quiet: #333; --link: #000; }
  body { max-width: none; }
  nav, .skip, details, .more { display: none !important; }
  article, .components > li { break-inside: avoid; }
}
`;

/** Its name changes with what it says: no cache can pair it with a page of another version. */
export const STYLE_FILE = `style.css?v=${fingerprint(STYLE)}`;
