import type { Policy } from '../../rules/engine/policy.ts';
import sources from '../../rules/policies/sources.json' with { type: 'json' };

interface SourceFile {
  readonly title: string;
  readonly address?: string;
  readonly further?: readonly string[];
  readonly where?: string;
  readonly seen: string;
}

export interface Source {
  readonly title: string;
  /** Where it is, for one without an address; otherwise null. */
  readonly where: string | null;
  readonly addresses: readonly string[];
  /** ISO day. */
  readonly seen: string;
}

const byKey: { readonly [key: string]: SourceFile } = sources;

/** Keys of a policy's sources, each once, in the order of its periods. Their places are the numbers of footnotes. */
export function sourceKeys({ periods }: Policy): readonly string[] {
  return [...new Set(periods.flatMap((period) => period.sources))];
}

export function sourceOf(key: string): Source {
  const found = byKey[key];
  if (!found) throw new Error(`rules/policies/sources.json has no ${key}`);
  const { title, address, further = [], where, seen } = found;
  return { title, where: where ?? null, addresses: [...(address ? [address] : []), ...further], seen };
}

/** The last day on which any source was looked at. */
export function lastSeen(): string {
  const days = Object.values(byKey).map(({ seen }) => seen);
  return days.toSorted().at(-1) ?? '';
}

const keyPattern = new RegExp(
  `\\b(?:${Object.keys(byKey)
    .toSorted((a, b) => b.length - a.length)
    .map((key) => key.replaceAll(/[^\w]/g, '\\$&'))
    .join('|')})\\b`,
  'g',
);

/** A note with footnotes in the place of the keys of sources. */
export function withFootnotes(note: string, keys: readonly string[]): string {
  return note.replaceAll(keyPattern, (key) => {
    const place = keys.indexOf(key);
    return place === -1 ? `“${byKey[key]?.title ?? key}”` : `[${place + 1}]`;
  });
}
