import { inline, who } from '../../text/foreign.ts';
import type { CardRow } from '../card/row.ts';
import type { Situation } from '../situation.ts';

/** The category, and the group that it belongs to with the people in it; that it is missing where it must not. */
export const categoryRow: CardRow = (situation) => {
  const { incident, policy, words } = situation;
  const { categoryCard: card } = words;
  const {
    category: { set: categorization, confidential },
    triage: { proposal },
  } = incident;
  if (!categorization) {
    const proposed =
      proposal.category && !confidential ? words.triageCard.proposed(inline(proposal.category.category.name)) : '';
    const isNeeded = policy.priorities[incident.priority.current].needsCategory && !incident.resolution.ended;
    if (!isNeeded && proposed === '') return [];
    const none = isNeeded
      ? card.none((proposal.category?.category.name ?? policy.categories[0]?.name ?? '').replaceAll('`', ''))
      : '';
    return [[card.row, [none, proposed].filter(Boolean).join(words.semicolon)]];
  }
  const { category, subcategory } = categorization;
  const name = inline(subcategory ? `${category.name}/${subcategory.name}` : category.name);
  return [[card.row, category.owner === null ? name : `${name}, ${ownerLine(situation, category.owner)}`]];
};

function ownerLine({ policy, words }: Situation, owner: string): string {
  // Who is on call changes with the hour, and a card must not.
  if (policy.rotas.has(owner)) return words.categoryCard.ownerRole(inline(owner));
  return words.categoryCard.owner(inline(owner), (policy.roles.get(owner) ?? []).map(who).join(words.andThen));
}
