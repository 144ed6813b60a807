/**
 * Database values as JSON. A value that JSON cannot express is an object with one key: `$binary` for bytes
 * (their type and base64), `$date` (milliseconds), `$number` (NaN, Infinity, -0). A key of the data that begins with "$"
 * gets one more.
 */

const binaries = {
  ArrayBuffer,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
} as const;
type BinaryName = keyof typeof binaries;

/** @throws Error for a value that cannot be written, such as a file or a function: nothing is dropped silently */
export function toJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key: string) {
    // Not the replacer's second argument, in which a Date is already text.
    const one = this[key];
    if (one === undefined && Array.isArray(this)) throw new Error('A gap in a list cannot be written to a backup');
    return written(one);
  });
}

function written(value: unknown): unknown {
  if (typeof value === 'number')
    return isPlain(value) ? value : { $number: Object.is(value, -0) ? '-0' : String(value) };
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
      throw new Error(`A ${typeof value} cannot be written to a backup`);
    return value;
  }
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return { $binary: [binaryName(value), base64(value)] };
  if (Array.isArray(value)) return value;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw new Error(`A ${value.constructor.name} cannot be written to a backup`);
  return Object.keys(value).some((key) => key.startsWith('$')) ? escaped(value) : value;
}

function isPlain(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function escaped(value: object): object {
  const entries = Object.entries(value).map(([key, one]) => [key.startsWith('$') ? `$${key}` : key, one]);
  return Object.fromEntries(entries);
}

function binaryName(value: object): BinaryName {
  const name = value.constructor.name as BinaryName;
  if (!(name in binaries)) throw new Error(`A ${name} cannot be written to a backup`);
  return name;
}

/** Bytes converted to text per call: the number of arguments is limited. */
const PIECE = 0x8000;

function base64(value: ArrayBuffer | ArrayBufferView): string {
  const bytes =
    value instanceof ArrayBuffer
      ? new Uint8Array(value)
      : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

/** @throws Error for text not written by {@link toJson} */
export function fromJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => read(value));
}

function read(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (!keys.some((key) => key.startsWith('$'))) return value;
  const { $binary, $date, $number } = value as { $binary?: unknown; $date?: unknown; $number?: unknown };
  if (keys.length === 1 && Array.isArray($binary)) return bytes($binary as [BinaryName, string]);
  if (keys.length === 1 && typeof $date === 'number') return new Date($date);
  if (keys.length === 1 && typeof $number === 'string') return Number($number);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key.startsWith('$') && !key.startsWith('$$')) throw new Error(`Unknown mark ${key}`);
      return [key.replace(/^\$/u, ''), one];
    }),
  );
}

function bytes([name, text]: [BinaryName, string]): ArrayBuffer | ArrayBufferView {
  if (!Object.hasOwn(binaries, name)) throw new Error(`Unknown kind of bytes ${name}`);
  const { buffer } = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return name === 'ArrayBuffer' ? buffer : new (binaries[name] as new (buffer: ArrayBuffer) => ArrayBufferView)(buffer);
}
