import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ChangedBuild {
  readonly folder: string;
  remove(): void;
}

/** A copy of a build with another manifest, for what a test cannot press or must do without. */
export function changedBuild(build: string, change: (manifest: Record<string, unknown>) => void): ChangedBuild {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-build-'));
  cpSync(build, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
