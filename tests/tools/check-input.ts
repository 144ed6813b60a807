import { existsSync, openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { encodingOf } from '../../entrypoints/workspace/files/reading/encoding.ts';
import { signatureOf } from '../../entrypoints/workspace/files/reading/file-signature.ts';
import { type SheetTable, tablesIn } from '../../entrypoints/workspace/files/reading/sheets.ts';
import { textTable } from '../../entrypoints/workspace/files/reading/table.ts';

/** The input cannot be read as what it is said to be. The message is a sentence for the person who gave it. */
export class UnreadableInput extends Error {}

export type InputFormat = 'csv' | 'tsv' | 'ndjson';

/** Lines of JSON, or the tables of a file. */
export type Input =
  | { readonly kind: 'lines'; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly kind: 'tables'; readonly tables: readonly SheetTable[] };

const { signal } = new AbortController();
/** Enough to tell by what a text is and where its headings stand. */
const HEAD = 1024 * 1024;

/**
 * Opens a file as Bulk check does. Without a format it is lines of JSON where it begins with "{".
 * @throws UnreadableInput, UnreadableTable
 */
export async function openFile(path: string, format: InputFormat | null): Promise<Input> {
  if (!existsSync(path)) throw new UnreadableInput('There is no such file.');
  const file = new File([await openAsBlob(path)], basename(path));
  const head = new Uint8Array(await file.slice(0, 200).arrayBuffer());
  if (isLines(head, format)) return { kind: 'lines', bytes: file.stream() };
  return { kind: 'tables', tables: await tablesIn(file, signal) };
}

/**
 * Opens standard input, of which no more is held than its first megabyte; a workbook, which is read from its end, is held
 * whole.
 * @throws UnreadableTable
 */
export async function openStream(bytes: AsyncIterable<Uint8Array>, format: InputFormat | null): Promise<Input> {
  const stream = new ReplayedStream(bytes);
  const head = await stream.head(HEAD);
  if (isLines(head, format)) return { kind: 'lines', bytes: stream.chunks() };
  if (signatureOf(head) !== 'text' || stream.isEnded) {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of stream.chunks()) parts.push(chunk as Uint8Array<ArrayBuffer>);
    return { kind: 'tables', tables: await tablesIn(new File(parts, '-'), signal) };
  }
  const encoding = await encodingOf(new Blob([head as Uint8Array<ArrayBuffer>]));
  const table = textTable({ head, encoding, size: null, chunks: () => stream.chunks() }, signal);
  return { kind: 'tables', tables: [{ table, sheet: null, isHidden: false }] };
}

function isLines(head: Uint8Array, format: InputFormat | null): boolean {
  return format === null ? /^\uFEFF?\s*\{/u.test(new TextDecoder().decode(head)) : format === 'ndjson';
}

/** A stream whose beginning can be read twice: to see what it is, and to read it through. */
class ReplayedStream {
  readonly #rest: AsyncIterator<Uint8Array>;
  readonly #held: Uint8Array[] = [];
  isEnded = false;
  #readings = 0;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#rest = bytes[Symbol.asyncIterator]();
  }

  async #next(): Promise<Uint8Array | null> {
    if (this.isEnded) return null;
    const { done, value } = await this.#rest.next();
    if (!done) return value;
    this.isEnded = true;
    return null;
  }

  async head(size: number): Promise<Uint8Array> {
    while (this.#held.reduce((sum, { length }) => sum + length, 0) < size) {
      const chunk = await this.#next();
      if (!chunk) break;
      this.#held.push(chunk);
    }
    return Buffer.concat(this.#held);
  }

  /** All of it. What is read beyond the head the first time is held for the second. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    this.#readings += 1;
    const isFirst = this.#readings === 1;
    for (let at = 0; ; at += 1) {
      let chunk: Uint8Array | null = this.#held[at] ?? null;
      if (!chunk) {
        chunk = await this.#next();
        if (chunk && isFirst) this.#held.push(chunk);
      }
      if (!chunk) return;
      yield chunk;
    }
  }
}
