import type { Permission } from '../../github/port.ts';
import type { Language } from '../../model/language.ts';

/** What goes wrong without a permission. */
export const USES: Readonly<Record<Language, Readonly<Record<Permission, string>>>> = {
  en: {
    'contents: read': 'the policy cannot be read',
    'issues: write': 'no card, comment or label can be written',
    'metadata: read': 'nobody knows whose commands count',
    'actions: read': 'nobody sees whether the schedule has stopped, or a watch is under way',
  },
  fr: {
    'contents: read': 'la politique ne peut être lue',
    'issues: write': 'ni fiche, ni commentaire, ni étiquette ne peut être écrit',
    'metadata: read': 'on ne sait pas de qui les commandes comptent',
    'actions: read': 'on ne voit pas si le calendrier s’est arrêté, ni si une surveillance est en cours',
  },
};
