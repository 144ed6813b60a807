/**
 * `npm run check -- FILE --marketplace amazon --site US`: checks listings of a file, or of standard input ("-"), by the
 * code of the workspace's Bulk check. Exits with 1 when there are errors, with 2 when the input cannot be read. With
 * `--stream`, or on standard input, one line of JSON for each listing in the order of the input, whatever the size; it
 * then exits with 0 as long as the input can be read, because engines that pipe into a program take anything else for a
 * crash.
 */
import { once } from 'node:events';
import { check } from './check-run.ts';

const CHUNK = 65_536;

let waiting = '';

/** Writes to standard output in chunks and waits while the other side is slower, so that nothing piles up here. */
function out(text: string): Promise<void> | void {
  waiting += text;
  if (waiting.length >= CHUNK) return flush();
}

function flush(): Promise<void> | void {
  const chunk = waiting;
  waiting = '';
  if (!process.stdout.write(chunk)) return once(process.stdout, 'drain').then(() => undefined);
}

// The reader of our output had enough of it, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
process.exitCode = await check(process.argv.slice(2), { input: process.stdin, out, tell: console.error });
await flush();
