import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/* What a PNG is a picture of, as a hash in a chunk of text, which no viewer shows: pixels differ from one machine to the next. */

const KEYWORD = 'Source\0';
/** Where the first chunk ends, that of the size: each PNG has it. */
const AFTER_SIZE = 33;

/** The picture with the hash of the page that it is of. */
export function stamped(png: Buffer, page: string): Buffer {
  const content = Buffer.from(`tEXt${KEYWORD}${hashOf(page)}`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([png.subarray(0, AFTER_SIZE), length, content, check, png.subarray(AFTER_SIZE)]);
}

/** Whether a picture is stamped as one of this page. */
export function isOf(png: Buffer, page: string): boolean {
  return png.includes(`tEXt${KEYWORD}${hashOf(page)}`, 0, 'latin1');
}

function hashOf(page: string): string {
  return createHash('sha256').update(page).digest('hex');
}
