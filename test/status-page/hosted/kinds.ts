import type { HostedTarget } from '../../../src/status-page/hosted/target.ts';
import type { HostedEntry, HostedWanted } from '../../../src/status-page/hosted/wanted.ts';
import { cstate, readIssue, REPO, TOKEN as CSTATE_TOKEN } from './cstate-receiver.ts';
import { instatusWith, PAGE as INSTATUS_PAGE, TOKEN as INSTATUS_TOKEN } from './instatus-receiver.ts';
import type { Receiver } from './receiving.ts';
import { statuspageWith, PAGE, TOKEN } from './statuspage-receiver.ts';
import { CALLED } from './worlds.ts';

/* What can be seen of each hosted page, in common words. */

/** An entry as it stands there. */
export interface Seen {
  readonly id: string;
  readonly title: string;
  /** Oldest first; without what names the entry. */
  readonly messages: readonly string[];
}

export interface Opened {
  readonly target: HostedTarget;
  readonly token: string;
  readonly receiver: Receiver;
  readonly entries: () => readonly Seen[];
  /** How components are there; null where that follows from the entries. */
  readonly states: () => ReadonlyMap<string, string> | null;
  /** What was sent to those who have subscribed; null where nobody is. */
  readonly sent: () => readonly string[] | null;
}

const common = { branch: null, token: 'TOKEN', components: CALLED };
const ids = Object.values(CALLED);

export const OPEN: Readonly<Record<HostedTarget['type'], () => Opened>> = {
  statuspage: () => {
    const receiver = statuspageWith(ids);
    const tocsin = (metadata: object) => (metadata as { readonly tocsin?: { readonly id: string } }).tocsin?.id ?? '';
    return {
      target: { ...common, type: 'statuspage', page: PAGE },
      token: TOKEN,
      receiver,
      entries: () =>
        receiver.incidents.map(({ name, metadata, updates, postmortem_body: postMortem }) => ({
          id: tocsin(metadata),
          title: name,
          messages: [...updates.map(({ body }) => body), ...(postMortem === null ? [] : [postMortem])],
        })),
      states: () => receiver.components,
      sent: () => receiver.sent,
    };
  },
  instatus: () => {
    const receiver = instatusWith(ids);
    const plain = (message: string): string => message.replace(/\n\nRef\. [\w.-]+$/, '');
    return {
      target: { ...common, type: 'instatus', page: INSTATUS_PAGE },
      token: INSTATUS_TOKEN,
      receiver,
      entries: () =>
        [...receiver.incidents, ...receiver.maintenances].map(({ name, updates }) => ({
          id: /Ref\. (\w+)-/.exec(updates[0]!.message)?.[1] ?? '',
          title: name,
          messages: updates.map(({ message }) => plain(message)),
        })),
      states: () => receiver.components,
      sent: () => receiver.sent.map(plain),
    };
  },
  cstate: () => {
    const receiver = cstate();
    return {
      target: { ...common, type: 'cstate', page: REPO, branch: 'main' },
      token: CSTATE_TOKEN,
      receiver,
      entries: () =>
        [...receiver.files].flatMap(([path, text]) => {
          const [, id] = /tocsin-(\w+)\.md$/.exec(path) ?? [];
          if (id === undefined) return [];
          const { matter, body } = readIssue(text);
          return [{ id, title: matter.title, messages: (body.match(/^word.*$/gm) ?? []).reverse() }];
        }),
      states: () => null,
      sent: () => null,
    };
  },
};

/** The last words of each update of an entry. */
export const wordsOf = (entry: HostedEntry): readonly string[] => entry.updates.map(({ text }) => text);

/** How components are to be, in the words of a kind. */
export const statesOf = (type: HostedTarget['type'], { states }: HostedWanted): ReadonlyMap<string, string> =>
  new Map([...states].map(([id, it]) => [id, type === 'instatus' ? it.replaceAll('_', '').toUpperCase() : it]));
