import {
  type BackupHeader,
  type BackupLine,
  BackupRefused,
  FORMAT,
  LINES_PER_SEAL,
  readHeader,
  readLine,
  sealIn,
  sealOf,
} from './format.ts';

/** Longer than any line of ours: the longest holds all ignored findings, and the browser limits decisions to 10 MB. */
const LONGEST_LINE = 16_000_000;
/** The header names the shops. */
const LONGEST_HEADER = 1_000_000;
/** Under one seal: its lines stay in memory until it arrives. */
const MOST_UNSEALED = 32_000_000;
/** Rows that differ only in a number compress to a hundredth; gzip's limit, one repeated byte, is a thousandth. */
const DENSEST = 500;
/** Bytes from which the compression ratio is meaningful. */
const DENSITY_FROM = 16_000_000;
/** All decisions together. */
const MOST_DECIDED = 32_000_000;
/** The browser inflates each chunk at once: 16 KB become 16 MB at most. */
const SLICE = 16 * 1024;
const READ_AT_ONCE = 16 * SLICE;

/**
 * Reads a backup from start to end, checking every seal, and passes on its contents in parts, each once
 * its seal is verified. `take` is called before the end is reached: the file is known to be intact only when this resolves.
 * @param database version of the newest database that can be restored
 * @throws BackupRefused
 */
export async function readBackup(
  file: Blob,
  database: number,
  take: (lines: readonly BackupLine[], header: BackupHeader) => Promise<void> | void,
): Promise<BackupHeader> {
  if (file.size === 0) throw new BackupRefused('empty');
  if (!(await isGzip(file))) throw new BackupRefused('not-ours');
  let header: BackupHeader | null = null;
  let seal = '';
  let part: string[] = [];
  let unsealed = 0;
  let decided = 0;
  let number = 0;
  let count = 0;
  let isOver = false;
  const damaged = () => new BackupRefused(header ? 'damaged' : 'not-ours', header && number, header?.version ?? null);
  const tooLarge = () => new BackupRefused('too-large', number, header?.version ?? null);

  const lines = linesOf(file);
  for (;;) {
    const next = await lines.next().catch((error) => {
      throw error instanceof RangeError ? tooLarge() : damaged();
    });
    if (next.done) break;
    const text = next.value;
    number += 1;
    if (!header) {
      header = known(text.length > LONGEST_HEADER ? null : readHeader(text), database);
      part.push(text);
      continue;
    }
    const expected = sealIn(text);
    if (expected === null) {
      part.push(text);
      unsealed += text.length;
      if (text.startsWith('{"decision":')) decided += text.length;
      if (unsealed > MOST_UNSEALED || decided > MOST_DECIDED) throw tooLarge();
      if (isOver || part.length > LINES_PER_SEAL) throw damaged();
      continue;
    }
    seal = await sealOf(seal, part.map((line) => `${line}\n`).join(''));
    if (isOver || seal !== expected) throw damaged();
    const read = understood(number === part.length + 1 ? part.slice(1) : part, damaged);
    part = [];
    unsealed = 0;
    const content = read.filter((line) => !('end' in line));
    count += content.length;
    const end = read.find((line) => 'end' in line);
    if (end) {
      if (read.at(-1) !== end || end.end !== count) throw damaged();
      isOver = true;
    }
    await take(content, header);
  }
  if (!header) throw new BackupRefused('not-ours');
  if (!isOver || part.length > 0) throw new BackupRefused('cut', number, header.version);
  return header;
}

function known(header: BackupHeader | null, database: number): BackupHeader {
  if (!header) throw new BackupRefused('not-ours');
  const { format, version } = header;
  if (format > FORMAT || header.database > database) throw new BackupRefused('too-new', null, version);
  if (format < 1 || header.database < 1) throw new BackupRefused('damaged', 1, version);
  return header;
}

function understood(texts: readonly string[], damaged: () => BackupRefused): BackupLine[] {
  try {
    return texts.map(readLine);
  } catch {
    throw damaged();
  }
}

async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/**
 * The lines of a compressed text, without line ends. A last line without one counts too.
 * @throws RangeError beyond the size of any backup of ours
 */
async function* linesOf(file: Blob): AsyncGenerator<string> {
  const text = slicesOf(file)
    .pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }) as ReadableWritablePair<string, Uint8Array>);
  const reader = text.getReader();
  // A line that continues is kept in pieces, and only the new piece is searched for its end.
  let begun: string[] = [];
  let length = 0;
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      total += value.length;
      if (total > DENSITY_FROM && total > file.size * DENSEST) throw new RangeError('It unpacks without end');
      const [first = '', ...pieces] = value.split('\n');
      begun.push(first);
      length += first.length;
      if (length > LONGEST_LINE) throw new RangeError('A line is too long');
      const last = pieces.pop();
      if (last === undefined) continue;
      yield begun.join('');
      yield* pieces;
      begun = [last];
      length = last.length;
    }
    const rest = begun.join('');
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function slicesOf(file: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  let read = new Uint8Array();
  return new ReadableStream(
    {
      async pull(controller) {
        if (at >= file.size) return controller.close();
        const within = at % READ_AT_ONCE;
        if (within === 0) read = new Uint8Array(await file.slice(at, at + READ_AT_ONCE).arrayBuffer());
        controller.enqueue(read.subarray(within, within + SLICE));
        at += SLICE;
      },
    },
    { highWaterMark: 0 },
  );
}
