import { PRIORITIES } from '../../model/priority.ts';
import { normal } from '../../capabilities/alerts/log.ts';
import type { PayloadFields } from '../reading.ts';
import { alertFactsOf, keyOf, LONGEST_FACT, type Alert, type ShapeGround, type Link } from './alert.ts';

/** What the documented plain shape asks for where no key can be read. */
export const PLAIN_KEY = `a text of 1 to ${LONGEST_FACT.key} characters that names the trouble`;

/** Reads the plain shape, whose key the caller has read. Whatever else is wrong with it is said, and left out. */
export function readPlain(fields: PayloadFields, given: string, ground: ShapeGround): Alert {
  const key = keyOf(given);
  if (key !== given)
    ground.say(
      `${fields.path}.key is longer than ${LONGEST_FACT.key} characters`,
      'it was cut, and a digest put after it',
    );
  const title = fields.text('title', LONGEST_FACT.title);
  const source = fields.text('source', LONGEST_FACT.source);
  const isOver = fields.oneOf('status', ['firing', 'resolved'] as const) === 'resolved';
  // What has recovered is known by its key.
  if (title === null && !fields.has('title') && !isOver)
    ground.say(`${fields.path}.title must be a text`, 'the key stands for it');
  const at = fields.time('at') ?? ground.now;
  const fact = (name: string): string | null => fields.text(name, LONGEST_FACT.fact);
  const [runbook, page] = [fields.runbook('runbook'), fields.link('url')];
  const links: readonly Link[] = [
    ...(runbook === null ? [] : [{ to: 'runbook' as const, ...runbook }]),
    ...(page === null ? [] : [{ to: 'page' as const, ...page }]),
  ];
  const [severity, priority] = [fact('severity'), fields.oneOf('priority', PRIORITIES)];
  return {
    key,
    title: title ?? given.slice(0, LONGEST_FACT.title),
    description: fields.text('body', LONGEST_FACT.description) ?? '',
    source,
    priority,
    gravity: { severity, priority },
    facts: alertFactsOf({
      originator: source,
      customers: fact('customers'),
      system: fact('system'),
      time: new Date(at).toISOString().replace('.000', ''),
      scope: fact('scope'),
      impact: fact('impact'),
      category: fact('category'),
      source,
      severity,
    }),
    links,
    firings: [normal({ alert: key, from: at, to: isOver ? at : null })],
  };
}
