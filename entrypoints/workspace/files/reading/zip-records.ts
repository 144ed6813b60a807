/** Signatures of the records of an archive, little-endian: APPNOTE 4.3.7, 4.3.12 and 4.3.16. */
export const LOCAL = 0x04034b50;
export const ENTRY = 0x02014b50;
export const END = 0x06054b50;
export const LOCAL_BYTES = 30;
export const ENTRY_BYTES = 46;
export const END_BYTES = 22;

/** How a part is packed. */
export const STORED = 0;
export const DEFLATED = 8;

/** Deflate, and names in UTF-8: readable since 2.0. */
export const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, midnight: the first day there is, because ours would say when the seller worked. */
const FIRST_DAY = 0x0021;

/** What the records of a part say of it. */
export interface PartRecord {
  /** In UTF-8; it follows the record. */
  readonly name: Uint8Array<ArrayBuffer>;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly bytes: number;
}

/** What stands before a part, without its name. */
export function localRecord(part: PartRecord): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(LOCAL_BYTES));
  view.setUint32(0, LOCAL, true);
  view.setUint16(4, VERSION, true);
  writeAbout(view, 6, part);
  return new Uint8Array(view.buffer);
}

/** What both records of a part have in common, from their flags on. */
export function writeAbout(
  view: DataView,
  at: number,
  { name, method, checksum, packedBytes, bytes }: PartRecord,
): void {
  view.setUint16(at, UTF8_NAMES, true);
  view.setUint16(at + 2, method, true);
  view.setUint16(at + 6, FIRST_DAY, true);
  view.setUint32(at + 8, checksum, true);
  view.setUint32(at + 12, packedBytes, true);
  view.setUint32(at + 16, bytes, true);
  view.setUint16(at + 20, name.length, true);
}
