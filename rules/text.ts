/** Characters as the policies count them: Unicode code points, spaces included. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The first `count` code points of a text. */
export function firstCodePoints(text: string, count: number): string {
  return Array.from(text).slice(0, count).join('');
}
