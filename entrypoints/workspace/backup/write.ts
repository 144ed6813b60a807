import { type BackupHeader, type BackupLine, LINES_PER_SEAL, SEALED_CHARACTERS, sealOf, writeLine } from './format.ts';

/** A backup being written. */
export interface BackupWriter {
  /** Accepts a line without waiting; uncompressed lines stay in memory. */
  add(line: Exclude<BackupLine, { end: number }>): void;
  /** The whole file. Rejects if a line could not be compressed. */
  finish(): Promise<Blob>;
}

/**
 * Writes a backup. Adding a line never waits, so that a single transaction can read the whole database.
 * @throws Error from `add` for a value that cannot be written
 */
export function backupWriter(header: BackupHeader): BackupWriter {
  const gzip = new CompressionStream('gzip');
  const writer = gzip.writable.getWriter();
  // A Blob lets the browser keep a large file on disk.
  const file = new Response(gzip.readable).blob();
  file.catch(() => undefined);
  const encoder = new TextEncoder();
  let lines: string[] = [writeLine(header)];
  let seal = '';
  let characters = 0;
  let count = 0;
  let writing: Promise<void> = Promise.resolve();

  const close = () => {
    const text = lines.map((line) => `${line}\n`).join('');
    lines = [];
    characters = 0;
    writing = writing.then(async () => {
      seal = await sealOf(seal, text);
      await writer.write(encoder.encode(`${text}{"seal":"${seal}"}\n`));
    });
    writing.catch(() => undefined);
  };

  return {
    add(line) {
      const text = writeLine(line);
      lines.push(text);
      characters += text.length;
      count += 1;
      // One line is reserved for the end.
      if (lines.length >= LINES_PER_SEAL - 1 || characters >= SEALED_CHARACTERS) close();
    },
    async finish() {
      lines.push(writeLine({ end: count }));
      close();
      await writing;
      await writer.close();
      return file;
    },
  };
}
