import type { Policy } from '../capabilities/policy.ts';
import type { Language } from '../model/language.ts';
import { MAINTENANCE_FORM, type MaintenanceField } from '../post-incident/maintenance/form.ts';
import { choices, markdown, writeForm, type Field } from './form.ts';

const en = {
  name: 'Planned maintenance',
  description: 'Work that users may notice. It is announced, and alerts are held meanwhile.',
  intro:
    'Times are in the time zone ZONE, unless you add an offset such as +01:00. Alerts of the chosen services that begin during the maintenance are recorded, and nobody is told of them. If you are not entitled to handle incidents here, somebody who is must confirm it first.',
  from: { placeholder: '2026-12-05 22:00' },
  to: { placeholder: '2026-12-05 23:30' },
  work: { description: 'For colleagues: this text stays here. Do not write passwords or keys.' },
  public: {
    description:
      'For customers: this text is on the status page, with the services and the times. Nothing else of this form is.',
  },
};

const fr: typeof en = {
  name: 'Maintenance planifiée',
  description:
    'Des travaux que les utilisateurs peuvent remarquer. Ils sont annoncés, et les alertes sont suspendues pendant ce temps.',
  intro:
    'Les heures sont celles du fuseau ZONE, sauf décalage indiqué, comme +01:00. Les alertes des services choisis qui se déclenchent pendant la maintenance sont enregistrées, sans que personne soit prévenu. Si vous n’êtes pas habilité à traiter les incidents ici, une personne qui l’est doit d’abord confirmer.',
  from: { placeholder: '2026-12-05 22:00' },
  to: { placeholder: '2026-12-05 23:30' },
  work: { description: 'Pour les collègues : ce texte reste ici. N’écrivez ni mot de passe ni clé.' },
  public: {
    description:
      'Pour les clients : ce texte figure sur la page d’état, avec les services et les heures. Rien d’autre de ce formulaire n’y figure.',
  },
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
  return writeForm({
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
