import { requestOf } from './samples.ts';

type Json = Readonly<Record<string, unknown>>;
export const bodyOf = (...args: Parameters<typeof requestOf>): Json => JSON.parse(requestOf(...args).body) as Json;
