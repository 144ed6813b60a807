import { join } from 'node:path';
import { runnerImport } from 'vite';
import type { ResolvedPublicFile, Wxt } from 'wxt';

/** Every file of the reference by its path within `reference/`, made anew from rules, policies and texts. */
export async function madeReference(root: string): Promise<ReadonlyMap<string, string>> {
  // Through Vite, because the texts are gathered as they are for the extension (`import.meta.glob`).
  const { module } = await runnerImport<typeof import('./files.tsx')>(join(import.meta.dirname, 'files.tsx'), {
    root,
    configFile: false,
    logLevel: 'warn',
  });
  return module.referenceFiles(root);
}

let madeAtStart: ReturnType<typeof madeReference> | undefined;

/**
 * Puts the reference beside the files that a build copies. While developing it stays as it was at the start: making it
 * takes seconds, and every change builds again.
 */
export async function addReference({ config }: Wxt, files: ResolvedPublicFile[]): Promise<void> {
  if (config.command === 'serve') madeAtStart ??= madeReference(config.root);
  for (const [path, contents] of await (madeAtStart ?? madeReference(config.root)))
    files.push({ relativeDest: `reference/${path}`, contents });
}
