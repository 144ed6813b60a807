import { checksumOf, NO_CHECKSUM } from './checksum.ts';

/** Records of an archive: APPNOTE 4.3.7, 4.3.12 and 4.3.16. Numbers are little-endian. */
const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** Deflate, and names in UTF-8: readable since 2.0. */
const VERSION = 20;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, midnight: the first day there is, because ours would say when the seller worked. */
const FIRST_DAY = 0x0021;
/** Sizes and places are numbers of 32 bits. */
const MOST_BYTES = 0xffff_ffff;

interface Entry {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly checksum: number;
  readonly bytes: number;
  readonly packed: Blob;
  readonly at: number;
}

/**
 * An archive that is written part by part. Parts are packed by the browser beside this thread, and the browser may keep
 * what is packed on disk.
 */
export class ZipWriter {
  readonly #entries: Entry[] = [];
  #length = 0;

  /**
   * Adds a part from its text.
   * @throws RangeError for what is beyond 4 GiB
   */
  async add(path: string, text: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const packer = new CompressionStream('deflate-raw');
    const packed = new Response(packer.readable).blob();
    // Rejected with what the writer below rejects with.
    packed.catch(() => undefined);
    const writer = packer.writable.getWriter();
    const encoder = new TextEncoder();
    let checksum = NO_CHECKSUM;
    let bytes = 0;
    try {
      for await (const piece of text) {
        const chunk = encoder.encode(piece);
        checksum = checksumOf(chunk, checksum);
        bytes += chunk.length;
        await writer.ready;
        writer.write(chunk).catch(() => undefined);
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
      throw error;
    }
    const name = encoder.encode(path);
    const entry = { name, bytes, checksum: ~checksum >>> 0, packed: await packed, at: this.#length };
    this.#length += 30 + name.length + entry.packed.size;
    if (bytes > MOST_BYTES || this.#length > MOST_BYTES) throw new RangeError('An archive of more than 4 GiB');
    this.#entries.push(entry);
  }

  /** The archive. */
  finish(type: string): Blob {
    const parts: BlobPart[] = this.#entries.flatMap((entry) => [localRecord(entry), entry.name, entry.packed]);
    const directory = this.#entries.flatMap((entry) => [directoryRecord(entry), entry.name]);
    const directoryBytes = directory.reduce((sum, { length }) => sum + length, 0);
    return new Blob([...parts, ...directory, endRecord(this.#entries.length, directoryBytes, this.#length)], { type });
  }
}

function localRecord({ checksum, packed, bytes, name }: Entry): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(30));
  view.setUint32(0, LOCAL, true);
  view.setUint16(4, VERSION, true);
  about(view, 6, { checksum, packed, bytes, name });
  return new Uint8Array(view.buffer);
}

function directoryRecord(entry: Entry): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, ENTRY, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  about(view, 8, entry);
  view.setUint32(42, entry.at, true);
  return new Uint8Array(view.buffer);
}

/** What both records of an entry have in common, from their flags on. */
function about(view: DataView, at: number, { checksum, packed, bytes, name }: Omit<Entry, 'at'>): void {
  view.setUint16(at, UTF8_NAMES, true);
  view.setUint16(at + 2, DEFLATED, true);
  view.setUint16(at + 6, FIRST_DAY, true);
  view.setUint32(at + 8, checksum, true);
  view.setUint32(at + 12, packed.size, true);
  view.setUint32(at + 16, bytes, true);
  view.setUint16(at + 20, name.length, true);
}

function endRecord(entries: number, bytes: number, at: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, END, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, bytes, true);
  view.setUint32(16, at, true);
  return new Uint8Array(view.buffer);
}
