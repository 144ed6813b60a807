import { catalogueSlice } from '../../entrypoints/background/database/catalogue-query.ts';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import { storeImport } from '../../entrypoints/background/database/imports.ts';
import { knownListingsOf } from '../../entrypoints/background/database/listings.ts';
import { removeFindings, removeOff } from '../../entrypoints/background/database/removals.ts';
import { repairRows } from '../../entrypoints/background/database/repair.ts';
import { storeSummary } from '../../entrypoints/background/database/reports.ts';
import { listingIn, recordOf } from '../../entrypoints/background/rows/listing-identity.ts';
import { isIgnored } from '../../entrypoints/background/seller/decision-lookups.ts';

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
