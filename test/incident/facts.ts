import fc from 'fast-check';
import { factHeadings } from '../../src/capabilities/report/form.ts';

export const HEADINGS = factHeadings();
const word = fc.stringMatching(/^[A-Za-z0-9é][a-zé0-9.,]{0,12}$/);
export const answer = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))
  .filter((it) => !/^[.\d,]*$|^n\.a\.?$/i.test(it));
