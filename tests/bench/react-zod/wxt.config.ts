import { fileURLToPath } from 'node:url';
import { defineConfig, type WxtHooks } from 'wxt';
import config from '../../../wxt.config.ts';

const { 'vite:build:extendConfig': ours } = config.hooks as Pick<WxtHooks, 'vite:build:extendConfig'>;

/**
 * The extension with the page script that a usual tool chain makes: React and react-dom draw the overlay, and zod checks
 * what the background answers. Only measured, never shipped: it goes into `.output/bench-react-zod`.
 */
export default defineConfig({
  ...config,
  outDirTemplate: 'bench-react-zod',
  hooks: {
    ...config.hooks,
    'vite:build:extendConfig': async (entrypoints, viteConfig) => {
      const before = [...(viteConfig.plugins ?? [])];
      await ours(entrypoints, viteConfig);
      if (!entrypoints.some(({ type }) => type === 'content-script')) return;
      // Everything is as in the package but what stands in React's place: JSX is React's again.
      viteConfig.plugins = [...before, withReactAndZod];
      viteConfig.oxc = { jsx: { runtime: 'automatic' } };
      const { rolldownOptions } = viteConfig.build ?? {};
      viteConfig.build = {
        ...viteConfig.build,
        rolldownOptions: { ...rolldownOptions, transform: {} },
      };
      viteConfig.resolve = {
        ...viteConfig.resolve,
        alias: [viteConfig.resolve?.alias ?? []].flat().filter(isNotReact),
      };
    },
  },
});

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const replaced: ReadonlyMap<string, string> = new Map([
  [at('../../../entrypoints/console.content/overlay/root.ts'), at('./root.ts')],
  [at('../../../entrypoints/console.content/connection.ts'), at('./connection.ts')],
]);

/** What the page script imports of ours where React and zod stand instead. The replacements themselves get the original. */
const withReactAndZod = {
  name: 'bench:with-react-and-zod',
  enforce: 'pre',
  async resolveId(this: Resolving, source: string, importer: string | undefined) {
    if (!importer || [...replaced.values()].includes(importer)) return null;
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    return (resolved && replaced.get(resolved.id)) ?? null;
  },
} as const;

interface Resolving {
  resolve(source: string, importer: string, options: { skipSelf: boolean }): Promise<{ id: string } | null>;
}

function isNotReact(alias: unknown): alias is { find: string; replacement: string } {
  return (alias as { find?: unknown }).find !== 'react';
}
