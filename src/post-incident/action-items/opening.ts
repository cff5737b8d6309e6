import { dueFrom } from '../../calendar/target.ts';
import { mark } from '../../engine/mark.ts';
import { keyOfNotice } from '../../engine/keys.ts';
import { inline, plain, prose } from '../../text/foreign.ts';
import { dayOf } from '../../text/time.ts';
import { ACTION_ITEM, itemKey, type ActionItem } from './items.ts';
import { LONGEST_TITLE } from '../../model/limits.ts';
import type { Instant } from '../../calendar/calendar.ts';
import type { Policy } from '../../capabilities/policy.ts';
import type { Intent } from '../../capabilities/situation.ts';
import type { ItemHost } from './host.ts';
import { itemWordsOf } from './words.ts';

/** What opening items rests on besides what they belong to. */
interface Ground {
  readonly now: Instant;
  readonly policy: Policy;
}

/** The most issues that one run opens for a post-mortem, and the most that GitHub takes under one. */
const MOST_AT_ONCE = 20;
const MOST = 100;

/**
 * A line of the list becomes an issue under the post-mortem, once: when it has an owner, or at the review whoever owns the post-mortem. What
 * cannot be told from an issue that there is, is asked about.
 */
export function itemIntents(host: ItemHost, ground: Ground): readonly Intent[] {
  const words = itemWordsOf(ground.policy.language);
  const { issue, items, owners, isReady, record } = host;
  const room = MOST - items.items.filter((it) => it.issue !== null).length;
  const due = items.items.filter(
    (it) =>
      it.state === 'planned' &&
      it.line !== null &&
      !items.taken.has(it.line.key) &&
      // What a line was once it may be no more, if somebody says so.
      (it.line.issue === 'new' || !Object.hasOwn(record.done, itemKey(it.line.key))) &&
      (it.owner !== null || isReady),
  );
  // Of a post-mortem that is closed nothing new begins.
  const opening = issue.state === 'open' ? due.slice(0, Math.min(MOST_AT_ONCE, Math.max(0, room))) : [];
  const asked = items.unclear.filter(({ line }) => !Object.hasOwn(record.done, keyOfNotice('unclear', null, line.key)));
  return [
    ...opening.map((item) => opened(host, item, ground)),
    ...items.items.flatMap((it) => handedOver(host, it, ground)),
    // What was rejected after all is not worked on.
    ...items.items.flatMap((it) =>
      it.state === 'rejected' && it.issue?.state === 'open'
        ? [
            {
              do: 'close',
              issue: issue.number,
              reason: 'not-planned',
              target: it.issue.id,
              why: words.why.rejected,
            } as const,
          ]
        : [],
    ),
    ...items.doubled.map(({ issue: double, of }) => ({
      do: 'close-duplicate' as const,
      issue: issue.number,
      target: double.id,
      of: of.id,
      isSelf: false,
      why: words.why.item,
    })),
    ...(asked.length === 0
      ? []
      : [
          {
            do: 'tell' as const,
            keys: asked.map(({ line }) => keyOfNotice('unclear', null, line.key)),
            to: owners,
            ask: words.ask.unclear,
            lines: [
              asked.map(({ line, like }) => `- ${words.card.unclear(inline(line.text), like.issue.number)}`).join('\n'),
            ],
            why: words.why.unclear,
          },
        ]),
  ];
}

/**
 * Whom a line names later is assigned to its issue too. Whoever had it takes themselves off: GitHub may drop an assignment without a word,
 * and then nobody would be left. Whom people assign there themselves is theirs to say.
 */
function handedOver(
  { issue: { number } }: ItemHost,
  { issue, owner, formerOwner, state }: ActionItem,
  { policy }: Ground,
) {
  if (issue === null || owner === null || formerOwner === null || state !== 'open') return [];
  const { why } = itemWordsOf(policy.language);
  return [{ do: 'assign', issue: number, logins: [owner], target: issue.id, why: why.owner } as const];
}

function opened(host: ItemHost, item: ActionItem, { policy, now }: Ground) {
  const { issue, incident, owners } = host;
  const words = itemWordsOf(policy.language);
  const reader = { language: policy.language, zone: policy.zone, today: now };
  const line = item.line!;
  const owner = item.owner ?? owners[0] ?? null;
  const day = dayOf(reader, item.due ?? dueFrom(policy.actionItems.due[item.type], now));
  const proof = mark(ACTION_ITEM, issue.number, { key: line.key, text: line.text, owner, type: item.type });
  const type = words.type[item.type];
  return {
    do: 'open-issue',
    issue: issue.number,
    title: plain(line.text, LONGEST_TITLE - 40),
    body: [
      `${proof}\n${prose(line.text)}`,
      words.item.from[host.kind](issue.number, incident),
      [
        `- ${words.item.due(day)}`,
        `- ${item.type === 'process' ? words.item.typeProcess : words.item.type(type)}`,
        ...(line.repo === null ? [] : [`- ${words.item.elsewhere(inline(line.repo))}`]),
      ].join('\n'),
    ].join('\n\n'),
    labels: [policy.labels.actionItem],
    assignees: owner === null ? [] : [owner],
    why: words.why.item,
  } as const;
}
