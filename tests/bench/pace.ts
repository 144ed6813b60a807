import { spawnSync } from 'node:child_process';
import { seeded } from './rules-listings.ts';

/**
 * How fast the machine is just now: milliseconds of processor time that the same work takes every time, in a process of
 * its own. It is no figure of ours; where it is another than in a kept run, the machine made that much of a difference.
 */
export function currentPace(): number {
  const { stdout } = spawnSync(process.execPath, [import.meta.filename], { encoding: 'utf8' });
  return Number(stdout);
}

/** @param last of the last kept run; null when it has none */
export function paceLine(now: number, last: number | null): string {
  const line = `pace: ${now.toFixed(2)} ms for work that is always the same`;
  return last === null ? line : `${line}, ${last.toFixed(2)} in the last kept run`;
}

/** Work that is done once before it is timed, so that it is compiled, and how often it is done. */
const [WARMING, TIMED] = [20, 100];

function pace(): number {
  const words = Array.from({ length: 4_000 }, wordFrom(seeded(7)));
  const repeated = (times: number) => {
    for (let time = 0; time < times; time += 1) work(words);
  };
  repeated(WARMING);
  // All at once: the clock of a thread's own time may move in steps of several milliseconds.
  const start = process.threadCpuUsage();
  repeated(TIMED);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000 / TIMED;
}

function wordFrom(random: () => number): () => string {
  return () => Math.floor(random() * 2 ** 31).toString(36);
}

/** What scripts do: text, patterns, maps, objects and numbers. */
function work(words: readonly string[]): number {
  const counts = new Map<string, { readonly word: string; seen: number }>();
  for (const word of words)
    for (const part of word.replace(/\d+/g, ' ').split(' ')) {
      const known = counts.get(part);
      if (known) known.seen += 1;
      else counts.set(part, { word: part, seen: 1 });
    }
  const copies = JSON.parse(JSON.stringify([...counts.values()])) as { word: string; seen: number }[];
  return copies
    .toSorted((a, b) => b.seen - a.seen || (a.word < b.word ? -1 : 1))
    .reduce((sum, { seen }, place) => sum + seen / (place + 1), 0);
}

if (import.meta.main) console.log(pace());
