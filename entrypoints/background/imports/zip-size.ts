/** Signatures of the records, little-endian. APPNOTE 4.3.12 and 4.3.16. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** The end record is followed by a comment of at most so many bytes. */
const LONGEST_COMMENT = 65_535;
/** Stands for "see the ZIP64 record": 4 GiB and more. */
const ZIP64_SIZE = 0xffff_ffff;

/**
 * Bytes that an archive says it unpacks to, from its directory alone, so that nothing is unpacked to learn it.
 * Null for what is no whole archive; Infinity for one of 4 GiB and more.
 */
export function unpackedBytes(archive: Uint8Array): number | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endRecord(view);
  if (end === null) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === ZIP64_SIZE) return Number.POSITIVE_INFINITY;
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const size = view.getUint32(at + 24, true);
    total += size === ZIP64_SIZE ? Number.POSITIVE_INFINITY : size;
    at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}

function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}
