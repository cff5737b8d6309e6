import type { Instant } from '../calendar/calendar.ts';
import type { Language } from '../model/language.ts';
import type { Priority } from '../model/priority.ts';
import type { Mail } from './mail.ts';

/** What a page is about: a call for help, that somebody has answered it, that it is over, what customers are told, or only a test. */
export type Action = 'trigger' | 'acknowledge' | 'resolve' | 'announce' | 'test';

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
  /** The impact, its scope and the system, as far as they are known and may be repeated, in this order; then what else helps. */
  readonly details: readonly Detail[];
  /** Until when what is asked must be done, such as "Acknowledge" and "by 03:15 (Berlin, 02:15 UTC)"; null if nothing is due. */
  readonly until: Detail | null;
  /** What to do, with the words to type. */
  readonly summary: string;
  /** Address of the issue. */
  readonly url: string | null;
  /** Address of what to do. */
  readonly runbook: string | null;
  /** When it is sent. The signature of a webhook carries it, so that receivers can refuse what is old. */
  readonly at: Instant;
  /** Language of the texts, and of what is said about failures. */
  readonly language: Language;
}

export interface Detail {
  readonly label: string;
  readonly value: string;
}

/** Values of secrets by role, such as `url` or `token`. They exist while a page is sent and nowhere else. */
export type Secrets = Readonly<Record<string, string>>;

export type Region = 'us' | 'eu';

/** A notifier as the policy has it. */
export interface Notifier {
  readonly name: string;
  /** One of the kinds, see `kinds.ts`. */
  readonly type: string;
  /** Names of environment variables that hold the secrets, by role. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The priorities that it is for. */
  readonly for: readonly Priority[];
  /** Whether it gets a copy of every page, beside the order of falling back. */
  readonly also?: boolean;
  /** Whether what people answer there is asked for. */
  readonly answers?: boolean;
  /** Whether an answer counts as well of somebody whom the policy's `people` does not name. */
  readonly trust?: boolean;
  /** Where the service keeps its data; null for kinds that have no such choice. */
  readonly region: Region | null;
}

/** An HTTP request as data. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Values are ASCII. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is sent: over HTTP, or as mail. */
export type Parcel = HttpRequest | Mail;

/** What some requests need besides the page and the secrets. */
export interface Means {
  readonly region: Region | null;
  /** Whether what people answer is asked for. */
  readonly answers?: boolean;
  /** HMAC-SHA256 of a text, in lower-case hex digits. */
  readonly sign: (secret: string, text: string) => string;
}

/** A text in each language. */
export type InEach = Readonly<Record<Language, string>>;

/** What a kind of notifier needs to know to send. */
export interface SecretKind {
  readonly required: boolean;
  /** Set where it is only for hearing what people answer: a page goes out without it. */
  readonly forAnswers?: true;
  /** What the variable holds, as the end of a sentence: "… holds the address of a topic". In French after "ne contient pas". */
  readonly holds: InEach;
  /** What such a variable may be called. */
  readonly example: string;
  /** Whether a value can be what it should be, as far as that shows without asking anybody. */
  readonly fits: (value: string) => boolean;
}

/** A handshake: something that a service answers, and that nobody sees. */
export interface Probe {
  readonly requestOf: (secrets: Secrets, means: Means) => Parcel;
  /** Whether an answer says that pages would arrive; of the body only the start may be there. */
  readonly isAccepted: (status: number, body: string) => boolean;
  /** What such an answer proves, as a sentence. */
  readonly proves: InEach;
}

/** One kind of notifier. */
export interface NotifierKind {
  /** Its name for people. */
  readonly title: string;
  /** What its messages are, for the documentation: "an alert", "a message in blocks". */
  readonly form: string;
  readonly actions: readonly Action[];
  /** Set where the service keeps an alert for each incident, and sees itself that nobody is called for each of many. */
  readonly keepsAlerts?: true;
  readonly secrets: Readonly<Record<string, SecretKind>>;
  readonly regions: readonly Region[];
  /** What a secret of this service looks like, so that one that is leaked is known for what it is; null if it could be anything. */
  readonly looks: RegExp | null;
  /** What carries a page. Pure, and the same for every attempt. Each secret that it is given fits. */
  readonly requestOf: (page: Page, secrets: Secrets, means: Means) => Parcel;
  /** Whether an answer says that the page has arrived; of the body only the start may be there. */
  readonly isAccepted: (status: number, body: string) => boolean;
  /**
   * Set where people can answer a page there: by what is asked for that, the secret `answers`, or nothing but that the policy says so.
   * See `answers/hear.ts`.
   */
  readonly answers?: 'secret' | 'flag';
  /** What the service calls the message that it has made of a page, in an answer that it accepted with; null if it does not say. */
  readonly refOf?: (body: string) => string | null;
  /** How to ask the service whether a page would arrive, so that nobody is woken. Left out where it has no such thing. */
  readonly probe?: Probe;
}
