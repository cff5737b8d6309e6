import type { Instant } from '../../calendar/calendar.ts';
import type { Fault } from '../answer.ts';
import type { HttpRequest, Means, Secrets } from '../message.ts';

/** What kept a question from its answer. */
export class Deaf extends Error {
  readonly fault: Fault;
  readonly parcel: HttpRequest;
  constructor(fault: Fault, parcel: HttpRequest) {
    super(fault.what);
    [this.fault, this.parcel] = [fault, parcel];
  }
}

/** An incident whose page is out at a notifier, and which nobody has acknowledged. */
export interface OpenPage {
  readonly number: number;
  /** Names the incident there, such as `acme/shop#12`. */
  readonly key: string;
  /** Since when its pages count: since it was opened, reopened, or handed to another level of support. */
  readonly from: Instant;
  /** When the first of them went out, and the last, as far as that is on record. */
  readonly since: Instant;
  readonly last: Instant;
  /** The messages there that stand for its pages, as the service names them, where it does. */
  readonly messages: readonly { readonly at: Instant; readonly ref: string }[];
}

/** Somebody's answer in a pager: that they have the incident. */
export interface ServiceAnswer {
  readonly number: number;
  /** Who it was, as the service knows them: each name by which `people` may know them too, none where it does not say. */
  readonly accounts: readonly string[];
  /** When, by the clock of the service; null where it does not say. */
  readonly at: Instant | null;
  /** When the page that was answered went out, or the first of several. */
  readonly page: Instant;
}

/** What hearing takes. */
export interface Ear {
  /** The answer to a question, as JSON; a list where there are several values, one a line. Throws a `Deaf` for whatever is no success. */
  readonly ask: (request: HttpRequest) => Promise<unknown>;
  readonly secrets: Secrets;
  readonly means: Means;
  /** `owner/name`. */
  readonly place: string;
  readonly now: Instant;
}

/** What was heard. */
export interface ServiceAnswers {
  readonly answers: readonly ServiceAnswer[];
  /** What kept it from hearing the rest: a `Deaf`, or an answer that is none. */
  readonly deaf?: unknown;
  /** About how many pages was not asked, since the service allows only so many questions. */
  readonly left?: number;
  /**
   * Where a service tells of an answer until it is told not to: tells it so of those that come before the first that `isDealtWith` says
   * no to.
   */
  readonly forget?: (isDealtWith: (answer: ServiceAnswer) => boolean, ear: Ear) => Promise<void>;
}

/** How the answers to pages are heard in one kind of notifier. Throws what `askService` throws. */
export type Hear = (open: readonly OpenPage[], ear: Ear) => Promise<ServiceAnswers>;
