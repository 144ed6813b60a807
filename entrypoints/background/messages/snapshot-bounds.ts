/** Per snapshot: eight times the longest list a console shows at once (250 rows). */
const MOST_RECORDS = 2000;
/** Per record. The largest one in `tests/consoles` has 20; there are about 350 facts altogether. */
const MOST_FIELDS = 400;
/**
 * Fields and list items of all records together: four times 250 rows of 20 fields. Every part costs validation time.
 */
const MOST_PARTS = 20_000;
const MOST_MARKS = 20;

/**
 * Whether a snapshot is within the size of a real console page. Only counts, so an endless snapshot is refused before
 * its parts are validated. Any other shape is left to the schema.
 */
export function isBoundedSnapshot(given: unknown): boolean {
  if (!isObject(given)) return true;
  const { keys, records, notices, unsettled, store } = given;
  if (![keys, records, notices, unsettled].every((list) => isWithin(list, MOST_RECORDS))) return false;
  if (isObject(store) && !isWithin(store.marks, MOST_MARKS)) return false;
  if (!Array.isArray(records)) return true;
  let left = MOST_PARTS;
  for (const record of records) {
    const fields = isObject(record) ? record.fields : null;
    if (!isObject(fields)) continue;
    let most = MOST_FIELDS;
    for (const name in fields) {
      most -= 1;
      left -= 1 + itemsOf(fields[name]);
      if (most < 0 || left < 0) return false;
    }
  }
  return true;
}

function itemsOf(reading: unknown): number {
  if (!isObject(reading)) return 0;
  const { value, found } = reading;
  return (Array.isArray(value) ? value.length : 0) + (Array.isArray(found) ? found.length : 0);
}

function isWithin(list: unknown, most: number): boolean {
  return !Array.isArray(list) || list.length <= most;
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null;
}
