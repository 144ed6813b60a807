/**
 * Deep equality of plain data. Ignores the order of an object's keys, because the browser's storage returns them in its
 * own order. A key whose value is undefined counts as missing.
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
