/**
 * Whether two pieces of plain data hold the same. The order of an object's keys does not count: the browser's storage
 * gives them back in an order of its own. A key that holds undefined counts as left out.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => isSame(item, b[index]));
  }
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in first) if (!isSame(first[key], second[key])) return false;
  for (const key in second) if (second[key] !== undefined && first[key] === undefined) return false;
  return true;
}
