import type { KnownNames, Span } from './leak.ts';
import { isInternalHost, isService } from './machines.ts';

/** With a scheme, or a host and a path. */
const ADDRESS =
  /(?<![\p{L}\p{N}+.-])(?:[a-z][a-z\d+.-]{1,20}:\/\/(?:[^\s/@<>"`]{0,300}@)?(?:\[[\da-f:.]{2,45}\])?|(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}[a-z]{2,24}(?=(?::\d{1,5})?\/))[^\s<>"`()[\]]*/giu;
const PARTS = /^(?:([a-z][a-z\d+.-]*):\/\/(?:[^/@]*@)?)?(\[[^\]]*\]|[^/?#:]*)(:\d+)?(.*)$/is;
/** What may follow an address, or end the sentence that it stands in. */
const BEHIND = ".,;:!?*_~'’»…|";
/** What a forge has beside code that everybody may read. */
const FORGE =
  /^\/[^/]+\/[^/]+\/(?:-\/)?(?:actions|commits?|compare|discussions|issues?|merge_requests|pulls?)(?:[/?#]|$)/i;

/**
 * Every address. Those that customers may read have no kind: nothing within them is a name of a host or a reference, which the
 * words of a title often look like.
 */
export function addressesIn(text: string, { repository }: KnownNames, isAllowed: (host: string) => boolean): Span[] {
  const own = `/${repository.owner}/${repository.name}`.toLowerCase();
  const forge = PARTS.exec(repository.url)?.[2]!.toLowerCase() ?? 'github.com';
  const isInternal = (address: string): boolean => {
    const [, scheme, written, port, path] = PARTS.exec(address)!;
    const host = written!.toLowerCase();
    if (isAllowed(host) || isAllowed(address)) return false;
    if (port !== undefined || (scheme !== undefined && !/^(?:https?|ftps?)$/i.test(scheme))) return true;
    const isForge = host === forge || /(?:^|\.)(?:github(?:usercontent)?|gitlab|bitbucket)\./.test(`${host}.`);
    if (
      isForge &&
      (`${path!}/`
        .toLowerCase()
        .replace(/\.git\//, '/')
        .includes(`${own}/`) ||
        FORGE.test(path!))
    )
      return true;
    return (
      !host.includes('.') ||
      (/^[\d.[]+/.test(host) && !/[a-z]{2}$/.test(host)) ||
      isInternalHost(host) ||
      isService(host)
    );
  };
  return [...text.matchAll(ADDRESS)].map(({ index, 0: written }) => {
    const address = written.slice(0, endOf(written));
    return { kind: isInternal(address) ? 'address' : null, from: index, to: index + address.length };
  });
}

function endOf(address: string): number {
  let end = address.length;
  while (end > 0 && BEHIND.includes(address[end - 1]!)) end--;
  return end;
}
