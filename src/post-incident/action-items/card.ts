import type { Instant } from '../../calendar/calendar.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { wordsOf } from '../../capabilities/words.ts';
import { inline, who } from '../../text/foreign.ts';
import { dayOf } from '../../text/time.ts';
import type { ItemHost } from './host.ts';
import { closedKey, type ActionItem } from './items.ts';
import { itemWordsOf } from './words.ts';

/** The most items that a card shows, those that are open first, and the most that it says is wrong with one. */
const MOST = 60;
const MOST_TROUBLES = 3;

const SIGNS = { planned: '⬜', open: '⏳', done: '✅', dropped: '🚫', rejected: '🚫' } as const;
const ORDER = ['open', 'planned', 'done', 'dropped', 'rejected'] as const;

interface Ground {
  readonly now: Instant;
  readonly policy: Policy;
}

/** The action items as a card shows them, a line each: open ones first, then what nobody can tell. */
export function itemLines(host: ItemHost, ground: Ground, share: number): readonly string[] {
  const { items, unclear } = host.items;
  const { card } = itemWordsOf(ground.policy.language);
  const all = [...items].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return [
    ...all.slice(0, Math.ceil(MOST * share)).map((item) => itemLine(host, item, ground)),
    ...unclear
      .slice(0, Math.ceil(MOST * share))
      .map(({ line, like }) => `❓ ${card.unclear(inline(line.text), like.issue.number)}`),
  ];
}

/** What keeps the issue that they belong to from being closed, a line each. */
export function openItems({ items, waived }: ItemHost, { policy }: Ground): readonly string[] {
  const { missing } = itemWordsOf(policy.language);
  return items.items.flatMap(({ issue, state, text }) => {
    if (state === 'planned') return [missing.planned(inline(text, 80))];
    return state === 'open' && issue && !waived.has(issue.number) ? [missing.item(issue.number)] : [];
  });
}

/** By whom an item was closed, with the pull request that did; null where that is not known. */
function closedBy({ done }: ItemHost['record'], { issue }: ActionItem): string | null {
  const kept = issue === null ? undefined : done[closedKey(issue.number)];
  if (kept === undefined || kept.at !== issue?.closedAt) return null;
  const parts = [
    ...(kept.text === undefined ? [] : [who(kept.text)]),
    ...(kept.issue === undefined ? [] : [`#${kept.issue}`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function itemLine({ kind, waived, record }: ItemHost, item: ActionItem, { now, policy }: Ground): string {
  const words = itemWordsOf(policy.language);
  const common = wordsOf(policy.language);
  const reader = { language: policy.language, zone: policy.zone, today: now };
  const { card } = words;
  const { line, issue, state, owner, due, type } = item;
  const waiver = issue === null ? undefined : waived.get(issue.number);
  const isLate = due !== null && due < now;
  const states = {
    planned: () => card.states.planned(owner === null ? card.waits[kind] : ''),
    open: () =>
      due === null ? card.states.open : isLate ? card.overdue(dayOf(reader, due)) : card.due(dayOf(reader, due)),
    done: () => card.states.done(closedBy(record, item)),
    dropped: () => card.states.dropped,
    rejected: () => card.states.rejected(inline(line?.rejected ?? '', 120)),
  };
  const parts = [
    words.type[type],
    ...(owner === null ? [] : [who(owner)]),
    states[state](),
    ...(line?.repo != null ? [card.elsewhere(inline(line.repo))] : []),
    ...(waiver === undefined ? [] : [card.states.waived(who(waiver.by), inline(waiver.reason, 120))]),
    ...(line === null ? [card.lineGone] : []),
    ...(line?.troubles ?? []).slice(0, MOST_TROUBLES).map((it) => card.troubles[it.kind](inline(it.value, 40))),
  ];
  const name = issue === null ? inline(item.text, 100) : `#${issue.number} ${inline(item.text, 100)}`;
  return `${SIGNS[state]} ${name}${common.colon}${parts.join(common.andThen)}`;
}
