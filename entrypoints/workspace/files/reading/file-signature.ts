import type { UnreadableReason } from './unreadable-table.ts';

/** What the first bytes of a file say it is, whatever its name says. */
export type Signature = 'text' | 'workbook' | Extract<UnreadableReason, 'pdf' | 'picture' | 'archive' | 'web-page'>;

const signatures: readonly (readonly [signature: Signature, bytes: readonly number[]])[] = [
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  // An empty archive, and one of several parts.
  ['workbook', [0x50, 0x4b, 0x05, 0x06]],
  ['workbook', [0x50, 0x4b, 0x07, 0x08]],
  // Excel before 2007, and a newer workbook with a password.
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  // RIFF: WebP, and other media.
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
];

/** A page of HTML or XML, whatever it is called: an "Excel" file of many tools, or an error in place of the report. */
const WEB_PAGE = /^\s*(?:<(?:!doctype|!--|html|\?xml|head|body|table|meta|style|div)\b|MIME-Version:)/i;

/** Byte order marks, and the zeros of UTF-16. */
const MARKS = /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)|\0/g;

export function signatureOf(head: Uint8Array): Signature {
  const known = signatures.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (known) return known[0];
  const start = String.fromCharCode(...head.subarray(0, 400)).replaceAll(MARKS, '');
  return WEB_PAGE.test(start) ? 'web-page' : 'text';
}
