/** A value that is made when it is first asked for, and not again; but again if making it threw. */
export function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | null = null;
  return () => (made ??= { it: make() }).it;
}
