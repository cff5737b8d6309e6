import { fingerprint } from '../../text/fingerprint.ts';

/**
 * What the page does once it is loaded: writes the reader's own time beside each time, and asks each minute whether there is a newer
 * state. All that it writes is text. Without it the page is as true as when it was made.
 */
export const SCRIPT = `'use strict';
(() => {
  const { zone, place, local, at, summary, sentences, words } = document.currentScript.dataset;
  const table = (text) => new Map((text || '').split(';').map((line) => [line.split('|')[0], line.split('|').slice(1)]));
  const sentenceOf = table(sentences);
  const wordOf = table(words);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // As the page writes times: the day first, hours up to 24.
  const { lang } = document.documentElement;
  const hourIn = { en: (text) => text, fr: (text) => text.replace(/0?(\\d+):(\\d+)/, '$1\\u00a0h\\u00a0$2').replace('\\u00a0h\\u00a000', '\\u00a0h') }[lang];
  const write = (date, timeZone, options) =>
    hourIn(new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { timeZone, hourCycle: 'h23', ...options }).format(date));
  const hour = { hour: '2-digit', minute: '2-digit' };
  const isSame = (date, options) => write(date, here, options) === write(date, zone, options);
  let known = Number(at);

  const localise = (time) => {
    const date = new Date(time.dateTime);
    const note = time.nextElementSibling?.matches('.local') ? time.nextElementSibling : document.createElement('span');
    note.remove();
    const day = isSame(date, { dateStyle: 'short' }) ? {} : { weekday: 'short' };
    if (isSame(date, { ...day, ...hour })) return;
    note.className = 'local';
    note.textContent = ' (' + write(date, here, { ...day, ...hour }) + ' ' + local + ')';
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
    const sentence = sentenceOf.get(status.description);
    if (sentence) show(document.querySelector('[data-overall]'), ...sentence);
    for (const element of document.querySelectorAll('[data-component]')) {
      const component = components.find(({ id }) => id === element.dataset.component);
      const word = wordOf.get(component?.status);
      if (word) show(element, component.status, word[0]);
    }
    const asOf = document.querySelector('.as-of time');
    asOf.dateTime = new Date(made).toISOString();
    const moment = write(made, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...hour }).replace(/^([a-z]+),/i, '$1');
    const weekday = { weekday: 'short' };
    const utcDay = write(made, 'UTC', weekday) === write(made, zone, weekday) ? '' : write(made, 'UTC', weekday) + ' ';
    const utc = utcDay + write(made, 'UTC', hour) + ' UTC';
    asOf.textContent = moment + (place ? ' (' + place + ', ' + utc + ')' : ' UTC');
    localise(asOf);
  };

  // Offline, nothing comes; what is shown says how old it is.
  const nothing = () => null;
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(summary + '?m=' + Math.floor(Date.now() / 60000)).catch(nothing);
    const news = answer?.ok ? await answer.json().catch(nothing) : null;
    if (news) update(news);
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
