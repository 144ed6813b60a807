import type { Marketplace, Site } from '../../../rules/engine/sites.ts';

/**
 * Time zones in which a site counts its days. Inferred: they are those that the advertising interface of each Amazon
 * marketplace names (US, CA and MX run on Pacific time, DE, FR, IT and ES on Paris time); IE and ZA are the country's.
 * Source: github.com/ScaleLeap/amazon-marketplaces (2022-10); no console page states them.
 */
const amazonTimeZones: Readonly<Record<Site, string>> = {
  US: 'America/Los_Angeles',
  CA: 'America/Los_Angeles',
  MX: 'America/Los_Angeles',
  BR: 'America/Sao_Paulo',
  UK: 'Europe/London',
  DE: 'Europe/Paris',
  FR: 'Europe/Paris',
  IT: 'Europe/Paris',
  ES: 'Europe/Paris',
  NL: 'Europe/Amsterdam',
  BE: 'Europe/Brussels',
  IE: 'Europe/Dublin',
  SE: 'Europe/Stockholm',
  PL: 'Europe/Warsaw',
  TR: 'Europe/Istanbul',
  AE: 'Asia/Dubai',
  SA: 'Asia/Riyadh',
  EG: 'Africa/Cairo',
  ZA: 'Africa/Johannesburg',
  IN: 'Asia/Kolkata',
  SG: 'Asia/Singapore',
  AU: 'Australia/Sydney',
  JP: 'Asia/Tokyo',
};

/** A region's own time, where it has several that of its capital or, in the US, Pacific time. Inferred. */
const tiktokTimeZones: Readonly<Record<Site, string>> = {
  US: 'America/Los_Angeles',
  UK: 'Europe/London',
  IE: 'Europe/Dublin',
  ES: 'Europe/Madrid',
  FR: 'Europe/Paris',
  DE: 'Europe/Berlin',
  IT: 'Europe/Rome',
  MX: 'America/Mexico_City',
  BR: 'America/Sao_Paulo',
  JP: 'Asia/Tokyo',
  SG: 'Asia/Singapore',
  MY: 'Asia/Kuala_Lumpur',
  TH: 'Asia/Bangkok',
  PH: 'Asia/Manila',
  VN: 'Asia/Ho_Chi_Minh',
  ID: 'Asia/Jakarta',
};

/** IANA time zone of a site; UTC where none is known. */
export function timeZoneOf(marketplace: Marketplace, site: Site): string {
  switch (marketplace) {
    case 'amazon':
      return amazonTimeZones[site] ?? 'UTC';
    case 'temu':
      // The console is run from China for sellers in China. Inferred: no page states its time.
      return 'Asia/Shanghai';
    case 'tiktok':
      return tiktokTimeZones[site] ?? 'UTC';
  }
}
