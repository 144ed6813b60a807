import { describe, expect, test } from 'vitest';
import type { Language } from '../../../entrypoints/background/messages/words.ts';
import { presentCard } from '../../../entrypoints/background/present/card.ts';
import { sentence } from '../../../entrypoints/background/present/sentence.ts';
import type { Finding } from '../../../entrypoints/background/rows/finding.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import { toWire } from '../../../rules/engine/wire.ts';
import { allRules } from '../../../rules/index.ts';
import { finding } from '../../database/finding.ts';

const DAY = '2026-11-20';

/** The finding of a listing with these codes, as it is kept. */
function found(marketplace: Marketplace, site: Site, errorCodes: readonly string[]): Finding {
  const rules = allRules.filter(({ id }) => id === `${marketplace}/listing-error-explained`);
  const [verdict] = evaluator(rules, { marketplace, site, day: DAY })({ facts: { errorCodes } });
  if (verdict?.outcome.kind !== 'violation') throw new Error('no finding');
  const { severity = 'error', message = '', values } = verdict.outcome;
  const told = { rule: verdict.rule.id, message, values: toWire(values, 2), fix: {}, day: DAY };
  return { ...finding({}), ...told, level: severity, severity };
}

const say = (language: Language, marketplace: Marketplace, ...codes: string[]) =>
  sentence(found(marketplace, 'US', codes), { language, currency: 'USD', site: 'US', name: null })
    .map(({ text }) => text)
    .join('');

describe('a listing with error codes', () => {
  test('says the code, the cause and the way out', () => {
    expect(say('en', 'amazon', '8566')).toBe(
      '8566: The brand does not match the barcode’s owner at GS1. Write the brand as in the GS1 licence, or get a GTIN exemption for brand and category.',
    );
    expect(say('zh-CN', 'tiktok', '12052028')).toBe('12052028：没有主图。请上传一到九张。');
  });

  test('explains every further code, the gravest first', () => {
    const said = say('en', 'amazon', '20005', '18299', '8572');
    expect(said).toMatch(/^8572: .+\. 20005: .+\. Amazon’s code 18299 has no public explanation\. /);
    expect(say('zh-CN', 'amazon', '20005', '8572')).toMatch(/^8572：.+。20005：.+。$/u);
  });

  test('names those that would make it too long', () => {
    const said = say(
      'en',
      'tiktok',
      '12019010',
      '12019011',
      '12019012',
      '12019013',
      '12019024',
      '12019045',
      '12019056',
    );
    expect(said.match(/\d+: /g)).toHaveLength(5);
    expect(said).toMatch(/ Also reported: 12019045, 12019056\.$/);
  });

  test('says of a code that nobody explains just that', () => {
    expect(say('zh-CN', 'amazon', '5886')).toBe('亚马逊代码 5886 没有公开说明。请看代码旁亚马逊的原文。');
    expect(say('en', 'tiktok', '99999999')).toMatch(/^TikTok Shop’s code 99999999 has no public explanation\./);
  });
});

describe('its card', () => {
  const card = (...codes: string[]) =>
    presentCard(found('amazon', 'US', codes), {
      ...{ id: 'x', language: 'en', marketplace: 'amazon', site: 'US', currency: 'USD', name: null, products: 1 },
      ...{ pageLanguage: null, entered: new Map(), today: DAY, canEnter: false, canIgnore: false, teach: null },
    });

  test('names the sources of these codes alone, and how sure they are', () => {
    const { sources, certainty } = card('8021');
    expect(sources.map(({ title }) => title)).toEqual(['Error 8021, error code explanations']);
    expect(certainty).toBe(card('8015').certainty);
    expect(card('8021', '8040').certainty).toBe(card('8040').certainty);
    expect(card('8040').certainty).not.toBe(certainty);
  });

  test('has neither for a code that nobody explains', () => {
    expect(card('5886')).toMatchObject({ sources: [], certainty: null, level: 'info' });
  });
});
