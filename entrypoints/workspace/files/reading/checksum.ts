/** Before any byte. */
export const NO_CHECKSUM = -1;
/** CRC-32 of ISO 3309, as the archive's records hold it: four tables, so that four bytes are taken at once. */
const tables = checksumTables();

function checksumTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const made = [0, 1, 2, 3].map(() => new Int32Array(256)) as [Int32Array, Int32Array, Int32Array, Int32Array];
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    made[0][byte] = value;
  }
  for (let byte = 0; byte < 256; byte += 1)
    for (let table = 1; table < 4; table += 1) {
      const before = (made[table - 1] as Int32Array)[byte] as number;
      (made[table] as Int32Array)[byte] = (before >>> 8) ^ (made[0][before & 0xff] as number);
    }
  return made;
}

/** The checksum of bytes behind others, before its bits are turned over, which the records of an archive hold. */
export function checksumOf(bytes: Uint8Array, before: number): number {
  const [one, two, three, four] = tables;
  const whole = bytes.length - (bytes.length % 4);
  let value = before;
  let at = 0;
  for (; at < whole; at += 4) {
    value ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    value =
      (four[value & 0xff] as number) ^
      (three[(value >>> 8) & 0xff] as number) ^
      (two[(value >>> 16) & 0xff] as number) ^
      (one[value >>> 24] as number);
  }
  for (; at < bytes.length; at += 1) value = (value >>> 8) ^ (one[(value ^ (bytes[at] as number)) & 0xff] as number);
  return value;
}
