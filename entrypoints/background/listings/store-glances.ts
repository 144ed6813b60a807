import { storeDays } from '../database/history.ts';
import { storesWithCounts } from '../database/reports.ts';
import type { StoreGlance } from '../messages/listings.ts';
import type { Language } from '../messages/words.ts';
import { title } from '../present/sentence.ts';
import { siteName } from '../present/store.ts';
import { day, money } from '../present/values.ts';
import { byLevel } from '../rows/finding.ts';
import type { StoreRow, SummaryRow } from '../rows/rows.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { shownSummary } from '../seller/updates.ts';
import { waiting } from './overview.ts';

/** Length of the trend in days. */
const MOST_DAYS = 90;

/** Every shop at a glance, most recently seen first. Reads only summaries, however many listings there are. */
export async function storeGlances(): Promise<readonly StoreGlance[]> {
  const [decided, stores] = await Promise.all([decisions(), storesWithCounts()]);
  const language = languageOf(decided);
  return Promise.all(
    stores.map(({ store, summary }) => glance(store, summary && shownSummary(decided, summary), language)),
  );
}

async function glance(store: StoreRow, summary: SummaryRow | undefined, language: Language): Promise<StoreGlance> {
  const { key, marketplace, site, sellerName, sellerId, seen } = store;
  const days = await storeDays(key, MOST_DAYS);
  return {
    key,
    marketplace,
    site: siteName(marketplace, site, language),
    name: sellerName ?? sellerId ?? '',
    listings: summary?.listings ?? 0,
    counts: summary?.counts ?? { error: 0, warning: 0, info: 0, unknown: 0 },
    seen: day(language, seen),
    problems: problems(summary, language),
    unknowns: waiting(summary, marketplace, language),
    atRisk: atRisk(store, summary, language),
    days: days.map(({ day: iso, counts }) => ({
      day: iso,
      shown: day(language, iso),
      problems: counts.error + counts.warning,
      unknown: counts.unknown,
    })),
  };
}

function problems(summary: SummaryRow | undefined, language: Language): StoreGlance['problems'] {
  return Object.entries(summary?.problems ?? {})
    .map(([rule, levels]) => ({
      rule,
      level: (['error', 'warning', 'info'] as const).find((one) => levels[one]) ?? 'info',
      title: title(rule, language),
      count: Object.values(levels).reduce((sum, one) => sum + one, 0),
    }))
    .sort((a, b) => byLevel(a, b) || b.count - a.count);
}

/** Largest amounts first; totals before amounts per unit. */
function atRisk(store: StoreRow, summary: SummaryRow | undefined, language: Language): StoreGlance['atRisk'] {
  return (['total', 'unit'] as const).flatMap((of) =>
    Object.entries(summary?.atRisk ?? {})
      .flatMap(([rule, { [of]: sum }]) => (sum ? [{ rule, ...sum }] : []))
      .sort((a, b) => Number(b.amount) - Number(a.amount))
      .map(({ rule, amount, listings }) => ({
        rule,
        title: title(rule, language),
        of,
        amount: money(language, amount, store.currency),
        listings,
      })),
  );
}
