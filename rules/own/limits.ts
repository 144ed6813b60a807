/** Larger settings files are refused before they are read: 500 checks with many words are a tenth of it. Bytes. */
export const MOST_FILE_BYTES = 1_000_000;
