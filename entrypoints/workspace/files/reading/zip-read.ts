import { checksumOf, NO_CHECKSUM } from './checksum.ts';
import { UnreadableTable } from './unreadable-table.ts';
import { DEFLATED, END, END_BYTES, ENTRY, ENTRY_BYTES, LOCAL, LOCAL_BYTES, STORED } from './zip-records.ts';

/** The end record is followed by a comment of at most so many bytes. */
const LONGEST_COMMENT = 65_535;
/** Stands for "see the ZIP64 record": 4 GiB and more. */
const ZIP64_SIZE = 0xffff_ffff;
const ENCRYPTED = 1;

const MEGABYTE = 2 ** 20;
/** A workbook has some dozens of parts, and one more for each picture. */
const MOST_ENTRIES = 5_000;
/** A catalogue of 100,000 listings with 40 columns unpacks to 180 MB. */
const MOST_UNPACKED_BYTES = 1024 * MEGABYTE;
/** Rows of a sheet pack to a tenth or a thirtieth; deflate at its densest, of nothing but the same byte, to a thousandth. */
const DENSEST = 250;
/** From here on the density tells. */
const DENSITY_FROM = 8 * MEGABYTE;
/** The browser unpacks what it is given at one go, whoever takes it: 32 KB become 32 MB at most. */
const SLICE = 32 * 1024;

export interface ZipEntry {
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly isDeflated: boolean;
  /** As the directory says it. */
  readonly bytes: number;
  readonly checksum: number;
}

/**
 * The parts of an archive by their names, from its directory, of which nothing is believed before it was unpacked.
 * @throws UnreadableTable for what is no whole archive, and for one that says itself that it is too large
 */
export function openZip(archive: Uint8Array<ArrayBuffer>): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || at === ZIP64_SIZE) throw new UnreadableTable('too-large');
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let number = 0; number < count; number += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new UnreadableTable('workbook');
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(archive.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    const entry = entryAt(archive, view, at);
    total += entry.bytes;
    if (total > MOST_UNPACKED_BYTES) throw new UnreadableTable('too-large');
    entries.set(name, entry);
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new UnreadableTable('workbook');
}

function entryAt(archive: Uint8Array<ArrayBuffer>, view: DataView, at: number): ZipEntry {
  const method = view.getUint16(at + 10, true);
  const packedBytes = view.getUint32(at + 20, true);
  const bytes = view.getUint32(at + 24, true);
  const place = view.getUint32(at + 42, true);
  if (packedBytes === ZIP64_SIZE || bytes === ZIP64_SIZE) throw new UnreadableTable('too-large');
  if (view.getUint16(at + 8, true) & ENCRYPTED) throw new UnreadableTable('locked');
  const isHere = place + LOCAL_BYTES <= view.byteLength && view.getUint32(place, true) === LOCAL;
  if (!isHere || (method !== STORED && method !== DEFLATED)) throw new UnreadableTable('workbook');
  const from = place + LOCAL_BYTES + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
  if (from + packedBytes > view.byteLength) throw new UnreadableTable('workbook');
  const packed = archive.subarray(from, from + packedBytes);
  return { packed, isDeflated: method === DEFLATED, bytes, checksum: view.getUint32(at + 16, true) };
}

/**
 * Unpacks a part piece by piece, counting: it ends with an error where more comes, or less, than its directory says.
 * @throws UnreadableTable
 */
export async function* unpacked({ packed, isDeflated, bytes }: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const given = { bytes: 0 };
  const slices = slicesOf(packed, given);
  const pieces = (isDeflated ? slices.pipeThrough(new DecompressionStream('deflate-raw')) : slices).getReader();
  let count = 0;
  try {
    for (;;) {
      const { done, value } = await pieces.read().catch(() => {
        throw new UnreadableTable('workbook');
      });
      if (done) break;
      count += value.length;
      if (count > DENSITY_FROM && count > given.bytes * DENSEST) throw new UnreadableTable('too-large');
      if (count > bytes) throw new UnreadableTable('workbook');
      yield value;
    }
  } finally {
    await pieces.cancel().catch(() => undefined);
  }
  if (count !== bytes) throw new UnreadableTable('workbook');
}

/** @param given counts what was taken so far */
function slicesOf(bytes: Uint8Array<ArrayBuffer>, given: { bytes: number }): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + SLICE));
        else controller.close();
        at += SLICE;
        given.bytes = Math.min(at, bytes.length);
      },
    },
    { highWaterMark: 0 },
  );
}

export interface PartLimits {
  readonly bytes: number;
  /** A parser makes objects of them. */
  readonly tags: number;
}

/**
 * A whole part of XML.
 * @throws UnreadableTable where it is damaged, or holds more than is wanted
 */
export async function unpackedWhole(entry: ZipEntry, most: PartLimits): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.bytes > most.bytes) throw new UnreadableTable('too-large');
  const whole = new Uint8Array(entry.bytes);
  let at = 0;
  let tags = 0;
  let checksum = NO_CHECKSUM;
  for await (const piece of unpacked(entry)) {
    for (let tag = piece.indexOf(TAG); tag >= 0; tag = piece.indexOf(TAG, tag + 1)) tags += 1;
    if (tags > most.tags) throw new UnreadableTable('too-large');
    checksum = checksumOf(piece, checksum);
    whole.set(piece, at);
    at += piece.length;
  }
  // Some programs leave it out.
  if (entry.checksum !== 0 && ~checksum >>> 0 !== entry.checksum) throw new UnreadableTable('workbook');
  return whole;
}

/** `<` */
export const TAG = 0x3c;
