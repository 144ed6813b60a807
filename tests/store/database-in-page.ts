/** What a test does with the database from within a page: the extension's own code, bundled. */
export { isIgnored } from '../../entrypoints/background/decision-lookups.ts';
export { listingIn, recordOf } from '../../entrypoints/background/listing-identity.ts';
export { catalogueSlice } from '../../entrypoints/background/store/catalogue-query.ts';
export { storeCheck } from '../../entrypoints/background/store/checks.ts';
export { storeImport } from '../../entrypoints/background/store/imports.ts';
export { knownListingsOf } from '../../entrypoints/background/store/listings.ts';
export { removeFindings } from '../../entrypoints/background/store/removals.ts';
export { repairRows } from '../../entrypoints/background/store/repair.ts';
export { storeSummary } from '../../entrypoints/background/store/reports.ts';
