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

/** More characters than this are no row of ours; without a limit a small file could fill the memory. */
const LONGEST_LINE = 64_000_000;

/**
 * Reads a backup from its beginning to its end, checking every seal, and hands over what it holds in parts, each once
 * its seal was found right. `take` is called before the end is known: only when this resolves the file was whole.
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
  let number = 0;
  let count = 0;
  let isOver = false;
  const damaged = () => new BackupRefused(header ? 'damaged' : 'not-ours', header && number, header?.version ?? null);

  const lines = linesOf(file);
  for (;;) {
    const next = await lines.next().catch(() => {
      throw damaged();
    });
    if (next.done) break;
    const text = next.value;
    number += 1;
    if (!header) {
      header = known(readHeader(text), database);
      part.push(text);
      continue;
    }
    const expected = sealIn(text);
    if (expected === null) {
      part.push(text);
      if (isOver || part.length > LINES_PER_SEAL) throw damaged();
      continue;
    }
    seal = await sealOf(seal, part.map((line) => `${line}\n`).join(''));
    if (isOver || seal !== expected) throw damaged();
    const read = understood(number === part.length + 1 ? part.slice(1) : part, damaged);
    part = [];
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

/** The lines of a compressed text, without their ends. A last line without an end is one too. */
async function* linesOf(file: Blob): AsyncGenerator<string> {
  const text = file
    .stream()
    .pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }) as ReadableWritablePair<string, Uint8Array>);
  const reader = text.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const pieces = (rest + value).split('\n');
      rest = pieces.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw new Error('A line is too long');
      yield* pieces;
    }
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
