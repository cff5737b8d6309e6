import { ENDINGS, NUMBERED } from './ordinary.ts';

/* What the name of a machine looks like, and what the tools are that only those see who work here. */

/** With a number behind it, each names a machine: `db3`, `web01`. */
const PARTS =
  'app|backend|cache|core|db|dns|edge|fw|gw|haproxy|host|kafka|lb|mongo|mq|mysql|nginx|node|ns|pg|postgres|prod|proxy|rabbitmq|redis|sql|srv|staging|stg|svr|vm|web|worker';
const START = new RegExp(`^(?:${PARTS})\\d*$`);
const ONE_WORD = new RegExp(`^(?:${PARTS})\\d{1,4}$`);
/** Nobody says these to a customer, so they need no number. */
const SHORT = /^(?:db|gw|k8s|lb|mysql|pg|postgres|preprod|prod|redis|srv|stg|svc|vm)$/;
const SHAPE = /^[a-z][a-z\d]*(?:-+[a-z\d]+)*$/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const YEAR = /^(?:19|20)\d\d$/;

/** Whether a word of one part looks like the name of a machine or of a zone, such as `db-eu-3` or `eu-west-1a`. */
export function isMachine(word: string): boolean {
  const label = word.toLowerCase().replace(/^wi-fi/, 'wifi');
  if (ONE_WORD.test(label)) return !/^web[23]$/.test(label);
  if (!label.includes('-') || !SHAPE.test(label) || UUID.test(label)) return false;
  const parts = label.split(/-+/);
  const last = parts.at(-1)!;
  if (parts.some((part) => SHORT.test(part)) && !ENDINGS.has(last) && !/^(?:non|post|pre)$/.test(parts[0]!))
    return true;
  if (!/\d/.test(last))
    return parts.length > 2 && parts.some((part) => /^(?=\D*\d)(?=\d*[a-z])[a-z\d]{5,}$/.test(part));
  const before = parts.at(-2)!;
  // In a longer name, two letters are a country.
  const isCount = NUMBERED.has(before) && (parts.length === 2 || (before.length > 2 && !START.test(parts[0]!)));
  const isOrdinary = isCount || (parts.length === 2 && (before.length === 1 || YEAR.test(last)));
  return !isOrdinary && !/^v\d/.test(last);
}

const INTERNAL_ENDS = /^(?:corp|home|internal|intern|intra|intranet|lan|local|localdomain|localhost|private|svc)$/;
const INTERNAL_STARTS =
  /^(?:argocd|bastion|consul|intranet|jenkins|kibana|nomad|preprod|prometheus|sentry|sonarqube|staging|stg|vault|vpn)$/;
/** What stands in the last place of the name of a file, and of no host. */
const FILES =
  /^(?:apk|cfg|conf|css|csv|dmg|docx?|exe|gif|gz|html?|jar|jpe?g|js|json|log|md|mp[34]|pdf|png|pptx?|py|rb|rs|sh|sql|svg|tar|toml|ts|txt|webp|xlsx?|xml|ya?ml|zip)$/;

/** Whether a name of several parts is that of a host that customers cannot know. */
export function isInternalHost(host: string): boolean {
  const labels = host.toLowerCase().split('.');
  const last = labels.at(-1)!;
  if (labels.length === 1) return isMachine(host);
  // A blank that is missing between two sentences makes no host.
  if (INTERNAL_ENDS.test(last)) return !/\.[A-Z][a-z]+$/.test(host);
  if (!isName(labels)) return false;
  return INTERNAL_STARTS.test(labels[0]!) || labels.slice(0, -1).some(isMachine);
}

/** Whether these are the parts of a host that everybody can look up. */
export function isName(labels: readonly string[]): boolean {
  const last = labels.at(-1)!.toLowerCase();
  return labels.length > 1 && /^[a-z]{2,24}$/.test(last) && !FILES.test(last) && /[a-z]/i.test(labels.at(-2)!);
}

const SERVICES =
  /(?:^|\.)(?:atlassian\.net|datadoghq\.(?:com|eu)|(?:docs|drive|meet)\.google\.com|grafana\.net|linear\.app|newrelic\.com|notion\.(?:site|so)|opsgenie\.com|pagerduty\.com|sentry\.io|sharepoint\.com|slack\.com|teams\.microsoft\.com|zoom\.us)$/;
const OWN_SERVICE = /(?:^|[.-])(?:alertmanager|confluence|grafana|jira|wiki)[.-]/;
const PUBLIC_START =
  /^(?:(?:blog|developer|docs|help|status|support|www)\.)?(?:grafana|newrelic|opsgenie|pagerduty|slack)\.\w+$/;

/** Whether a host is that of a tool in which a company works, such as its Slack or its Grafana. */
export function isService(host: string): boolean {
  const name = host.toLowerCase();
  return (SERVICES.test(name) && !PUBLIC_START.test(name)) || (OWN_SERVICE.test(name) && !PUBLIC_START.test(name));
}
