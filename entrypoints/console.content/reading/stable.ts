/**
 * Attributes that name a field for the console's own code or tests, so that they outlive a redesign. `data-sku`,
 * `data-row-key` and the like name a listing or a place in a list, and classes are made anew with every build.
 */
const STABLE =
  /^(?:name|id|prop|field|itemprop|formcontrolname|data-(?:test-?id|test-?tag|test|tid|qa|cy|e2e|id|name|field|prop|column))$/;

/** Made for one visit, one build or one listing: React's `:r1:`, counters, hashes, ids of four and more digits. */
const GENERATED =
  /:r|\d{4}|^\d|[\da-f]{8}|^(?:radix|headlessui|mui|rc|el-id|ember|uid|react)[-_]|(?:[a-z]\d|\d[a-z]|[a-z][A-Z]\d){3}/;

/** Whether an attribute with this value may find a field again on another day and another listing. */
export function isStable(attribute: string, value: string): boolean {
  return STABLE.test(attribute) && value.length < 100 && /^[\w.#:$/[\]-]+$/.test(value) && !GENERATED.test(value);
}
