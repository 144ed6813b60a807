import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** The archives of `npm run zip`, by what they are for. Edge's store takes the one of Chrome's. */
export const archiveNames = {
  chrome: `preflight-${version}-chrome.zip`,
  firefox: `preflight-${version}-firefox.zip`,
  sources: `preflight-${version}-sources.zip`,
} as const;
export type ArchiveKind = keyof typeof archiveNames;
export const archiveKinds = Object.keys(archiveNames) as ArchiveKind[];

/** Path of an archive of the tree in a folder, our own where none is given. */
export function archivePath(kind: ArchiveKind, folder: string = root): string {
  return join(folder, '.output', archiveNames[kind]);
}

/** SHA-256 of a file, in hexadecimal. */
export function seal(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
