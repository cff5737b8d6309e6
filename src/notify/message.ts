import type { Instant } from '../calendar/calendar.ts';
import type { Language } from '../model/language.ts';
import type { Priority } from '../model/priority.ts';

/** What a page is about: a call for help, that somebody has answered it, that it is over, or only a test. */
export type Action = 'trigger' | 'acknowledge' | 'resolve' | 'test';

/** One message to people who may be asleep. Its texts may be foreign: each kind makes them safe for itself. */
export interface Page {
  readonly action: Action;
  /** Names the incident, the same in all its pages, such as `acme/shop#12`. */
  readonly key: string;
  /**
   * Names what this page is for, such as `urgent:start`. With the key and the action it is the idempotency key: a
   * step that is due again needs a step key of its own (`urgent:due:2`), or the receiver may take it for an earlier one.
   */
  readonly step: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Number of the issue; null for a test that belongs to none. */
  readonly number: number | null;
  readonly priority: Priority;
  /** Title of the issue, as somebody wrote it; null where nothing of the incident may be repeated. */
  readonly title: string | null;
  /** What happens and what is expected, in one sentence. */
  readonly summary: string;
  /** Facts for whoever gets up, most important first. */
  readonly details: readonly Detail[];
  /** Address of the issue. */
  readonly url: string | null;
  /** Address of what to do. */
  readonly runbook: string | null;
  /** When it is sent. The signature of a webhook carries it, so that receivers can refuse what is old. */
  readonly at: Instant;
  /** Language of the texts, and of what is said about failures. */
  readonly language: Language;
}

interface Detail {
  readonly label: string;
  readonly value: string;
}

/** What a secret of a notifier is for. */
export type SecretRole = 'key' | 'url' | 'token' | 'secret';

/** Values of secrets by role. They exist while a page is sent and nowhere else. */
export type Secrets = { readonly [R in SecretRole]?: string };

export type Region = 'us' | 'eu';

/** A notifier as the policy has it. */
export interface Notifier {
  readonly name: string;
  /** One of the kinds, see `kinds.ts`. */
  readonly type: string;
  /** Names of environment variables that hold the secrets. */
  readonly secrets: { readonly [R in SecretRole]?: string };
  /** The priorities that it is for. */
  readonly for: readonly Priority[];
  /** Whether it gets a copy of every page, beside the order of falling back. */
  readonly also?: boolean;
  /** Where the service keeps its data; null for kinds that have no such choice. */
  readonly region: Region | null;
}

/** An HTTP request as data. */
export interface HttpRequest {
  readonly method: 'POST';
  readonly url: string;
  /** Values are ASCII. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What some requests need besides the page and the secrets. */
export interface Means {
  readonly region: Region | null;
  /** HMAC-SHA256 of a text, in lower-case hex digits. */
  readonly sign: (secret: string, text: string) => string;
}

/** What a kind of notifier needs to know to send. */
export interface SecretKind {
  readonly required: boolean;
  /** For the documentation of the policy: what the variable holds. */
  readonly help: string;
  /** Whether a value can be what it should be, as far as that shows without asking anybody. */
  readonly fits: (value: string) => boolean;
}

/** One kind of notifier. */
export interface NotifierKind {
  /** Its name for people. */
  readonly title: string;
  readonly actions: readonly Action[];
  readonly secrets: { readonly [R in SecretRole]?: SecretKind };
  readonly regions: readonly Region[];
  /** The request that carries a page. Pure, and the same for every attempt. Each secret that it is given fits. */
  readonly requestOf: (page: Page, secrets: Secrets, means: Means) => HttpRequest;
  /** Whether an answer says that the page has arrived; of the body only the start may be there. */
  readonly isAccepted: (status: number, body: string) => boolean;
}
