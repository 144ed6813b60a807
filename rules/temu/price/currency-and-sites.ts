import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/currency-and-sites.json' with { type: 'json' };

/** The prices are in the shop’s currency, and every bound site has a price, and no other. */
export default defineRule({
  id: 'temu/currency-and-sites',
  topic: 'offer',
  severity: 'error',
  needs: ['priceCurrency', 'mallCurrency'],
  uses: ['boundSites', 'sitePrices'],
  marks: ['declaredPrice'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ priceCurrency, mallCurrency, boundSites, sitePrices }) {
    if (priceCurrency !== mallCurrency)
      return violation({ message: 'currency', values: { priceCurrency, mallCurrency }, fix: {} });
    if (!boundSites || !sitePrices) return ok();
    const missing = boundSites.filter((site) => sitePrices[site] === undefined);
    if (missing.length > 0) return violation({ values: {}, fix: { missing } });
    const surplus = Object.keys(sitePrices).filter((site) => !boundSites.includes(site));
    return surplus.length > 0 ? violation({ message: 'surplus', values: {}, fix: { surplus } }) : ok();
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { priceCurrency: 'USD', mallCurrency: 'USD' } },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { priceCurrency: 'USD', mallCurrency: 'USD', boundSites: ['US'], sitePrices: { US: '3.00' } },
      },
    ],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { priceCurrency: 'CNY', mallCurrency: 'USD' } },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { priceCurrency: 'USD', mallCurrency: 'USD', boundSites: ['US', 'DE'], sitePrices: { US: '3.00' } },
        gives: { missing: ['DE'] },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: {
          priceCurrency: 'USD',
          mallCurrency: 'USD',
          boundSites: ['US'],
          sitePrices: { US: '3.00', FR: '3.20' },
        },
        gives: { surplus: ['FR'] },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { priceCurrency: 'USD' } }],
    notApplicable: [{ site: 'global', day: '2026-04-26', facts: { priceCurrency: 'CNY', mallCurrency: 'USD' } }],
  },
});
