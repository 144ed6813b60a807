/** Labels of the Encoding Standard, as `TextDecoder` takes them. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'shift_jis' | 'windows-1252';

/** Enough to tell an encoding by, and no more than one read. */
const SAMPLE = 512 * 1024;
/** No table has a line of so many bytes: whatever it is written in, it is refused. */
const LONGEST_LINE = 16 * SAMPLE;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * The encoding of a file, told by its bytes: byte order mark, zeros of UTF-16, whether it is UTF-8, and otherwise what its
 * pairs of high bytes look like. The part that is looked at is the first with anything but ASCII in it, however far
 * behind. Null: none that is known, such as a binary file.
 */
export async function encodingOf(file: Blob): Promise<Encoding | null> {
  const head = await bytesOf(file, 0);
  const marked = markOf(head);
  if (marked) return marked;
  const wide = wideOf(head);
  if (wide) return wide;
  let line = 0;
  for (let at = 0; at < file.size; at += SAMPLE) {
    const bytes = at === 0 ? head : await bytesOf(file, at);
    if (bytes.includes(0)) return null;
    line = bytes.includes(LINE_FEED) || bytes.includes(RETURN) ? 0 : line + bytes.length;
    if (line > LONGEST_LINE) return 'utf-8';
    const high = firstHigh(bytes);
    // A character that begins at the end of one part is judged with what follows it.
    if (high >= 0) return narrowOf(high < SAMPLE / 2 ? bytes : await bytesOf(file, at + high));
  }
  return 'utf-8';
}

/** The place of the first byte that is not ASCII; -1 where there is none. */
function firstHigh(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] as number) > 0x7f) return at;
  return -1;
}

async function bytesOf(file: Blob, at: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(at, at + SAMPLE).arrayBuffer());
}

function markOf([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Enough for a row or two of a table. */
const FIRST_ROWS = 4096;

/**
 * UTF-16 without mark: whatever its language, a table has tabs, line ends and digits, and with each of them a byte of zero
 * on the same side. A few characters, such as 一 and 开, have theirs on the other.
 */
function wideOf(bytes: Uint8Array): Encoding | null {
  const looked = bytes.subarray(0, FIRST_ROWS);
  const zeros = [0, 0];
  for (const [index, byte] of looked.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = Math.max(even, odd);
  if (most * 50 < looked.length || Math.min(even, odd) * 4 > most) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return isPlainText(looked, encoding) ? encoding : null;
}

function isPlainText(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = decoded(bytes, encoding);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells text from anything else
  return text !== null && !/[\0-\x08\x0e-\x1f]/.test(text);
}

function narrowOf(bytes: Uint8Array): Encoding | null {
  if (decodes(bytes, 'utf-8')) return 'utf-8';
  const { pairs, simplified, shifted } = pairsOf(bytes);
  // Accented letters of Western Europe stand between ASCII letters; Chinese and Japanese come in pairs of high bytes.
  if (pairs < 0.6) return 'windows-1252';
  if (shifted > 0.2 && decodes(bytes, 'shift_jis')) return 'shift_jis';
  if (simplified > 0.6 && decodes(bytes, 'gb18030')) return 'gb18030';
  if (decodes(bytes, 'shift_jis')) return 'shift_jis';
  return decodes(bytes, 'gb18030') ? 'gb18030' : null;
}

interface Pairs {
  /** Share of high bytes that have a second byte of a pair behind them which is no ASCII letter. */
  readonly pairs: number;
  /** Share of pairs in the part of GBK that holds the characters of GB 2312. */
  readonly simplified: number;
  /** Share of pairs whose first byte begins kana and kanji of Shift-JIS and only rare characters of GBK. */
  readonly shifted: number;
}

function pairsOf(bytes: Uint8Array): Pairs {
  let leads = 0;
  let pairs = 0;
  let simplified = 0;
  let shifted = 0;
  for (let index = 0; index < bytes.length - 1; index += 1) {
    const lead = bytes[index] as number;
    if (lead < 0x80) continue;
    leads += 1;
    const trail = bytes[index + 1] as number;
    if (trail >= 0x80 || lead <= 0x9f) pairs += 1;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) simplified += 1;
    if (lead >= 0x81 && lead <= 0x9f) shifted += 1;
    if (trail >= 0x40) index += 1;
  }
  return { pairs: pairs / leads, simplified: simplified / leads, shifted: shifted / leads };
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  return decoded(bytes, encoding) !== null;
}

/** Text of an encoding, null where it is none; a character that is cut at the end does not count against it. */
function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
