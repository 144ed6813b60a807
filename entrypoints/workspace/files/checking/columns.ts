import type { FactName } from '../../../../rules/engine/facts.ts';
import { isNaming } from '../../../background/understanding/naming.ts';
import type { CouponFile } from '../reading/coupon-file.ts';
import { type HeadingFile, isHeadingFile } from '../reading/heading-file.ts';
import type { ListingFile } from '../reading/listing-columns.ts';
import { columnsIn, type FileMapping, mappedFile } from '../reading/mapped-file.ts';

export type CheckableFile = ListingFile | CouponFile;

/** A file as it is checked: a table by what its headings, or the seller, say of its columns. */
export function layoutFor(file: CheckableFile, mapping: FileMapping): CheckableFile {
  return isHeadingFile(file) ? mappedFile(file, mapping) : file;
}

/** Whether one of the columns says more of a listing than its name. */
export function tellsOfListings(columns: readonly (FactName | null)[]): boolean {
  return columns.some((fact) => fact !== null && !isNaming(fact));
}

/** Whether anything is understood that says more of a listing than its name. */
export function isUnderstood(file: HeadingFile): boolean {
  return tellsOfListings(file.understood) || file.columnsFor('').length > 0;
}

/**
 * Headings of the columns of a table that are not checked.
 */
export function uncheckedHeadings(file: CheckableFile, { columns, currency }: FileMapping): readonly string[] {
  if (!isHeadingFile(file)) return [];
  const held = columnsIn(file, columns, currency);
  const settled = new Set(file.columnsFor('').map(({ index }) => index));
  return file.headings.filter((heading, index) => heading !== '' && !settled.has(index) && !held[index]);
}
