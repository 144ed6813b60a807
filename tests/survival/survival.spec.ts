import { expect, test } from '@playwright/test';
import { marketplaces } from '../../rules/engine/sites.ts';
import { chromiumOptions } from '../readers/console-pages.ts';
import { survivalPages, survivalScript, tryInTab } from './in-chromium.ts';
import { perturbationNames } from './perturbations.ts';

// What happens to a reading when the console changes under it. A field may be lost; it may never be wrong. A quick part
// of `npm run survive`: a sixth of the changes of each page, so that every change meets a sixth of the pages.

test.use({ launchOptions: chromiumOptions });

const PARTS = 6;

let script: string;

test.beforeAll(async () => {
  script = await survivalScript();
});

const pages = survivalPages().filter(({ expected }) => !expected.settlesAfterMs);

for (const marketplace of marketplaces) {
  test(`nothing on changed pages is read wrong: ${marketplace}`, async ({ page: tab }) => {
    test.setTimeout(180_000);
    let [right, fields] = [0, 0];
    const wrong: string[] = [];
    for (const [index, shown] of pages.entries()) {
      if (!shown.name.startsWith(marketplace)) continue;
      const kinds = perturbationNames.filter((kind, place) => kind === 'none' || (place + index) % PARTS === 0);
      for (const { change, readers } of await tryInTab(
        tab,
        script,
        shown,
        kinds.map((kind) => ({ kind, seed: 1 })),
      )) {
        right += readers.right;
        fields += readers.right + readers.unreadable + readers.missed + readers.wrong.length;
        wrong.push(...readers.wrong.map((sentence) => `${shown.name}, ${change.kind}: ${sentence}`));
        if (change.kind === 'none') expect(readers.lost, shown.name).toEqual([]);
      }
    }
    expect(wrong).toEqual([]);
    expect(right / fields).toBeGreaterThan(0.8);
  });
}
