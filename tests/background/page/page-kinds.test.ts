import { expect, test } from 'vitest';
import { pageKinds } from '../../../entrypoints/background/page/page-kinds.ts';
import { ruleById } from '../../../entrypoints/background/page/rules-by-id.ts';

test.each(Object.entries(pageKinds))('%s names rules that are there, of its own topics', (_name, kind) => {
  for (const id of kind.productRules ?? []) {
    const rule = ruleById(id);
    expect(rule, id).toBeDefined();
    expect(kind.ownTopics, id).toContain(rule?.topic);
  }
});
