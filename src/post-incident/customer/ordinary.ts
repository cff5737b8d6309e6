const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words of both languages that somebody's login may be as well. Longer ones only if every second text has them. */
export const ORDINARY: ReadonlySet<string> = words(`
  a ad ago ai air al all als am an and any api app are as ask at au aux bad be big bit bot box bug but buy by
  ca can car ce ces cet cle cut d data day de des dev did do doc du due dur e each eau een elle en end err est et etc eu eux
  few fin fix fly for fr from fun gap get go got had has he her him his how i id if il ils in info it its je job
  key l la le les let loi long low lui m ma mai mal man map max may me mer mes min mis mon mot my n nb net new nez ni no non nor
  nos not now nul of off old on one ont op ops or ou our out own par pas per peu plu pro pu put que qui ran raw red ri rue run
  s sa sai say sec see ses set she si six so soi son sre sud sun sur t ta tel ten tes the tir to top tot toi ton too tot try two
  un une up us use va van vie vol vos vu was way we web who why y yes yet you
  admin april contact help hope juin june mark root service status support system team test will
`);

/** What a number follows in ordinary texts, be it with a dash: `covid-19`, `level-2`, `mid-2026`, `UTC-5`. */
export const NUMBERED: ReadonlySet<string> = words(`
  aes annex at annexe android area article art base bac be bc bgp block bt cas case cat catch category cest cet ch chapter chapitre class
  classe co code cov covid cp crc cve cwe d1 day ddr de debut din dsp early ecma edt eidas en end error est etape eu eur exigence
  figure fr file fin fips first form formula g gdpr gen gmt gpt grade h2 h264 h265 hour http hs icd ie iec ieee ios ip ipv iso item
  jour json jusqu koi late latin layer level lettre line llama log lot lte max md mi mid minute mois month mp nf nis nist niveau
  note numero oauth office ordre option page pages part partie pci pep percent phase php plan pm point post pq pre premier pri
  priorite priority prior psd python q quarter question rang rfc route rule saml scenario section semaine sev severity sev1 sha
  slide soc ssl stage step sub sups tab table tcp tier time tls top tva type ucs udp ue un unicode usb usd utc utf v ver version vol
  wcag web week wifi windows x x86 year zone
  jan january janvier feb february mar march mars apr april avril may june juin jul july juil juillet aug august sep sept
  september septembre oct october octobre nov november novembre dec december
`);

/** Words that stand behind a dash in a compound that everybody says, such as `db-based`. */
export const ENDINGS: ReadonlySet<string> = words(`
  aware backed balancer balancers balancing based bound cluster compatible driven enabled free friendly hosted intensive layer level like
  managed native only powered ready related side sized specific style tier type wide
`);
