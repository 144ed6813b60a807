import { describe, expect, test } from 'vitest';
import { consoles } from '../../entrypoints/background/consoles/guides.ts';
import { fieldsOf, readersAt } from '../../entrypoints/background/page/page-fields.ts';
import { pageKind } from '../../entrypoints/background/page/page-kinds.ts';
import { pagesThatRead } from '../../entrypoints/background/page/read-where.ts';
import { pageName } from '../../entrypoints/background/present/pages.ts';
import { waitingHelp } from '../../entrypoints/background/present/waiting.ts';
import { type FactName, factKinds } from '../../rules/engine/facts.ts';
import { marketplaces } from '../../rules/engine/sites.ts';

// "Open the page that shows it; Preflight reads it there" is a promise: it takes a reader that reads it there.

const everyFact = Object.keys(factKinds) as FactName[];

describe.each(marketplaces)('%s', (marketplace) => {
  test('every field of a reader is promised on its own page', () => {
    for (const { id, layouts } of consoles[marketplace].readers)
      for (const { name } of fieldsOf({ layouts })) {
        // The dashboard shows it with what the console writes before it: no title of the seller's.
        if (name === 'couponTitle' && pageKind(id).wholeCouponTitle) continue;
        expect(pagesThatRead(name, marketplace), name).toContain(id);
      }
  });

  test('a page is named only for what is read on it or follows from that, and named as the popup names it', () => {
    for (const fact of everyFact) {
      const help = waitingHelp(fact, marketplace, 'en');
      const pages = pagesThatRead(fact, marketplace);
      expect(help?.startsWith('Open ') ?? false, fact).toBe(pages.length > 0);
      if (pages.length > 0) expect(help, fact).toContain(pageName(pages[0] as string, 'en'));
    }
  });
});

test('what no page reads is promised on none', () => {
  for (const fact of ['rating', 'shippingWeightLb', 'cornerRgb', 'declaredPrice'] as const)
    expect(pagesThatRead(fact, 'amazon'), fact).toEqual([]);
  for (const fact of ['wasPrice', 'yourPrice', 'singlePrice', 'mallCurrency'] as const)
    expect(pagesThatRead(fact, 'temu'), fact).toEqual([]);
  for (const fact of ['wasPrice', 'lateRate', 'errorCodes'] as const)
    expect(pagesThatRead(fact, 'tiktok'), fact).toEqual([]);
  expect(waitingHelp('daysShort', 'amazon', 'en')).toBe('Import a report or table that has it.');
  expect(waitingHelp('cornerRgb', 'amazon', 'en')).toBeNull();
  expect(waitingHelp('mainImageCount', 'amazon', 'zh-CN')).toBeNull();
  expect(waitingHelp('mainImageCount', 'tiktok', 'zh-CN')).toBe('打开商品编辑页面，会自动读取。');
});

test('the addresses that the popup offers are read', () => {
  for (const marketplace of marketplaces) {
    const [host] = Object.keys(consoles[marketplace].hosts);
    for (const { id } of consoles[marketplace].readers) {
      const { opensAt } = pageKind(id);
      const offered = opensAt && readersAt(`https://${host}${opensAt}`).map((reader) => reader.id);
      if (offered) expect(offered, id).toContain(id);
    }
  }
});
