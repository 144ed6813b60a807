import { ensureBuild } from '../tools/build.ts';
import { type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import { ROUNDS } from './part.ts';

/** The same Chromium twice: with the built extension and without any. */
export interface Sides {
  readonly ours: ExtensionBrowser;
  readonly plain: ExtensionBrowser;
}

export async function withSides<Result>(run: (sides: Sides) => Promise<Result>): Promise<Result> {
  ensureBuild();
  const ours = await launchChromium({ clock: 'machine' });
  const plain = await launchChromium({ build: null });
  try {
    return await run({ ours, plain });
  } finally {
    await ours.close();
    await plain.close();
  }
}

/**
 * Does the same in every browser, round after round, each round beginning with another one: what slows the machine for a
 * while slows all of them. The first round warms the browsers and is left out.
 */
export async function interleaved<Name extends string, Result>(
  browsers: Readonly<Record<Name, ExtensionBrowser>>,
  run: (browser: ExtensionBrowser, name: Name) => Promise<Result>,
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(browsers) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Result[]>;
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const name of rotated(names, round)) {
      const result = await run(browsers[name], name);
      if (round > 0) results[name].push(result);
    }
  return results;
}

/** The same list, begun at another place. */
export function rotated<Item>(items: readonly Item[], turn: number): Item[] {
  const start = turn % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
