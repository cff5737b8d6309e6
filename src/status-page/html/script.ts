import { fingerprint } from '../../text/fingerprint.ts';

/**
 * What the page does once it is loaded: writes the reader's own time beside each time, and asks each minute whether there is a newer
 * state. All that it writes is text. Without it the page is as true as when it was made.
 */
export const SCRIPT = `'use strict';
(() => {
  const { summary, at, zone, words } = document.currentScript.dataset;
  const { overall, condition, local } = JSON.parse(words);
  const lang = document.documentElement.lang;
  const format = (options, date) => new Intl.DateTimeFormat(lang, options).format(date);
  const clock = (timeZone, date) => format({ timeZone, dateStyle: 'short', timeStyle: 'short' }, date);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  let known = Number(at);
  const localise = (time) => {
    const date = new Date(time.dateTime);
    time.nextElementSibling?.matches('.local') && time.nextElementSibling.remove();
    if (clock(here, date) === clock(zone, date)) return;
    const day = { dateStyle: 'short' };
    const isSameDay = format({ ...day, timeZone: here }, date) === format({ ...day, timeZone: zone }, date);
    const options = { hour: '2-digit', minute: '2-digit', ...(isSameDay ? {} : { weekday: 'short' }) };
    const note = document.createElement('span');
    note.className = 'local';
    note.textContent = ' (' + format(options, date) + ' ' + local + ')';
    time.after(note);
  };
  const show = (element, state, text) => {
    element.dataset.state = state;
    element.querySelector('use').setAttribute('href', '#s-' + state);
    element.querySelector('.word').textContent = text;
  };
  const update = (news) => {
    const made = Date.parse(news.page.updated_at);
    if (!(made > known)) return;
    known = made;
    const sentence = overall[news.status.description];
    const banner = document.querySelector('[data-overall]');
    if (banner && sentence) show(banner, sentence[1], sentence[0]);
    for (const { id, status } of news.components) {
      const element = document.querySelector('[data-component="' + CSS.escape(id) + '"]');
      if (element && condition[status]) show(element, status, condition[status]);
    }
    const asOf = document.querySelector('.as-of time');
    if (!asOf) return;
    asOf.dateTime = new Date(made).toISOString();
    asOf.textContent = format({ timeZone: zone, dateStyle: 'medium', timeStyle: 'long' }, made);
    localise(asOf);
  };
  const ask = () => {
    if (document.hidden) return;
    fetch(summary + '?m=' + Math.floor(Date.now() / 60000))
      .then((answer) => (answer.ok ? answer.json().then(update) : undefined))
      .catch(() => undefined);
  };
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('time').forEach(localise);
    if (!document.querySelector('[data-overall]')) return;
    setInterval(ask, 60000);
    document.addEventListener('visibilitychange', ask);
  });
})();
`;

/** Its name changes with what it says: no cache can pair it with a page of another version. */
export const SCRIPT_FILE = `page.js?v=${fingerprint(SCRIPT)}`;
