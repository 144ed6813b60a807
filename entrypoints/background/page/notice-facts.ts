import type { Evaluator } from '../../../rules/engine/engine.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import type { WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { type Marketplace, minorDigits, type Site } from '../../../rules/engine/sites.ts';
import { toWire } from '../../../rules/engine/wire.ts';
import type { Notice } from '../../console.content/reading/reading.ts';
import { ruleById } from './rules-by-id.ts';

/** The site, day and currency used to interpret a console's sentences. */
export interface NoticeContext {
  readonly marketplace: Marketplace;
  readonly site: Site;
  readonly day: string;
  readonly currency: string;
}

/**
 * Facts stated by the console's own sentences about one ASIN: the prices they name, and whether there is a Was Price.
 */
export function noticeFacts(asin: string | null, notices: readonly Notice[], context: NoticeContext): WireFacts {
  const facts: WireFacts = {};
  for (const { kind, asin: about, amounts } of notices) {
    if (about === null || about !== asin) continue;
    if (kind === 'no-sales-history') facts.wasPriceExists = false;
    if (amounts.requiredNetPrice !== undefined) facts.requiredNetPrice = amounts.requiredNetPrice;
    if (amounts.suggestedYourPrice !== undefined) facts.suggestedYourPrice = amounts.suggestedYourPrice;
  }
  const wasPrice = wasPriceFrom(facts, context);
  return wasPrice === undefined ? facts : { ...facts, wasPrice, wasPriceExists: true };
}

const evaluators = new Map<string, Evaluator>();

function wasPriceFrom(facts: WireFacts, { marketplace, site, day, currency }: NoticeContext): string | undefined {
  if (facts.requiredNetPrice === undefined && facts.suggestedYourPrice === undefined) return undefined;
  const rule = ruleById('amazon/was-price-from-error');
  if (!rule) return undefined;
  const key = `${marketplace}|${site}|${day}`;
  let judge = evaluators.get(key);
  if (!judge) {
    judge = evaluator([rule], { marketplace, site, day });
    evaluators.set(key, judge);
  }
  const outcome = judge({ facts: parseFacts(facts).facts })[0]?.outcome;
  if (outcome?.kind !== 'ok' || !outcome.values) return undefined;
  const { wasPrice } = toWire(outcome.values, minorDigits(currency));
  return typeof wasPrice === 'string' ? wasPrice : undefined;
}
