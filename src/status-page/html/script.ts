import { fingerprint } from '../../text/fingerprint.ts';

/**
 * What the page does once it is loaded: writes the reader's own time beside each time, and asks each minute whether there is a newer
 * state. All that it writes is text. Without it the page is as true as when it was made.
 */
export const SCRIPT = `'use strict';
(() => {
  const { zone, local, at, summary, overall, conditions } = document.currentScript.dataset;
  const table = (text) => new Map((text || '').split(';').map((line) => [line.split('|')[0], line.split('|').slice(1)]));
  const sentences = table(overall);
  const words = table(conditions);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const write = (date, timeZone, options) =>
    new Intl.DateTimeFormat(document.documentElement.lang, { timeZone, ...options }).format(date);
  const isSame = (date, options) => write(date, here, options) === write(date, zone, options);
  let known = Number(at);

  const localise = (time) => {
    const date = new Date(time.dateTime);
    const note = time.nextElementSibling?.matches('.local') ? time.nextElementSibling : document.createElement('span');
    note.remove();
    if (isSame(date, { dateStyle: 'short', timeStyle: 'short' })) return;
    const day = isSame(date, { dateStyle: 'short' }) ? {} : { weekday: 'short' };
    note.className = 'local';
    note.textContent = ' (' + write(date, here, { ...day, hour: '2-digit', minute: '2-digit' }) + ' ' + local + ')';
    time.after(note);
  };

  const show = (element, condition, text) => {
    element.dataset.state = condition;
    element.querySelector('use').setAttribute('href', '#s-' + condition);
    element.querySelector('.word').textContent = text;
  };

  const update = ({ page, status, components }) => {
    const made = Date.parse(page.updated_at);
    if (!(made > known)) return;
    known = made;
    const sentence = sentences.get(status.description);
    if (sentence) show(document.querySelector('[data-overall]'), ...sentence);
    for (const element of document.querySelectorAll('[data-component]')) {
      const component = components.find(({ id }) => id === element.dataset.component);
      const word = words.get(component?.status);
      if (word) show(element, component.status, word[0]);
    }
    const asOf = document.querySelector('.as-of time');
    asOf.dateTime = new Date(made).toISOString();
    asOf.textContent = write(made, zone, { dateStyle: 'medium', timeStyle: 'short' }) + ' ' + zone;
    localise(asOf);
  };

  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(summary + '?m=' + Math.floor(Date.now() / 60000));
      if (answer.ok) update(await answer.json());
    } catch {
      // Offline: what is shown says how old it is.
    }
  };

  for (const time of document.querySelectorAll('time')) localise(time);
  if (summary) {
    setInterval(ask, 60000);
    document.addEventListener('visibilitychange', ask);
  }
})();
`;

/** Its name changes with what it says: no cache can pair it with a page of another version. */
export const SCRIPT_FILE = `page.js?v=${fingerprint(SCRIPT)}`;
