import { checksumOf, NO_CHECKSUM } from '../reading/checksum.ts';
import {
  DEFLATED,
  END,
  END_BYTES,
  ENTRY,
  ENTRY_BYTES,
  LOCAL_BYTES,
  localRecord,
  type PartRecord,
  VERSION,
  writeAbout,
} from '../reading/zip-records.ts';

/** Sizes and places are numbers of 32 bits. */
const MOST_BYTES = 0xffff_ffff;

interface Entry extends PartRecord {
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
    const blob = await packed;
    const record: PartRecord = { name, method: DEFLATED, checksum: ~checksum >>> 0, packedBytes: blob.size, bytes };
    const entry = { ...record, packed: blob, at: this.#length };
    this.#length += LOCAL_BYTES + name.length + blob.size;
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

function directoryRecord(entry: Entry): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(ENTRY_BYTES));
  view.setUint32(0, ENTRY, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  writeAbout(view, 8, entry);
  view.setUint32(42, entry.at, true);
  return new Uint8Array(view.buffer);
}

function endRecord(entries: number, bytes: number, at: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(END_BYTES));
  view.setUint32(0, END, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, bytes, true);
  view.setUint32(16, at, true);
  return new Uint8Array(view.buffer);
}
