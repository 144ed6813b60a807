import version1 from './frozen/1.json' with { type: 'json' };

/** An object store as IndexedDB has it, with rows as JSON can hold them. */
export interface FrozenStore {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly multiEntry: boolean;
  }[];
  readonly rows: readonly Record<string, unknown>[];
}

type FrozenVersion = { readonly [name: string]: Omit<FrozenStore, 'name'> };

/** What each version of the migrations left, from version 1 on. A new step appends its database as a file of its own. */
const versions: readonly FrozenVersion[] = [version1];

/** The last version that is frozen. */
export const LAST_FROZEN = versions.length;

/** The database as a version of the migrations left it, from synthetic pages and a synthetic report. */
export function frozenDatabase(version: number): readonly FrozenStore[] {
  return Object.entries(versions[version - 1] ?? {}).map(([name, frozen]) => ({ name, ...frozen }));
}

/** A value as it was stored: JSON has neither typed arrays nor what is infinite. */
export function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { float64, infinite } = value as { float64?: number[]; infinite?: 1 | -1 };
  if (float64) return new Float64Array(float64);
  if (infinite) return infinite * Number.POSITIVE_INFINITY;
  if (Array.isArray(value)) return value.map(revived);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one)]));
}
