import type { Policy } from '../capabilities/policy.ts';
import type { Language } from '../model/language.ts';
import { MAINTENANCE_FORM, type MaintenanceField } from '../post-incident/maintenance/form.ts';
import { choices, markdown, write, type Field } from './form.ts';

const en = {
  name: 'Planned maintenance',
  description: 'Work that users may notice. It is announced, and alerts are held meanwhile.',
  intro:
    'Times are those of the time zone of the policy, ZONE, unless an offset such as +01:00 says otherwise. Alerts of these services that begin between them are recorded, and nobody hears of them. If you have no say in incidents here, somebody who has confirms it first.',
  from: { placeholder: '2026-12-05 22:00' },
  to: { placeholder: '2026-12-05 23:30' },
  work: { description: 'For colleagues: it stays here. Do not write passwords or keys.' },
  public: { description: 'For customers, on the status page: this text and nothing else of this form is shown there.' },
};

const fr: typeof en = {
  name: 'Maintenance planifiée',
  description:
    'Des travaux que les utilisateurs peuvent remarquer. Elle est annoncée, et les alertes sont suspendues pendant ce temps.',
  intro:
    'Les heures sont celles du fuseau de la politique, ZONE, sauf décalage indiqué, comme +01:00. Les alertes de ces services qui se déclenchent entre-temps sont enregistrées, sans que personne soit prévenu. Si vous n’êtes pas habilité à traiter des incidents ici, une personne qui l’est confirme d’abord.',
  from: { placeholder: '2026-12-05 22:00' },
  to: { placeholder: '2026-12-05 23:30' },
  work: { description: 'Pour les collègues : cela reste ici. N’écrivez ni mot de passe ni clé.' },
  public: { description: 'Pour les clients, sur la page d’état : rien d’autre de ce formulaire n’y figure.' },
};

const WORDS: Readonly<Record<Language, typeof en>> = { en, fr };

/** The form of a planned maintenance, in the words of the policy; null if the policy has none. */
export function maintenanceForm(policy: Policy): string | null {
  const { maintenance, language, zone, services, categories } = policy;
  if (maintenance === null) return null;
  const words = WORDS[language];
  const ask = (type: Field['type'], id: MaintenanceField, more: Field['attributes'], required = true): Field => ({
    type,
    id,
    attributes: { label: MAINTENANCE_FORM[language][id], ...more },
    ...(required && { validations: { required: true } }),
  });
  const names = [...services, ...categories.filter(({ confidential }) => !confidential)].map(({ name }) => name);
  return write({
    name: words.name,
    description: words.description,
    labels: [maintenance.label],
    body: [
      markdown(words.intro.replace('ZONE', zone)),
      ask('dropdown', 'services', { multiple: true, options: choices(names) }),
      ask('input', 'from', words.from),
      ask('input', 'to', words.to),
      ask('textarea', 'work', words.work),
      ask('textarea', 'public', words.public, false),
    ],
  });
}
