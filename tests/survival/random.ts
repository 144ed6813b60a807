/** Numbers from 0 to 1 that are the same for a seed and a name in every browser: FNV-1a, then Mulberry32. */
export function randomFrom(seed: number, name: string): () => number {
  let state = seed * 2654435761;
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) as number), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One throw for each different text: what a console's release renames, it renames everywhere. */
export function oncePerText(random: () => number, share: number): (text: string) => boolean {
  const thrown = new Map<string, boolean>();
  return (text) => {
    if (!thrown.has(text)) thrown.set(text, random() < share);
    return thrown.get(text) as boolean;
  };
}
