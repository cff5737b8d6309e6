import type { Language } from '../../model/language.ts';
import { oneOf } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { properZone } from '../../policy/names.ts';
import { section } from '../../policy/section.ts';
import { zone } from '../../policy/values.ts';

export const languageSection = section({
  key: 'language',
  schema: key(oneOf('a language', ['en', 'fr']), {
    default: '`en`',
    meaning: 'The language of all that Tocsin writes. With `fr` the built-in priorities have French names.',
  }),
  builtin: 'language: en\n',
  resolve: ({ file, builtin = 'en' }): { readonly language: Language } => ({ language: file ?? builtin }),
});

interface Zone {
  /** IANA zone in which people read times, and of calendars that name none. */
  readonly zone: string;
}

export const timezoneSection = section({
  key: 'timezone',
  schema: key(zone, {
    takes: 'IANA name, such as `Europe/Paris`',
    default: '`UTC`',
    meaning: 'The zone in which people read times, and that of calendars that name none.',
  }),
  builtin: 'timezone: UTC                        # in which people read times, and of calendars that name none\n',
  resolve: ({ file, builtin = 'UTC' }): Zone => ({ zone: properZone(file ?? builtin) }),
});
