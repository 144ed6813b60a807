import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe-core finds wrong on a page as it is now: each rule that is broken with the first elements that break it.
 * @param parts selectors of what is looked at; the whole page without any
 */
export async function axeViolations(page: Page, parts: readonly string[] = []): Promise<string[]> {
  // Our pages hold no frames of others, so that axe need not open one more page to gather what it found in each.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => {
    const elements = nodes.slice(0, 3).map(({ html }) => html.slice(0, 200));
    return `${id}: ${elements.join(' ')}`;
  });
}
