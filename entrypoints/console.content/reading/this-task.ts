/** A map whose entries last for the current task: the page cannot change during it. */
export function inThisTask<Key, Value>(map: Map<Key, Value>): Map<Key, Value> {
  if (map.size === 0) queueMicrotask(() => map.clear());
  return map;
}
