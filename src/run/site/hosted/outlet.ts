/** What writing to hosted pages needs from outside. */
export interface Outlet {
  /** The environment of the step, where the tokens are. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The `fetch` for requests to the place of an address, each given up after so many milliseconds. */
  readonly fetchFor: (url: string, timeout: number) => Promise<typeof fetch>;
}
