/** Subject of an entered fact that applies to the whole shop. */
export const STORE_SUBJECT = 'store';
