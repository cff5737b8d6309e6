/**
 * How the page of a report looks: in the colours of the status page, light and dark as the reader's system is, on paper, on a phone. Words
 * have a contrast of at least 4.5:1 on their ground, shapes of 3:1. Nothing moves.
 */
export const REPORT_STYLE = `:root {
  --ground: #fff; --raised: #f6f7f9; --line: #e1e4e9; --text: #16191d; --quiet: #59616c; --link: #1f56b0; --notice: #7a4b00;
  --p0: #b3261e; --p1: #b3540b; --p2: #7d6200; --p3: #2c5cae; --good: #187545; --bad: #b3261e; --day: #2c5cae; --night: #5b3fa8; --own: #2c5cae; --others: #7d6200;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #101317; --raised: #181c22; --line: #2b313a; --text: #e8eaed; --quiet: #a4acb8; --link: #8db8ff; --notice: #f0b941;
    --p0: #ff8a80; --p1: #ffa861; --p2: #dcc04a; --p3: #86b3ff; --good: #4cc38a; --bad: #ff8a80; --day: #86b3ff; --night: #b9a2ff; --own: #86b3ff; --others: #dcc04a;
  }
}
*, ::before { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 74rem; padding: 0 1.5rem 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Helvetica, Arial, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .06em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 3px; }
main:focus { outline: 0; }
h1, h2 { line-height: 1.25; text-wrap: balance; letter-spacing: -.01em; font-weight: 650; }
h1 { font-size: 1.75rem; margin: 0 0 .25rem; }
h1::first-letter { text-transform: uppercase; }
h2 { font-size: 1.25rem; margin: 0 0 1rem; }
p { margin: 0 0 .5rem; }
.skip { position: absolute; left: -99rem; top: 0; padding: .75rem 1rem; background: var(--ground); }
.skip:focus { left: 1rem; top: .5rem; z-index: 1; }
.defs { position: absolute; }
body > header { padding: 2rem 0 1.5rem; }
.inside { display: inline-block; margin: 0 0 1rem; padding: .125rem .75rem; border: 1px solid currentColor; border-radius: .375rem; color: var(--notice); font-weight: 600; font-size: .9375rem; }
.as-of, .notes, .key, footer { color: var(--quiet); font-size: .9375rem; }
.glance { display: flex; flex-wrap: wrap; gap: 1rem 3rem; margin: 0 0 1rem; }
.glance div { display: flex; flex-direction: column-reverse; }
.glance dt { color: var(--quiet); }
.glance dd { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.sections { display: grid; grid-template-columns: minmax(0, 1fr); gap: 3rem 4rem; margin-top: 3rem; }
.sections > section { min-width: 0; }
.key { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 .75rem; padding: 0; }
.key svg { width: 1.5rem; height: .75rem; margin-right: .4rem; vertical-align: -.05em; }
.picture { display: block; margin: 0 0 .75rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.picture text { font-size: 13px; fill: currentColor; font-variant-numeric: tabular-nums; }
.picture .name { unicode-bidi: isolate; }
.picture .value { font-weight: 600; }
.picture .quiet { fill: var(--quiet); }
.base { fill: var(--quiet); }
.tick { fill: var(--line); }
.strip { fill: var(--quiet); fill-opacity: .08; }
.frame { fill: none; stroke: var(--quiet); stroke-width: 1; }
.shape { stroke: var(--ground); stroke-width: 1; }
.dot { fill: none; stroke: var(--day); stroke-width: 1.6; }
.mark { overflow: visible; }
.mark path { fill: var(--text); stroke: var(--ground); stroke-width: 1.5; paint-order: stroke; }
.gap { fill: var(--ground); }
.p0 { fill: var(--p0); } .p1 { fill: var(--p1); } .p2 { fill: var(--p2); } .p3 { fill: var(--p3); }
.good { fill: var(--good); } .bad { fill: var(--bad); } .day, .open { fill: var(--day); } .night { fill: var(--night); }
.own { fill: var(--own); } .others { fill: var(--others); }
summary { width: fit-content; cursor: pointer; padding: .125rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0; width: 100%; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); font-weight: 400; font-variant-numeric: tabular-nums; min-width: 5.5rem; }
th:first-child { min-width: 9rem; }
.short { white-space: nowrap; min-width: 0; }
thead th { color: var(--quiet); overflow-wrap: break-word; min-width: 0; vertical-align: bottom; }
footer { margin-top: 4rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
@media (min-width: 62rem) { .sections { grid-template-columns: repeat(2, minmax(0, 1fr)); } .wide { grid-column: 1 / -1; } }
@media (max-width: 32rem) {
  body { padding: 0 1rem 2.5rem; }
  body > header { padding: 1.25rem 0 1rem; }
  h1 { font-size: 1.5rem; }
  .glance { gap: .75rem 2rem; }
}
@media print {
  :root { --ground: #fff; --line: #999; --text: #000; --quiet: #333; --link: #000; --notice: #000; }
  body { max-width: none; }
  .skip, details { display: none !important; }
  .sections > section { break-inside: avoid; }
}
`;
