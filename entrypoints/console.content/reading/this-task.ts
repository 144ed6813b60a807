/** A map that keeps what was read in this very task: nothing on the page can have changed since. */
export function inThisTask<Key, Value>(map: Map<Key, Value>): Map<Key, Value> {
  if (map.size === 0) queueMicrotask(() => map.clear());
  return map;
}
