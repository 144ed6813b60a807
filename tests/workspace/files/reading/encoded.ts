import type { Encoding } from '../../../../entrypoints/workspace/files/reading/encoding.ts';

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>();

/** Bytes of each character that an encoding of one or two bytes has. */
function tableOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  let table = tables.get(encoding);
  if (table) return table;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const found = new Map<string, readonly number[]>();
  const remember = (...bytes: number[]) => {
    try {
      const text = decoder.decode(new Uint8Array(bytes));
      if ([...text].length === 1 && !found.has(text)) found.set(text, bytes);
    } catch {
      // No character.
    }
  };
  for (let first = 0; first < 0x100; first += 1) remember(first);
  for (let first = 0x80; first < 0x100; first += 1)
    for (let second = 0x40; second < 0x100; second += 1) remember(first, second);
  table = found;
  tables.set(encoding, table);
  return table;
}

/** Text in an encoding; UTF-16 and UTF-8 with their mark where one is wanted. */
export function encoded(text: string, encoding: Encoding, isMarked = false): Uint8Array {
  const marked = isMarked ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const view = new DataView(new ArrayBuffer(marked.length * 2));
    for (let at = 0; at < marked.length; at += 1)
      view.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le');
    return new Uint8Array(view.buffer);
  }
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}
