import type { Site } from '../../../../rules/engine/sites.ts';

/**
 * Sites by the domain that the orders report writes as sales channel. `Amazon.com` and `Amazon.de` were seen (reports
 * reference 4); the others follow the stores' public domains.
 */
const sitesByDomain: Readonly<Record<string, Site>> = {
  'amazon.com': 'US',
  'amazon.ca': 'CA',
  'amazon.com.mx': 'MX',
  'amazon.com.br': 'BR',
  'amazon.co.uk': 'UK',
  'amazon.de': 'DE',
  'amazon.fr': 'FR',
  'amazon.it': 'IT',
  'amazon.es': 'ES',
  'amazon.nl': 'NL',
  'amazon.com.be': 'BE',
  'amazon.ie': 'IE',
  'amazon.se': 'SE',
  'amazon.pl': 'PL',
  'amazon.com.tr': 'TR',
  'amazon.ae': 'AE',
  'amazon.sa': 'SA',
  'amazon.eg': 'EG',
  'amazon.co.za': 'ZA',
  'amazon.in': 'IN',
  'amazon.sg': 'SG',
  'amazon.com.au': 'AU',
  'amazon.co.jp': 'JP',
};

/** The site of a sales channel; `other` for one outside Amazon, null for one that is not known. */
export function siteOfChannel(channel: string): Site | 'other' | null {
  const name = channel.trim().toLowerCase();
  // Orders of other shops that Amazon only ships: "Non-Amazon", "Non-Amazon US".
  if (name.startsWith('non-amazon')) return 'other';
  return Object.hasOwn(sitesByDomain, name) ? (sitesByDomain[name] ?? null) : null;
}
