import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import { limit, type Period } from '../../../rules/engine/policy.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import { kindOf } from '../../../rules/engine/wire.ts';
import { isOwnRule } from '../../../rules/own/rules.ts';
import sources from '../../../rules/policies/sources.json' with { type: 'json' };
import type { Card } from '../messages/shown.ts';
import type { Language } from '../messages/words.ts';
import { isInReports } from '../page/report-answers.ts';
import { ruleById } from '../page/rules-by-id.ts';
import type { Finding } from '../rows/finding.ts';
import type { Origin } from '../rows/origins.ts';
import { enterable } from '../seller/entries.ts';
import { isEntered, typed } from './copied.ts';
import { presentEntry } from './entry.ts';
import { levelName } from './finding.ts';
import { factHeading, type InterfaceText, interfaceText, optionalRuleText, plainText } from './messages.ts';
import { pageName } from './pages.ts';
import { isInReference } from './reference-path.ts';
import { sentence, title } from './sentence.ts';
import { day, shown } from './values.ts';

/** Context of a card besides its finding. */
export interface CardContext {
  readonly id: string;
  readonly language: Language;
  readonly marketplace: Marketplace;
  readonly site: Site;
  readonly currency: string;
  /** ASIN or SKU. */
  readonly name: string | null;
  readonly products: number;
  /** BCP 47 language of values shown and typed in the page; null when there is no page. */
  readonly pageLanguage: string | null;
  /** Facts behind this finding that the seller entered earlier. */
  readonly entered: ReadonlyMap<FactName, WireValue>;
  /** Today in the site's time zone, ISO. */
  readonly today: string;
  /** Whether facts can be entered: there is a page to judge again. */
  readonly canEnter: boolean;
  /** Whether the page identifies the listing. */
  readonly canIgnore: boolean;
  readonly teach: Card['teach'];
  /** Default: none. */
  readonly hints?: Card['hints'];
}

/** Most inputs of a card; more would be a form. */
const MOST_ENTRIES = 4;

/** Everything the card shows about one finding. */
export function presentCard(finding: Finding, context: CardContext): Card {
  const { language, name, products, site } = context;
  const rule = ruleById(finding.rule);
  const currency = rule?.currency ?? context.currency;
  // The seller's own checks have no date, and no source but the seller.
  const period = rule && !isOwnRule(rule.id) ? limit(rule.policy, finding.day, site) : null;
  const why = optionalRuleText(language, finding.rule, 'why');
  const blind = optionalRuleText(language, finding.rule, 'blind');
  return {
    finding: context.id,
    rule: isInReference(finding.rule) ? finding.rule : null,
    level: finding.level,
    levelName: levelName(language, finding.level),
    title: title(finding.rule, language),
    sentence: sentence(finding, {
      ...{ language, currency: context.currency, site, name, products, style: context.pageLanguage ?? language },
    }),
    fixes: fixes(finding, { ...context, currency }),
    why: why === null ? '' : plainText(language, why),
    numbers: numbers(finding, { ...context, currency }),
    since: period && since(period, language),
    sources: (period?.sources ?? []).flatMap(source),
    certainty: period && certainty(period, context),
    hints: context.hints ?? [],
    blind: blind === null ? null : plainText(language, blind),
    entries: context.canEnter ? entries(finding, rule, context) : [],
    canIgnore: context.canIgnore,
    canImport: context.teach === null && finding.wanted.some((fact) => isInReports(fact, context.marketplace)),
    teach: context.teach,
  };
}

/** Copies exactly what is shown, so texts are shown in full. */
function fixes(finding: Finding, { language, currency, pageLanguage }: CardContext): Card['fixes'] {
  return Object.entries(finding.fix).flatMap(([name, value]) => {
    const copy = typed(name, value, pageLanguage);
    if (copy === null) return [];
    const isText = kindOf(name) === 'text';
    return [
      {
        label: factHeading(language, name),
        shown: isText ? copy : shown(language, name, value, currency, pageLanguage ?? language),
        copy: isEntered(name, finding) ? copy : null,
      },
    ];
  });
}

function numbers({ values, origins }: Finding, { language, currency, pageLanguage }: CardContext): Card['numbers'] {
  return Object.entries(values).map(([name, value]) => {
    const origin = origins[name as FactName];
    const line = {
      label: factHeading(language, name),
      shown: shown(language, name, value, currency, pageLanguage ?? language),
    };
    return origin ? { ...line, origin: originText(origin, language) } : line;
  });
}

/** Origin of a number. */
export function originText(origin: Origin, language: Language): string {
  switch (origin.by) {
    case 'page':
      return interfaceText(language, 'originPage');
    case 'notice':
      return interfaceText(language, 'originNotice');
    case 'entry':
      return interfaceText(language, 'originEntry', { day: day(language, origin.day) });
    case 'seen':
      return interfaceText(language, origin.notice ? 'originSeenNotice' : 'originSeen', {
        page: pageName(origin.page, language),
        day: day(language, origin.day),
      });
    case 'orders': {
      const { days, units, promoted, until } = origin;
      return interfaceText(language, 'originOrders', { days, units, promoted, until: day(language, until) });
    }
    case 'setting':
      return interfaceText(language, 'originSetting');
    case 'file':
      return interfaceText(language, 'originFile');
    case 'computed':
      return interfaceText(language, 'originComputed');
    case 'tried':
      return interfaceText(language, 'originTried');
  }
}

function since({ from, status }: Period, language: Language): string {
  if (status === 'not-published') return interfaceText(language, 'sinceNotPublished');
  return from === null
    ? interfaceText(language, 'sinceAlways')
    : interfaceText(language, 'sinceDay', { day: day(language, from) });
}

const certainties: Record<Period['certainty'], InterfaceText> = {
  A: 'certaintyA',
  B: 'certaintyB',
  C: 'certaintyC',
  D: 'certaintyD',
};

/** Certainty of a number in words. */
export function certainty(
  period: Period,
  { language, marketplace }: Pick<CardContext, 'language' | 'marketplace'>,
): string {
  return interfaceText(language, certainties[period.certainty], { marketplace: interfaceText(language, marketplace) });
}

interface Source {
  readonly title: string;
  readonly address?: string;
  readonly where?: string;
}

/** A source by its key in `policies/sources.json`. */
export function source(key: string): Card['sources'] {
  const found = (sources as { readonly [key: string]: Source })[key];
  if (!found) return [];
  const place = found.where?.startsWith('Seller Central') ? ` (${found.where})` : '';
  return [{ title: `${found.title}${place}`, address: found.address ?? null }];
}

/** Missing facts first, then earlier entries open to correction, then facts that could change or refine the verdict. */
function entries(finding: Finding, rule: Rule | undefined, context: CardContext): Card['entries'] {
  const names = new Set<FactName>(finding.wanted);
  const needed = [...(rule?.needs ?? []), ...(rule?.uses ?? [])];
  for (const name of needed) if (context.entered.has(name)) names.add(name);
  // Amazon's own number, when the seller has it, beats an estimate.
  if (finding.origins.wasPriceEstimate ?? finding.origins.wasPriceWithPromotions) names.add('wasPrice');
  if (finding.level !== 'unknown') {
    for (const name of rule?.uses ?? []) if (isExemption(name) && finding.origins[name] === undefined) names.add(name);
    for (const name of rule?.asks ?? []) names.add(name);
  }
  return [...names]
    .filter((name) => enterable(name) !== null)
    .slice(0, MOST_ENTRIES)
    .map((name) => presentEntry(name, context.entered.get(name), { ...context, day: context.today }));
}

/** Facts that sellers know as a plain yes or no, and that exempt a product from a check. */
function isExemption(name: FactName): boolean {
  return name === 'isNewAsin' || name === 'isMedia';
}
