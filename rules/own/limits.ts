/** Larger settings files are rejected before parsing: 500 checks with many words take a tenth of it. Bytes. */
export const MOST_FILE_BYTES = 1_000_000;
