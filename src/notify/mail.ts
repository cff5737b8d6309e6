import type { Instant } from '../calendar/calendar.ts';

/** A mail as data. */
export interface Mail {
  readonly server: MailServer;
  /** The message; null only greets the server and logs in. */
  readonly message: MailMessage | null;
}

interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Whether it is spoken to over TLS from the first byte. Otherwise it must offer to begin TLS, unless it is on this machine. */
  readonly isSecure: boolean;
  readonly isLocal: boolean;
  /** Null where the server asks for no login. */
  readonly login: { readonly user: string; readonly pass: string } | null;
}

interface MailMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** With angle brackets, the same for every attempt. */
  readonly messageId: string;
  /** Names the incident: mail programs show what refers to it as one conversation. With angle brackets. */
  readonly references: string;
  readonly isUrgent: boolean;
  readonly at: Instant;
}

/** What a mail server said last: an SMTP code, and the text with it. */
export interface MailAnswer {
  readonly code: number;
  readonly text: string;
}
