import type { PolicyFile } from '../engine/policy.ts';

/**
 * Fills in what a fee table's later periods leave out. Such a period names only the amounts that change on its first
 * day; all others go on from the period before for the same sites. Tables inside the values are filled in by key.
 */
export function carriedForward(file: unknown): PolicyFile {
  const policy = file as PolicyFile;
  const latest = new Map<string, Record<string, unknown>>();
  return {
    ...policy,
    periods: policy.periods.map((period) => {
      if (period.values === null) return period;
      const sites = JSON.stringify(period.sites);
      const values = merged(latest.get(sites) ?? {}, period.values);
      latest.set(sites, values);
      return { ...period, values };
    }),
  };
}

function merged(earlier: Record<string, unknown>, later: Record<string, unknown>): Record<string, unknown> {
  const values = { ...earlier };
  for (const [name, value] of Object.entries(later)) {
    const before = values[name];
    values[name] = isTable(before) && isTable(value) ? { ...before, ...value } : value;
  }
  return values;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
