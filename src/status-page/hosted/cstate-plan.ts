import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { cstateFile } from './cstate-file.ts';
import { CSTATE_FOLDER, OURS, type CstateFolder } from './cstate-read.ts';
import { isFresh } from './news.ts';
import type { HostedStep, HostedTarget } from './target.ts';
import type { HostedWanted } from './wanted.ts';

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

/** One commit with every file that is not as it must be; nothing where all are. */
export function planForCstate(
  wanted: HostedWanted,
  { head, files }: CstateFolder,
  { page, branch }: HostedTarget,
): readonly HostedStep[] {
  const nameOf = (id: string): string => `${OURS}${id}.md`;
  const additions = wanted.entries.flatMap((entry) => {
    const there = files.get(nameOf(entry.id));
    if (there === undefined && !isFresh(entry, wanted.at)) return [];
    const bytes = utf8ToBytes(cstateFile(entry, wanted));
    return there === blobId(bytes) ? [] : [{ name: nameOf(entry.id), contents: base64(bytes) }];
  });
  const deletions = [...wanted.gone].map(nameOf).filter((name) => files.has(name));
  if (additions.length + deletions.length === 0) return [];
  const pathOf = (name: string): string => `${CSTATE_FOLDER}/${name}`;
  const input = {
    branch: { repositoryNameWithOwner: page, branchName: branch! },
    expectedHeadOid: head,
    message: { headline: 'Update the status page' },
    fileChanges: {
      additions: additions.map(({ name, contents }) => ({ path: pathOf(name), contents })),
      deletions: deletions.map((name) => ({ path: pathOf(name) })),
    },
  };
  return [{ method: 'POST', path: '/graphql', body: { query: MUTATION, variables: { input } }, entry: '' }];
}

/** The id that Git gives a file with this content. */
export function blobId(bytes: Uint8Array): string {
  return bytesToHex(sha1(concatBytes(utf8ToBytes(`blob ${bytes.length}\0`), bytes)));
}

function base64(bytes: Uint8Array): string {
  // A call takes only so many arguments.
  let octets = '';
  for (const byte of bytes) octets += String.fromCharCode(byte);
  return btoa(octets);
}
