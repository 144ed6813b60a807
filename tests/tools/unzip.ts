import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** A file in an archive. Sizes are in bytes. */
export interface Entry {
  readonly path: string;
  readonly size: number;
  readonly packed: number;
  read(): Buffer;
}

const END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

/** What one of our own archives holds, in its order. Throws where it is none. Format: PKWARE's APPNOTE.TXT 6.3.10. */
export function entriesOf(archive: string): readonly Entry[] {
  const bytes = readFileSync(archive);
  const end = bytes.length - 22;
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error(`${archive} is no archive of ours.`);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error(`${archive} is damaged at byte ${at}.`);
    const pathLength = bytes.readUInt16LE(at + 28);
    entries.push(entryAt(bytes, at, pathLength));
    at += 46 + pathLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(bytes: Buffer, at: number, pathLength: number): Entry {
  const method = bytes.readUInt16LE(at + 10);
  const packed = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  return {
    path: bytes.toString('utf8', at + 46, at + 46 + pathLength),
    size: bytes.readUInt32LE(at + 24),
    packed,
    read() {
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const content = bytes.subarray(start, start + packed);
      return method === DEFLATED ? inflateRawSync(content) : content;
    },
  };
}

/** Writes what an archive holds into a folder. */
export function unzip(archive: string, folder: string): void {
  for (const entry of entriesOf(archive)) {
    const target = join(folder, entry.path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, entry.read());
  }
}
