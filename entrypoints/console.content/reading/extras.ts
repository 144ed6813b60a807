/** What reading needs beside controls: rows, texts by where they stand, notices. */
export { List } from './list.ts';
export { noticesIn } from './notices.ts';
export { Row } from './row.ts';
export { tableWith } from './rows.ts';
