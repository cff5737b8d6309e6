/**
 * What became of a page at one notifier; `together`: one message went out for many incidents; `ref`: what the service calls
 * the message. `why` is plain text for people, the end of
 * a sentence, without any secret.
 */
export type Sent =
  { readonly ok: true; readonly together?: true; readonly ref?: string } | { readonly ok: false; readonly why: string };
