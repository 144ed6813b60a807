import { isIgnored } from '../../entrypoints/background/decision-lookups.ts';
import { listingIn, recordOf } from '../../entrypoints/background/listing-identity.ts';
import { catalogueSlice } from '../../entrypoints/background/store/catalogue-query.ts';
import { storeCheck } from '../../entrypoints/background/store/checks.ts';
import { storeImport } from '../../entrypoints/background/store/imports.ts';
import { knownListingsOf } from '../../entrypoints/background/store/listings.ts';
import { removeFindings, removeOff } from '../../entrypoints/background/store/removals.ts';
import { repairRows } from '../../entrypoints/background/store/repair.ts';
import { storeSummary } from '../../entrypoints/background/store/reports.ts';

/** What a test does with the database from within a page: the extension's own code, bundled. */
const inPage = {
  isIgnored,
  listingIn,
  recordOf,
  catalogueSlice,
  storeCheck,
  storeImport,
  knownListingsOf,
  removeFindings,
  removeOff,
  repairRows,
  storeSummary,
};

declare global {
  var database: typeof inPage;
}

globalThis.database = inPage;
