/** FNV-1a over UTF-16 units, from two starts: 64 bits in 16 hex digits. It tells texts of ours apart, and protects nothing. */
export function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01234567].map((start) => part(text, start)).join('');
}

function part(text: string, start: number): string {
  let sum = start;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}
