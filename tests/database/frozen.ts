import frozen from './frozen/rows.json' with { type: 'json' };

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

/** The last version that is frozen. A new step of the migrations appends its stores here as they are then. */
export const LAST_FROZEN = 6;

/** Fields that rows of a store have since a later version than the store itself. */
const later: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  stores: { currency: 3 },
  listings: { wider: 6 },
  findings: { margin: 3, topics: 6 },
  summaries: { worst: 3, atRisk: 3 },
};

/** Indexes that a store has since a later version than the store itself. */
const laterIndexes: Readonly<Record<string, Readonly<Record<string, number>>>> = { listings: { wider: 6 } };

/** The database as a version of the migrations left it, from synthetic pages and a synthetic report. */
export function frozenDatabase(version: number): readonly FrozenStore[] {
  return Object.entries(frozen)
    .filter(([, { since }]) => since <= version)
    .map(([name, { keyPath, indexes, rows }]) => ({
      ...{ name, keyPath },
      indexes: indexes.filter((index) => (laterIndexes[name]?.[index.name] ?? 0) <= version),
      rows: (rows as Record<string, unknown>[]).map((row) => withoutLater(name, row, version)),
    }));
}

function withoutLater(store: string, row: Record<string, unknown>, version: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([field]) => (later[store]?.[field] ?? 0) <= version));
}
