import { utf8Bytes } from './length.ts';
import { MOST_FILE_BYTES } from './limits.ts';
import { type Refusal, type RefusalReason, refusal } from './refusal.ts';

/** A kind of file that teams pass around. */
export interface SharedFile {
  /** What such a file says of itself under `preflight`. */
  readonly preflight: string;
  /** The newest version that is understood. */
  readonly version: number;
  /** What is said of any other file. */
  readonly stranger: RefusalReason;
  /** Whether a text that is not JSON is told where it stops to be: worth it where files are written by hand. */
  readonly saysWhere: boolean;
}

/**
 * The JSON of a text that says it is such a file, or why it is none: too long, not JSON, something else, or of a later
 * Preflight. What stands in the file is for its schema to judge. Never throws.
 */
export function openSharedFile(
  text: string,
  kind: SharedFile,
): { readonly parsed: unknown } | { readonly refusal: Refusal } {
  if (text.length > MOST_FILE_BYTES || utf8Bytes(text) > MOST_FILE_BYTES)
    return { refusal: refusal('', 'too-large', { most: MOST_FILE_BYTES }) };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { refusal: refusal('', 'not-json', kind.saysWhere ? placeInText(error) : { line: 0, column: 0 }) };
  }
  const stranger = notOurs(parsed, kind);
  return stranger ? { refusal: stranger } : { parsed };
}

/** Where the parser stopped, as far as the engine says so; line 0 where it does not. */
function placeInText(error: unknown): { line: number; column: number } {
  const [, line = '0', column = '0'] = /line (\d+) column (\d+)/u.exec(String(error)) ?? [];
  return { line: Number(line), column: Number(column) };
}

/** JSON that is no such file at all, or one of a later Preflight. */
function notOurs(parsed: unknown, kind: SharedFile): Refusal | null {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return refusal('', kind.stranger);
  const { preflight, version } = parsed as { readonly preflight?: unknown; readonly version?: unknown };
  if (preflight !== kind.preflight) return refusal('preflight', kind.stranger);
  return typeof version === 'number' && version > kind.version
    ? refusal('version', 'newer-version', { version, known: kind.version })
    : null;
}
