import { sha256Of } from '../../text/hash.ts';
import type { PublicIncident } from '../../status-page/page.ts';
import type { Repository } from '../../model/repository.ts';
import { impactOf } from '../impact/impact.ts';
import type { Situation } from '../situation.ts';
import { placeOf } from './place.ts';
import { templateFor, titleFor } from './templates.ts';

/** Twelve small letters and digits that stay the same for ever, as Statuspage names things. */
export function publicId(...parts: readonly string[]): string {
  const digits = BigInt(`0x${sha256Of(JSON.stringify(parts))}`).toString(36);
  return digits.slice(-12);
}

type Place = Pick<Repository, 'owner' | 'name'>;

/** What the page calls something of a repository. */
export function idOf({ owner, name }: Place, kind: string, key: string): string {
  return publicId(kind, `${owner}/${name}`, key);
}

/** What the page calls an incident. */
export function incidentId(repository: Place, number: number): string {
  return idOf(repository, 'incident', String(number));
}

/**
 * What of an incident the public sees; null for nothing. This is the door to the page: what does not pass here cannot be on it. Its words
 * are those that somebody entitled wrote for customers, and those of the policy.
 */
export function publicIncident(
  situation: Pick<Situation, 'incident' | 'policy' | 'now' | 'clocks'>,
  repository: Place,
): PublicIncident | null {
  const place = placeOf(situation);
  if (place.absence !== null || place.told.length === 0) return null;
  const { incident, clocks } = situation;
  const { page, components, told } = place;
  const id = incidentId(repository, incident.issue.number);
  const harm = page.impact[incident.priority.current];
  const { title } = incident.said.public;
  const impact = impactOf(incident);
  const update = clocks.current.find(({ name, state }) => name === 'update' && state === 'running');
  return {
    id,
    title: title === null ? titleFor(components, harm) : { en: title, fr: title },
    harm,
    components: components.map(({ key }) => idOf(repository, 'component', key)),
    from: impact?.from ?? incident.issue.openedAt,
    to: impact?.to ?? incident.resolution.ended?.at ?? null,
    stage: told.at(-1)!.stage,
    updates: told.map(({ key, at, stage, text, correctedAt }) => ({
      id: publicId('update', id, key),
      at,
      stage,
      text: text ?? templateFor(stage, components, page),
      correctedAt,
    })),
    nextUpdateBy: update && Number.isFinite(update.due) ? update.due : null,
  };
}
