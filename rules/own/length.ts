import { notApplicable, type Outcome, ok, violation } from '../engine/outcome.ts';
import { shortened } from '../measures/lengths.ts';
import { codePoints } from '../measures/text.ts';
import type { OwnCheckOf } from './schema.ts';

/** UTF-8 bytes of a text; a lone surrogate counts as the three bytes of its replacement character. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += utf8Length(character.codePointAt(0) ?? 0);
  return bytes;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** The longest prefix of at most `limit` bytes. Splits no visible character unless the first alone is too long. */
function shortenedToBytes(text: string, limit: number): string {
  let count = 0;
  let bytes = 0;
  for (const character of text) {
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    if (bytes > limit) break;
    count += 1;
  }
  return shortened(text, count);
}

/** An empty text has no length to check: a separate kind of check requires a value. */
export function judgeLength({ unit, minimum, maximum }: OwnCheckOf<'length'>, text: string): Outcome {
  if (text.trim() === '') return notApplicable('nothing-to-check');
  const inBytes = unit === 'bytes';
  const length = inBytes ? utf8Bytes(text) : codePoints(text);
  const values = inBytes ? { bytes: length } : { count: length };
  if (maximum !== undefined && length > maximum) {
    const fits = inBytes ? shortenedToBytes(text, maximum) : shortened(text, maximum);
    const remove = length - maximum;
    return violation({
      message: inBytes ? 'bytes' : 'problem',
      values,
      fix: {
        limit: maximum,
        ...(inBytes ? { removeBytes: remove } : { removeCharacters: remove }),
        // A single visible character may exceed the limit: then there is nothing to suggest.
        ...(fits === '' ? {} : { shortened: fits }),
      },
    });
  }
  if (minimum !== undefined && length < minimum)
    return violation({
      message: inBytes ? 'bytesShort' : 'short',
      values,
      fix: { minimum, ...(inBytes ? {} : { addCharacters: minimum - length }) },
    });
  return ok();
}
