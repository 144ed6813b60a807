import type { StoredRow } from '../../background/rows/rows.ts';
import { fromJson, toJson } from './values.ts';

/**
 * A backup: gzip of text in lines of JSON, each ended by "\n".
 *
 * - first the header: `{"preflight":"backup","format":1,…}` ({@link BackupHeader})
 * - `{"decision":[key,value]}`: what the browser's storage holds
 * - `{"row":[name,value]}`: a row of the object store of that name, `{"row":[name,value,key]}` where the key is not in it
 * - `{"seal":"…"}` after every 1000 lines or fewer, and after as many as {@link SEALED_CHARACTERS}: SHA-256, in hexadecimal, of the seal before (nothing at first) and of
 *   the lines since, line ends included
 * - `{"end":N}`, the number of decisions and rows, in the last sealed part; nothing follows its seal
 *
 * A change of these lines is a new format number. Rows have the shape of the database's version in the header; they
 * go through its migrations when they are restored.
 */
export const FORMAT = 1;

/** Most lines under one seal. */
export const LINES_PER_SEAL = 1000;
/** A seal follows the line that brings the unsealed characters to this number. */
export const SEALED_CHARACTERS = 4_000_000;

export interface BackupHeader {
  readonly preflight: 'backup';
  readonly format: number;
  /** Version of the extension that wrote it. */
  readonly version: string;
  /** Version of the database whose rows it holds. */
  readonly database: number;
  /** ISO moment, UTC. */
  readonly made: string;
  /** Rows by object store. */
  readonly rows: { readonly [name: string]: number };
  /** Names of the shops, for the preview. */
  readonly stores: readonly BackupStore[];
}

export interface BackupStore {
  readonly marketplace: string;
  readonly site: string;
  readonly name: string;
}

export type BackupLine =
  | { readonly decision: readonly [key: string, value: unknown] }
  | { readonly row: StoredRow }
  | { readonly end: number };

/**
 * Why a file is not restored. `too-new`: from a later version. `cut`: its end is missing. `too-large`: it unpacks to
 * more than a backup of ours can hold.
 */
export type BackupFault = 'empty' | 'not-ours' | 'too-new' | 'cut' | 'damaged' | 'too-large' | 'busy' | 'no-room';

/** A backup that is refused as a whole. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
  readonly fault: BackupFault;
  /** Last line that could be read, 1-based; null if the refusal is not about a line. */
  readonly line: number | null;
  /** Version of the extension that wrote the file, if known. */
  readonly version: string | null;
  constructor(fault: BackupFault, line: number | null = null, version: string | null = null) {
    super(line === null ? fault : `${fault} at line ${line}`);
    this.fault = fault;
    this.line = line;
    this.version = version;
  }
}

/** Refuses a backup whose rows the database rejected. */
export function refuse(error: unknown): never {
  const name = error instanceof DOMException ? error.name : '';
  throw new BackupRefused(name === 'QuotaExceededError' ? 'no-room' : 'damaged');
}

export function writeLine(line: BackupLine | BackupHeader): string {
  return toJson(line);
}

/** @throws Error if the line is not from a backup */
export function readLine(text: string): BackupLine {
  const line = fromJson(text) as Partial<Record<'decision' | 'row' | 'end', unknown>> | null;
  if (typeof line !== 'object' || line === null) throw new Error('Not a line of a backup');
  const { decision, row, end } = line;
  if (Array.isArray(decision) && typeof decision[0] === 'string') return line as BackupLine;
  if (Array.isArray(row) && typeof row[0] === 'string' && row.length >= 2) return line as BackupLine;
  if (typeof end === 'number') return line as BackupLine;
  throw new Error('Not a line of a backup');
}

/** The header, or null if the line is not one. */
export function readHeader(text: string): BackupHeader | null {
  let header: Partial<BackupHeader> | null;
  try {
    header = fromJson(text) as typeof header;
  } catch {
    return null;
  }
  if (typeof header !== 'object' || header?.preflight !== 'backup') return null;
  const { format, version, database, made, rows, stores } = header;
  const isWhole =
    Number.isInteger(format) &&
    isShort(version) &&
    Number.isInteger(database) &&
    isShort(made) &&
    typeof rows === 'object' &&
    rows !== null &&
    Object.values(rows).every(Number.isSafeInteger) &&
    Array.isArray(stores) &&
    stores.every(isStore);
  return isWhole ? (header as BackupHeader) : null;
}

function isStore(store: unknown): boolean {
  if (typeof store !== 'object' || store === null) return false;
  const { marketplace, site, name } = store as Partial<BackupStore>;
  return [marketplace, site, name].every((text) => typeof text === 'string' && text.length <= 2000);
}

/** A version or a moment, shown verbatim. */
function isShort(text: unknown): boolean {
  return typeof text === 'string' && text.length <= 40;
}

const SEAL = /^\{"seal":"([0-9a-f]{64})"\}$/u;

/** The seal in a line, or null for any other line. */
export function sealIn(text: string): string | null {
  return SEAL.exec(text)?.[1] ?? null;
}

/** The seal of some lines, line ends included. */
export async function sealOf(before: string, lines: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(before + lines));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
