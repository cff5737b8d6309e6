import type { Language } from '../../model/language.ts';
import { en } from './words-en.ts';
import { fr } from './words-fr.ts';

export type MaintenanceWords = typeof en;

/** What people read about maintenances, on their own issue. */
export function maintenanceWordsOf(language: Language): MaintenanceWords {
  return language === 'fr' ? fr : en;
}
