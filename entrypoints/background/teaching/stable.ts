/**
 * Attributes that name a field for the console's own code or tests and therefore survive a redesign. `data-sku`,
 * `data-row-key` and the like name a listing or a position in a list, and class names change with every build.
 */
const STABLE =
  /^(?:name|id|prop|field|itemprop|formcontrolname|data-(?:test-?id|test-?tag|test|tid|qa|cy|e2e|id|name|field|prop|column))$/;

/** Generated per visit, build or listing: React's `:r1:`, counters, hashes, ids of four or more digits. */
const GENERATED =
  /:r|\d{4}|^\d|[\da-f]{8}|^(?:radix|headlessui|mui|rc|el-id|ember|uid|react)[-_]|(?:[a-z]\d|\d[a-z]|[a-z][A-Z]\d){3}/;

/** Whether an attribute with this value can find a field again on another day and for another listing. */
export function isStable(attribute: string, value: string): boolean {
  return STABLE.test(attribute) && value.length < 100 && /^[\w.#:$/[\]-]+$/.test(value) && !GENERATED.test(value);
}
