/** How something stands; `skipped` is what could not be looked at, with the reason. */
export type Result = 'ok' | 'warn' | 'fail' | 'skipped';
