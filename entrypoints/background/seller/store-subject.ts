/** Subject of an entered fact that holds for the whole store. */
export const STORE_SUBJECT = 'store';
